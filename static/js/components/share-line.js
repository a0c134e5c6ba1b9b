// <m4c-share> offers what this device can do with an address: its own share sheet, and copying.
class Share extends HTMLElement {
  connectedCallback() {
    const { url, title } = this.dataset;
    this.offer("share", Boolean(navigator.share), () => navigator.share({ url, title }).catch(this.dismissed));
    this.offer("copy", Boolean(navigator.clipboard), (button) => this.copy(button));
  }

  offer(way, possible, act) {
    const button = this.querySelector(`[data-way=${way}]`);
    button.hidden = !possible;
    button.onclick = () => act(button);
  }

  // Whoever closes the share sheet has changed their mind: no failure.
  dismissed(error) {
    if (error.name !== "AbortError") throw error;
  }

  async copy(button) {
    await navigator.clipboard.writeText(this.dataset.url);
    button.lastElementChild.textContent = this.dataset.copied;
    this.querySelector("[role=status]").textContent = this.dataset.copied;
  }
}

customElements.define("m4c-share", Share);
