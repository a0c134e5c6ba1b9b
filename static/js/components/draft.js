// <m4c-draft> keeps what is typed in its form for as long as this tab is open, so that a reload loses no word. Once the
// form comes with other words than it had, sent by whoever typed or by the same person elsewhere, the draft is forgotten.
class Draft extends HTMLElement {
  connectedCallback() {
    this.name = `draft:${this.dataset.whose}:${location.pathname}`;
    this.fields = [...this.querySelectorAll("textarea, input:not([type=hidden])")];
    this.came = this.fields.map((field) => field.defaultValue);
    const kept = JSON.parse(sessionStorage.getItem(this.name) ?? "null");
    const [came, before, words] = [this.came, kept?.came, kept?.words].map((each) => JSON.stringify(each));
    if (before === came && words !== came) this.fill(kept.words);
    else sessionStorage.removeItem(this.name);
    this.oninput = () => sessionStorage.setItem(this.name, JSON.stringify({ came: this.came, words: this.words() }));
  }

  words() {
    return this.fields.map((field) => field.value);
  }

  fill(words) {
    this.fields.forEach((field, place) => (field.value = words[place] ?? ""));
  }
}

customElements.define("m4c-draft", Draft);
