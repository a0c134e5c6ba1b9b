// <m4c-dialog> opens its <dialog> instead of following its link, unless a new tab or window was asked for.
class Dialog extends HTMLElement {
  connectedCallback() {
    const opener = this.querySelector("[data-opens]");
    opener.setAttribute("aria-haspopup", "dialog");
    opener.onclick = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.querySelector("dialog").showModal();
    };
  }
}

customElements.define("m4c-dialog", Dialog);
