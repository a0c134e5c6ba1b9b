// <m4c-after-ready>: keeps the page of what is written afterwards on the device, with its key, while there is a signal.
import "./after.js";
import { canKeep, forgetOld, keepAfterPage } from "./kept.js";
import { ownKey } from "./sending.js";

class AfterReady extends HTMLElement {
  async connectedCallback() {
    if (!canKeep) return;
    await forgetOld();
    const own = await ownKey(this.dataset.key);
    if (own?.guard) await keepAfterPage(this.dataset.here, this.dataset.worker);
  }
}

customElements.define("m4c-after-ready", AfterReady);
