// <m4c-door>: two letters, a tap, in. The list is on the device; taps wait there until there is a signal.
import { mint } from "../offline/uid.js";
import { Exchange } from "./exchange.js";
import { called } from "./finding.js";
import { showWaiting } from "./figures.js";
import { doorAt, forgetOld, wait } from "./kept.js";
import { List } from "./list.js";
import { Parts } from "./rows.js";
import { walkIn } from "./walk-in.js";

const EVERY = 5_000; // milliseconds between looks at what other doors have done

class Door extends HTMLElement {
  async connectedCallback() {
    this.parts = new Parts(this);
    this.list = new List(this.dataset);
    this.exchange = new Exchange(this, this.list);
    this.fields = this.querySelector(".tap-search").elements;
    this.querySelector(".tap-search").onsubmit = (event) => event.preventDefault();
    this.fields.q.oninput = () => this.draw();
    for (const part of this.querySelectorAll("[data-find], [data-new]")) part.hidden = true;
    await forgetOld();
    await this.recall();
    navigator.serviceWorker?.register(this.dataset.worker, { scope: this.dataset.here });
    await this.exchange.refresh();
    this.draw();
    await this.exchange.look();
    addEventListener("online", () => this.exchange.look());
    setInterval(() => document.hidden || this.exchange.look(), EVERY);
  }

  get name() {
    return this.fields.door.value.trim();
  }

  // What was kept when there was a signal, and what waits since.
  async recall() {
    const kept = await doorAt(this.dataset.here);
    if (kept) this.list.take(kept);
    if (kept?.door && !this.name) this.fields.door.value = kept.door;
    await this.showWaiting();
    if (kept) this.draw();
  }

  say(key, given) {
    this.querySelector("[data-said]").textContent = this.parts.say(key, given);
  }

  async showWaiting() {
    showWaiting(this, (await this.exchange.waiting()).length);
  }

  // On the disk first, then on the screen, and then away as soon as it goes.
  async note(given) {
    const [uid, { here }] = [mint(), this.dataset];
    await wait({ uid, here, sent: { uid, at: new Date().toISOString(), door: this.name, ...given } });
    this.list.note(given);
    this.say(given.back ? "takenBack" : "isIn", { name: this.list.nameOf(given) });
    this.fields.q.value = "";
    this.draw();
    this.fields.q.focus();
    await this.list.keep(this.name);
    await this.showWaiting();
    await this.exchange.trying(() => this.exchange.send());
  }

  draw() {
    const typed = this.fields.q.value.trim();
    const found = typed.length < 2 ? this.list.first : called(this.list.people, typed);
    const rows = found.map((person) => {
      const attendance = person[0];
      return this.parts.person(person, { tap: () => this.note({ attendance }), back: () => this.note({ attendance, back: true }) });
    });
    if (typed.length >= 2) rows.push(this.parts.somebodyNew(typed, () => walkIn(this, typed)));
    this.querySelector("[data-rows]").replaceChildren(...rows);
  }
}

customElements.define("m4c-door", Door);
