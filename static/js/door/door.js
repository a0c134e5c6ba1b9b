// <m4c-door>: two letters, a tap, in. The list is on the device; taps wait there until there is a signal.
import { called } from "./finding.js";
import { doorAt, forgetOld, keepDoor, keepPage, wait, waitingAt } from "./kept.js";
import { Parts } from "./rows.js";
import { SignedOut, ask, sendWaiting } from "./sending.js";
import { mint } from "./uid.js";
import { walkIn } from "./walk-in.js";

const EVERY = 5_000; // milliseconds between looks at what other doors have done
const LATEST = 8;
const FIRST = 30;

class Door extends HTMLElement {
  async connectedCallback() {
    this.parts = new Parts(this);
    this.search = this.querySelector(".tap-search");
    this.rows = this.querySelector("[data-rows]");
    this.people = [];
    this.latest = [];
    this.search.onsubmit = (event) => event.preventDefault();
    this.search.elements.q.oninput = () => this.draw();
    this.querySelector("[data-find]").hidden = true;
    this.querySelector("[data-new]").hidden = true;
    await forgetOld();
    await this.recall();
    navigator.serviceWorker?.register(this.dataset.worker, { scope: this.dataset.here });
    await this.refresh();
    addEventListener("online", () => this.look());
    setInterval(() => document.hidden || this.look(), EVERY);
  }

  get door() {
    return this.search.elements.door.value.trim();
  }

  // What was kept when there was a signal, and what waits since.
  async recall() {
    const kept = await doorAt(this.dataset.here);
    if (kept) this.take(kept);
    await this.showWaiting();
  }

  take({ people, guard, door }) {
    this.people = people;
    this.guard = guard;
    if (door && !this.door) this.search.elements.door.value = door;
  }

  async keep() {
    const { here, send } = this.dataset;
    await keepDoor({ here, send, people: this.people, guard: this.guard, door: this.door });
  }

  // The list anew, with what waits here on top of it.
  async refresh() {
    try {
      await this.send();
      const told = await (await ask(this.dataset.list)).json();
      this.take(told);
      for (const { sent } of await waitingAt(this.dataset.here)) this.mark(sent.attendance, !sent.back, sent.name);
      await this.keep();
      await keepPage(this.dataset.here);
    } catch (none) {
      this.without(none);
    }
    this.draw();
    await this.look();
  }

  // How many are in by now, and who came by the other doors; a list that does not add up is asked for anew.
  async look() {
    try {
      await this.send();
      const answer = await ask(this.dataset.total);
      if (!answer.ok) return;
      const { came, expected, doors, latest } = await answer.json();
      const waits = new Set((await waitingAt(this.dataset.here)).map(({ sent }) => sent.attendance));
      const known = latest.every(([uid, isIn]) => waits.has(uid) || this.mark(uid, isIn));
      this.show(came, expected, doors);
      if (known && (waits.size || this.people.filter((person) => person[2]).length === came)) return;
      this.take(await (await ask(this.dataset.list)).json());
      await this.keep();
      this.draw();
    } catch (none) {
      this.without(none);
    }
  }

  without(none) {
    if (none instanceof SignedOut) this.say(this.parts.words.signedOut);
  }

  show(came, expected, doors) {
    const count = document.querySelector("[data-count]");
    count.querySelector("[data-came]").textContent = came;
    const of = count.querySelector("[data-expected]");
    if (of) of.textContent = this.parts.say("of", { number: expected });
    this.querySelector("[data-doors]").textContent = Object.entries(doors).map(([name, number]) => `${name}: ${number}`).join(" · ");
  }

  async showWaiting() {
    const number = (await waitingAt(this.dataset.here)).length;
    const badge = this.querySelector("[data-waits]");
    badge.hidden = !number;
    badge.querySelector("[data-number]").textContent = number;
  }

  async send() {
    const { here, send } = this.dataset;
    const guard = async () => (await (await ask(this.dataset.list)).json()).guard;
    for (const { entry, said, why, attendance } of await sendWaiting({ here, send, guard })) {
      const name = this.nameOf(entry.sent);
      if (said === "again") this.say(this.parts.say("wasIn", { name }));
      if (said === "refused") {
        this.say(this.parts.say("refused", { name, why }));
        this.mark(entry.sent.attendance, Boolean(entry.sent.back));
      }
      if (attendance !== entry.sent.attendance) this.people = this.people.filter(([uid]) => uid !== entry.sent.attendance);
    }
    await this.showWaiting();
  }

  nameOf({ attendance, name }) {
    return name ?? this.people.find(([uid]) => uid === attendance)?.[1] ?? "";
  }

  // Whether somebody is on this list, now in or not; somebody new comes onto it.
  mark(attendance, isIn, name) {
    const person = this.people.find(([uid]) => uid === attendance);
    if (person) person[2] = isIn;
    else if (name) this.people.push([attendance, name, isIn, ""]);
    return Boolean(person || name);
  }

  // On the disk first, then on the screen, and then away as soon as it goes.
  async note(sent) {
    const uid = mint();
    const { here } = this.dataset;
    await wait({ uid, here, sent: { uid, at: new Date().toISOString(), door: this.door, ...sent } });
    this.mark(sent.attendance, !sent.back, sent.name);
    this.latest = [sent.attendance, ...this.latest.filter((one) => one !== sent.attendance)].slice(0, LATEST);
    this.say(this.parts.say(sent.back ? "takenBack" : "isIn", { name: this.nameOf(sent) }));
    this.search.elements.q.value = "";
    this.draw();
    this.search.elements.q.focus();
    await this.keep();
    await this.showWaiting();
    await this.send().catch((none) => this.without(none));
  }

  say(sentence) {
    this.querySelector("[data-said]").textContent = sentence;
  }

  get lastIn() {
    return this.latest.map((uid) => this.people.find((person) => person[0] === uid)).filter(Boolean);
  }

  // Before anything is typed: whom this phone let in last, else where the list begins.
  get first() {
    return this.latest.length ? this.lastIn : this.people.slice(0, FIRST);
  }

  draw() {
    const typed = this.search.elements.q.value.trim();
    const found = typed.length < 2 ? this.first : called(this.people, typed);
    const rows = found.map((person) =>
      this.parts.person(person, {
        tap: () => this.note({ attendance: person[0] }),
        back: () => this.note({ attendance: person[0], back: true }),
      }),
    );
    if (typed.length >= 2) rows.push(this.parts.somebodyNew(typed, () => this.add(typed)));
    this.rows.replaceChildren(...rows);
  }

  add(typed) {
    const form = walkIn({
      parts: this.parts,
      typed,
      people: this.people,
      latest: this.lastIn.filter((person) => person[2]),
      letIn: (given) => this.note({ attendance: mint(), ...given }),
      cancel: () => this.draw(),
    });
    const row = document.createElement("li");
    row.append(form);
    this.rows.replaceChildren(row);
    form.elements.name.focus();
  }
}

customElements.define("m4c-door", Door);
