// <m4c-power-map> moves a sign by drag or by the arrow keys, and asks what shows it before anything is kept. Without a
// script a sign is a link to the form that does the same.
import { drag, placeAt, wayTo, within } from "./map-places.js";

const STEPS = { ArrowUp: [1, 0], ArrowDown: [-1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

class PowerMap extends HTMLElement {
  connectedCallback() {
    this.dialog = this.querySelector("dialog");
    if (!this.dialog) return; // nothing may be moved here
    this.form = this.dialog.querySelector("[data-place]");
    this.bar = this.querySelector(".map-bar");
    this.querySelector("[data-keep]").onclick = () => this.ask();
    this.querySelector("[data-back]").onclick = () => this.putBack();
    this.dialog.onclose = () => this.putBack();
    for (const card of this.querySelectorAll(".power-map-card")) {
      card.onkeydown = (event) => this.press(event, card);
      card.onpointerdown = (event) => event.button || this.grab(event, card);
      card.onclick = (event) => this.moved?.card === card && event.preventDefault();
      card.ondragstart = () => false;
    }
  }

  press(event, card) {
    const step = STEPS[event.key];
    const waits = this.moved?.card === card;
    if (step) {
      const { power, position } = waits ? this.moved : card.dataset;
      this.move(card, Number(power) + step[0], Number(position) + step[1]);
    } else if (waits && event.key === "Enter") this.ask();
    else if (waits && event.key === "Escape") this.putBack();
    else return;
    event.preventDefault();
  }

  grab(event, card) {
    drag(card, event, {
      moves: (x, y) => {
        const { power, position } = placeAt(this, x, y);
        this.move(card, power, position);
      },
      ends: (well) => setTimeout(() => (well ? this.ask() : this.putBack())), // after the click that ends a drag
    });
  }

  move(card, power, position) {
    if (this.moved && this.moved.card !== card) this.putBack();
    this.moved = { card, ...within(power, position) };
    card.querySelector(".power-map-moved").setAttribute("transform", `translate(${wayTo(this, this.moved, card.dataset)})`);
    const stands = this.form.elements.position.querySelector(`[value="${this.moved.position}"]`).label.split(": ")[1];
    const told = { name: card.dataset.name, power: this.moved.power, position: stands };
    this.querySelector("[data-said]").textContent = this.dataset.step.replace(/\{(\w+)\}/g, (_, word) => told[word]);
    this.bar.hidden = false;
  }

  ask() {
    if (!this.moved) return;
    const { card, power, position } = this.moved;
    const { elements } = this.form;
    [elements.power.value, elements.position.value, elements.who.value] = [power, position, card.dataset.key];
    this.dialog.querySelector("h2").textContent = card.dataset.name;
    this.bar.hidden = true;
    this.dialog.showModal();
    elements.evidence.focus();
  }

  putBack() {
    this.moved?.card.querySelector(".power-map-moved").removeAttribute("transform");
    this.moved?.card.focus();
    this.moved = null;
    this.bar.hidden = true;
  }
}

customElements.define("m4c-power-map", PowerMap);
