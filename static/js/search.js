// <m4c-search>: "/" goes to the box; up, down and enter choose among what was found below it; escape puts it away.
class Search extends HTMLElement {
  connectedCallback() {
    this.box = this.querySelector("input[name=q]");
    this.listening = new AbortController();
    const { signal } = this.listening;
    document.addEventListener("keydown", (event) => this.slash(event), { signal });
    document.addEventListener("pointerdown", (event) => this.contains(event.target) || this.close(), { signal });
    this.box.addEventListener("keydown", (event) => this.key(event), { signal });
    this.box.addEventListener("focus", () => this.show(), { signal });
    this.addEventListener("focusout", (event) => this.contains(event.relatedTarget) || this.close(), { signal });
    this.addEventListener("htmx:afterSwap", () => this.show(), { signal });
    this.querySelector("form").addEventListener("submit", (event) => this.follow(event), { signal });
  }

  disconnectedCallback() {
    this.listening.abort();
  }

  get hits() {
    return [...this.querySelectorAll("[role=option]")];
  }

  get chosen() {
    return this.querySelector("[role=option][aria-selected=true]");
  }

  slash(event) {
    const writes = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || writes || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!this.box.checkVisibility()) return;
    event.preventDefault();
    this.box.focus();
    this.box.select();
  }

  key(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape") {
      if (this.dataset.open === undefined) return;
      event.preventDefault();
      this.close();
    }
  }

  // Past the last one comes the box itself, and then the first again.
  move(step) {
    if (this.dataset.open === undefined) this.show();
    const { hits } = this;
    const places = hits.length + 1;
    const at = (hits.indexOf(this.chosen) + 1 + step + places) % places;
    hits.forEach((hit, number) => hit.setAttribute("aria-selected", String(number === at - 1)));
    this.box.setAttribute("aria-activedescendant", this.chosen?.id ?? "");
    this.chosen?.scrollIntoView({ block: "nearest" });
  }

  follow(event) {
    if (!this.chosen) return;
    event.preventDefault();
    this.chosen.click();
  }

  show() {
    const anything = this.hits.length > 0;
    this.toggleAttribute("data-open", anything);
    this.box.setAttribute("aria-expanded", String(anything));
  }

  close() {
    this.hits.forEach((hit) => hit.setAttribute("aria-selected", "false"));
    this.removeAttribute("data-open");
    this.box.setAttribute("aria-expanded", "false");
    this.box.removeAttribute("aria-activedescendant");
  }
}

customElements.define("m4c-search", Search);
