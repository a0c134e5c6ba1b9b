// <m4c-toast> shows its button that puts the message away. Nothing vanishes by itself: people read at their own pace.
class Toast extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector(".toast-close");
    button.hidden = false;
    button.onclick = () => this.remove();
  }
}

customElements.define("m4c-toast", Toast);
