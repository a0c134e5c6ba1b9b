// <m4c-after>: what is written after a 1-2-1 is kept on the device, sealed, as it is typed; and sent once.
import { SignedOut } from "../offline/asking.js";
import { mint } from "../offline/uid.js";
import { Telling, fillIn, withTyped, wordsOf } from "./form.js";
import { canKeep, draftAt, dropDraft, forgetOld, keepAfterPage, keepDraft, keptKey } from "./kept.js";
import { ownKey, send } from "./sending.js";

class After extends HTMLElement {
  async connectedCallback() {
    if (!canKeep) return;
    [this.form, this.telling] = [this.querySelector("form"), new Telling(this)];
    [this.begunAt, this.saving, this.early] = [Date.now(), Promise.resolve(), new Set()];
    this.form.oninput = ({ target }) => this.early.add(target.name); // typed before what is kept here has been read
    await forgetOld();
    this.own = (await keptKey(this.dataset.whose)) ?? (await ownKey(this.dataset.key));
    if (!this.own) return this.telling.say("unkept", this);
    const draft = await draftAt(this.own, this.dataset.here);
    if (draft) this.resume(draft);
    else this.form.elements.uid.value = mint();
    [this.form.oninput, this.form.onsubmit] = [() => this.typed(), (event) => this.pressed(event)];
    this.querySelector("[data-throw]").onclick = () => this.throwAway();
    addEventListener("online", () => this.waits && this.go());
    if (this.early.size) await this.typed();
    this.toggleAttribute("data-ready", true);
    if (this.waits) await this.go();
    else if ((await ownKey(this.dataset.key))?.guard) await keepAfterPage(this.dataset.here, this.dataset.worker);
  }

  resume({ words: { waits, ...fields }, begunAt }) {
    [this.waits, this.begunAt] = [waits, begunAt];
    fillIn(this.form, withTyped(this.form, fields, this.early));
    this.telling.kept(this);
  }

  save() {
    const words = { ...wordsOf(this.form), ...(this.waits ? { waits: true } : {}) };
    this.saving = this.saving.then(() => keepDraft(this.own, this.dataset.here, this.begunAt, words));
    return this.saving.then(() => this.telling.kept(this));
  }

  // Other words than those that were sent, perhaps, are another writing: they get a name of their own.
  typed() {
    if (this.waits) this.form.elements.uid.value = mint();
    this.waits = false;
    return this.save();
  }

  async pressed(event) {
    event.preventDefault();
    this.waits = true;
    await this.save();
    await this.go();
  }

  async go() {
    try {
      const own = await ownKey(this.dataset.key);
      if (!own) throw new SignedOut();
      this.own = own;
      if (!own.guard) return this.telling.say("waits", this);
      const answer = await send(own, this.dataset.here, wordsOf(this.form));
      if (answer.url) return location.assign(answer.url);
      this.waits = false;
      await this.save();
      if (answer.why) this.telling.tell(answer.why.join(" "));
      else this.telling.say(answer.gone ? "gone" : "failed", this);
    } catch (none) {
      this.telling.say(none instanceof SignedOut ? "signedOut" : "waits", this);
    }
  }

  async throwAway() {
    if (!confirm(this.telling.words.sure)) return;
    await this.saving;
    await dropDraft(this.own, this.dataset.here);
    location.assign(this.dataset.back);
  }
}

customElements.define("m4c-after", After);
