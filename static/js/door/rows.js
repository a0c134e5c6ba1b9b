// Draws rows of a door's list from the parts that stand in the page with their words.
export class Parts {
  constructor(element) {
    this.element = element;
    this.words = element.querySelector("template[data-words]").dataset;
  }

  copy(part) {
    return this.element.querySelector(`template[data-part=${part}]`).content.firstElementChild.cloneNode(true);
  }

  say(key, given) {
    return Object.entries(given).reduce((text, [name, value]) => text.replace(`{${name}}`, value), this.words[key]);
  }

  named(part, name) {
    const made = this.copy(part);
    made.querySelector("[data-name]").textContent = name;
    return made;
  }

  person([, name, isIn, besides], { tap, back }) {
    const row = this.named(isIn ? "in" : "out", name);
    row.querySelector("[data-besides]").textContent = besides ? this.say("with", { name: besides }) : "";
    row.querySelector("button").onclick = isIn ? back : tap;
    return row;
  }

  somebodyNew(name, act) {
    const row = this.named("new", name);
    row.querySelector("button").onclick = act;
    return row;
  }
}
