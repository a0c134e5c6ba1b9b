// What the page of answers shows of what was heard: the asks to choose from, the rows, and a word about each.
const fieldsOf = (form) =>
  Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]));

export class AnswerRows {
  constructor(element) {
    this.element = element;
    this.words = element.querySelector("template[data-words]").dataset;
    this.settled = new Set(); // what was confirmed here and has not gone yet
  }

  say(key, given = {}) {
    const text = Object.entries(given).reduce((told, [name, value]) => told.replace(`{${name}}`, value), this.words[key]);
    this.element.querySelector("[data-said]").textContent = text;
  }

  // The asks of the meeting, of which the one that was chosen stays chosen; and what somebody else heard.
  offer({ people, to_confirm }) {
    const list = this.element.querySelector("select[name=ask]");
    const chosen = list.value;
    list.replaceChildren(list.options[0], ...people.map(([uid, words]) => new Option(words, uid)));
    list.value = chosen;
    const rows = (to_confirm ?? []).filter(([uid]) => !this.settled.has(uid));
    this.listOf("confirm").replaceChildren(...rows.map(([uid, words]) => this.row("confirm", uid, words)));
  }

  // What stands in a form, or null where it does not say which ask and which answer.
  given(form) {
    const { csrfmiddlewaretoken, uid, ...given } = fieldsOf(form);
    return given.of || (given.ask && given.answer) ? given : null;
  }

  listOf(kind) {
    return this.element.querySelector(`[data-rows=${kind}]`);
  }

  rowOf(uid) {
    return this.element.querySelector(`[data-uid="${uid}"]`);
  }

  row(part, uid, words) {
    const row = this.element.querySelector(`template[data-part=${part}]`).content.firstElementChild.cloneNode(true);
    row.dataset.uid = uid;
    row.querySelector("[data-words]").textContent = words;
    row.querySelector("[name=of]").value = uid;
    return row;
  }

  note(sent) {
    if (sent.kind === "confirm") this.settled.add(sent.of);
    if (sent.kind !== "answer") return this.rowOf(sent.of)?.remove();
    const asked = this.element.querySelector(`select[name=ask] option[value="${sent.ask}"]`)?.textContent ?? "";
    const kind = this.element.querySelector(`[name=answer][value="${sent.answer}"]`)?.closest("label")?.textContent ?? "";
    const words = [asked, kind.trim(), sent.words && `“${sent.words}”`].filter(Boolean).join(": ");
    this.listOf("answer").prepend(this.row("back", sent.uid, words));
  }

  // What became of one that was sent: what was refused goes off the page, with why.
  settle({ entry: { sent }, said, why }) {
    if (sent.kind === "confirm") this.settled.delete(sent.of);
    if (said !== "refused") return;
    if (sent.kind === "answer") this.rowOf(sent.uid)?.remove();
    this.say("refused", { why });
  }
}
