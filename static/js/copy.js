// <m4c-copy> selects its value when touched, and copies it with one press where the browser allows.
class Copy extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("input, textarea");
    this.field.onfocus = () => this.field.select();
    const button = this.querySelector("button");
    button.hidden = !navigator.clipboard;
    button.onclick = () => this.copy(button);
  }

  async copy(button) {
    await navigator.clipboard.writeText(this.field.value);
    this.querySelector("[role=status]").textContent = this.dataset.copied;
    button.lastElementChild.textContent = this.dataset.copied;
  }
}

customElements.define("m4c-copy", Copy);
