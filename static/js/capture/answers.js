// <m4c-answers>: answers heard at a table or on a stage, on the phone first, and sent all at once when there is a signal.
import { doorAt, forgetOld, wait, waitingAt } from "../door/kept.js";
import { SignedOut } from "../offline/asking.js";
import { mint } from "../offline/uid.js";
import { refresh, send } from "./answers-exchange.js";
import { AnswerRows } from "./answers-rows.js";

const EVERY = 10_000; // milliseconds between tries to send what waits

class Answers extends HTMLElement {
  async connectedCallback() {
    this.rows = new AnswerRows(this);
    this.addEventListener("submit", (event) => this.write(event));
    await forgetOld();
    await this.recall();
    navigator.serviceWorker?.register(this.dataset.worker, { scope: this.dataset.here });
    await this.trying(() => this.refresh());
    addEventListener("online", () => this.trying(() => this.refresh()));
    setInterval(() => document.hidden || this.trying(() => this.refresh()), EVERY);
  }

  // What was kept when there was a signal, and what waits since.
  async recall() {
    const kept = await doorAt(this.dataset.here);
    if (kept) this.rows.offer(kept);
    for (const { sent } of await waitingAt(this.dataset.here)) this.rows.note(sent);
    await this.showWaiting();
  }

  async showWaiting() {
    const number = (await waitingAt(this.dataset.here)).length;
    const badge = this.querySelector("[data-waits]");
    badge.hidden = !number;
    badge.querySelector("[data-number]").textContent = number;
  }

  // Without a signal nothing is lost: it is tried again.
  async trying(act) {
    try {
      await act();
    } catch (none) {
      if (none instanceof SignedOut) this.rows.say("signedOut");
    }
  }

  // On the disk first, then on the screen, and then away as soon as it goes.
  async write(event) {
    const [form, { here }] = [event.target, this.dataset];
    if (!form.dataset.kind) return;
    event.preventDefault();
    const given = this.rows.given(form);
    if (!given) return this.rows.say("which");
    const uid = mint();
    const sent = { ...given, uid, at: new Date().toISOString(), kind: form.dataset.kind };
    await wait({ uid, here, sent });
    this.rows.note(sent);
    this.rows.say({ answer: "kept", confirm: "confirmed", back: "back" }[sent.kind]);
    if (sent.kind === "answer") form.reset();
    await this.showWaiting();
    await this.trying(() => this.send());
  }

  async send() {
    for (const answered of await send(this.dataset)) this.rows.settle(answered);
    await this.showWaiting();
  }

  async refresh() {
    await this.send();
    this.rows.offer(await refresh(this.dataset));
  }
}

customElements.define("m4c-answers", Answers);
