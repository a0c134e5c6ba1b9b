// <m4c-arrows>: from the box of a list's filter, down and up walk the names of the list; enter opens the one reached.
class Arrows extends HTMLElement {
  connectedCallback() {
    this.listening = new AbortController();
    this.addEventListener("keydown", (event) => this.key(event), { signal: this.listening.signal });
  }

  disconnectedCallback() {
    this.listening.abort();
  }

  key(event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const places = [...this.querySelectorAll("input[type=search], tbody th a")];
    const at = places.indexOf(event.target);
    if (at < 0) return;
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    places[(at + step + places.length) % places.length].focus();
  }
}

customElements.define("m4c-arrows", Arrows);
