// <m4c-unsent>: sends what waits after 1-2-1s, and tells of what is still on this device before it goes.
import { DAY, canKeep, forgetOld, goesAt, keptKey, ownDrafts } from "./kept.js";
import { ownKey, sendWaiting } from "./sending.js";

export const dayOf = (time) =>
  new Date(time).toLocaleDateString(document.documentElement.lang, { weekday: "long", day: "numeric", month: "long" });

class Unsent extends HTMLElement {
  async connectedCallback() {
    if (!canKeep) return;
    await forgetOld();
    if (!(await keptKey()) && !(await indexedDB.databases()).some(({ name }) => name === "m4c-drafts")) return;
    const own = await ownKey(this.dataset.key);
    await sendWaiting(own).catch(() => {});
    this.show(own ? await ownDrafts(own) : []);
  }

  show(drafts) {
    const words = this.querySelector("template[data-words]").dataset;
    const rows = drafts.map((draft) => {
      const row = this.querySelector("template[data-row]").content.firstElementChild.cloneNode(true);
      const [link, until] = row.children;
      const going = goesAt(draft) - Date.now() < 2 * DAY;
      link.href = draft.here;
      link.textContent = words.title.replace("{day}", dayOf(draft.begunAt));
      until.textContent = (going ? words.going : words.until).replace("{day}", dayOf(goesAt(draft)));
      return row;
    });
    this.querySelector("[data-rows]").replaceChildren(...rows);
    this.hidden = !rows.length;
  }
}

customElements.define("m4c-unsent", Unsent);
