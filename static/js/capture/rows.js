// What a house meeting's page shows of what was written: the guests to choose from, the rows, and a word about each.
const fieldsOf = (form) =>
  Object.fromEntries([...new FormData(form)].map(([name, value]) => [name.replace(/^.*-/, ""), value.trim()]));

// Of each kind of entry the fields of which one must say something.
const SAYS = { concern: ["words"], offer: ["who", "name"], job: ["what"], back: ["of"] };

export class Rows {
  constructor(element) {
    this.element = element;
    this.words = element.querySelector("template[data-words]").dataset;
    this.names = new Map();
  }

  say(key, given = {}) {
    const text = Object.entries(given).reduce((told, [name, value]) => told.replace(`{${name}}`, value), this.words[key]);
    this.element.querySelector("[data-said]").textContent = text;
  }

  // The guests of the meeting, in every list that asks whose something is; who was chosen stays chosen.
  offer(people) {
    this.names = new Map(people);
    for (const list of this.element.querySelectorAll("select[name$=-who]")) {
      const chosen = list.value;
      const choices = people.map(([uid, name]) => new Option(name, uid));
      list.replaceChildren(list.options[0], ...choices);
      list.value = chosen;
    }
  }

  // What stands in a form, or null where it says nothing yet.
  given(form) {
    const { csrfmiddlewaretoken, uid, ...given } = fieldsOf(form);
    const said = SAYS[form.dataset.kind].some((name) => given[name]);
    if (!said && form.dataset.kind === "offer") this.say("nobody");
    return said ? given : null;
  }

  rowOf(uid) {
    return this.element.querySelector(`[data-uid="${uid}"]`);
  }

  note(sent) {
    if (sent.kind === "back") return this.rowOf(sent.of)?.remove();
    const row = this.element.querySelector("template[data-part=row]").content.firstElementChild.cloneNode(true);
    const who = this.names.get(sent.who) ?? "";
    row.dataset.uid = sent.uid;
    row.querySelector("[data-words]").textContent = sent.words ?? sent.what ?? (sent.name || who);
    row.querySelector("[data-detail]").textContent = sent.kind === "offer" ? "" : who;
    row.querySelector("[name=of]").value = sent.uid;
    this.element.querySelector(`[data-rows=${sent.kind}]`).prepend(row);
  }

  refuse(sent, why) {
    if (sent.kind !== "back") this.rowOf(sent.uid)?.remove();
    this.say("refused", { why });
  }
}
