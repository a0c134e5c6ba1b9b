// <m4c-select> puts a combobox before a long <select>: type, choose by arrows and Enter or a press, leave by Escape.
import { combobox, fitting } from "./combobox.js";

const LONG = 8; // shorter lists are quicker as they are

class Select extends HTMLElement {
  connectedCallback() {
    this.select = this.querySelector("select");
    if (this.input || this.select.multiple || this.select.options.length < LONG) return;
    const label = this.querySelector("label").firstChild.textContent.trim();
    Object.assign(this, combobox(this.select, label));
    this.input.oninput = () => this.open(this.input.value);
    this.input.onclick = () => this.open("");
    this.input.onkeydown = (event) => this.press(event);
    this.input.onblur = () => this.leave();
    this.list.onpointerdown = (event) => event.preventDefault(); // the box keeps the focus
    this.list.onclick = (event) => this.choose(event.target.closest("[role=option]"));
    this.close();
  }

  open(words) {
    const items = fitting(this.select, words, this.list);
    this.list.replaceChildren(...items);
    this.status.textContent = items.length ? `${this.dataset.found} ${items.length}` : this.dataset.none;
    this.list.hidden = !items.length;
    this.input.setAttribute("aria-expanded", String(Boolean(items.length)));
    this.point(items.find((item) => item.ariaSelected === "true") ?? items[0]);
  }

  point(item) {
    this.active?.removeAttribute("data-active");
    this.active = item;
    item?.setAttribute("data-active", "");
    item?.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", item?.id ?? "");
  }

  press(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (this.list.hidden ? !step : !step && event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    const items = [...this.list.children];
    if (this.list.hidden) this.open("");
    else if (step) this.point(items.at((items.indexOf(this.active) + step) % items.length));
    else if (event.key === "Enter") this.choose(this.active);
    else this.close();
  }

  choose(item) {
    if (!item) return;
    this.select.selectedIndex = Number(item.dataset.index);
    this.select.dispatchEvent(new Event("change", { bubbles: true }));
    this.close();
  }

  leave() {
    const nothing = [...this.select.options].findIndex((option) => !option.value);
    if (!this.input.value && nothing >= 0) this.select.selectedIndex = nothing;
    this.close();
  }

  close() {
    const chosen = this.select.selectedOptions[0];
    this.input.value = chosen?.value ? chosen.label : "";
    this.input.placeholder = chosen?.value ? "" : (chosen?.label ?? "");
    this.list.hidden = true;
    this.list.replaceChildren();
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}

customElements.define("m4c-select", Select);
