// <m4c-menu> closes its <details> on Escape, on a press elsewhere, and when focus moves on.
class Menu extends HTMLElement {
  connectedCallback() {
    this.details = this.querySelector("details");
    this.listening = new AbortController();
    const { signal } = this.listening;
    this.addEventListener("keydown", (event) => this.escape(event), { signal });
    this.addEventListener("focusout", (event) => this.leave(event.relatedTarget), { signal });
    document.addEventListener("pointerdown", (event) => this.leave(event.target), { signal });
  }

  disconnectedCallback() {
    this.listening.abort();
  }

  escape(event) {
    if (event.key !== "Escape" || !this.details.open) return;
    this.details.open = false;
    this.details.querySelector("summary").focus();
  }

  // A press on nothing focusable gives no target: the pointerdown has told already.
  leave(target) {
    if (target && !this.contains(target)) this.details.open = false;
  }
}

customElements.define("m4c-menu", Menu);
