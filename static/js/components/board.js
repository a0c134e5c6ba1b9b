// <m4c-board> reads single keys while its list has the focus, so that coding needs no pointer. The form works without.
class Board extends HTMLElement {
  connectedCallback() {
    this.onkeydown = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !event.target.matches(".board-list input")) return;
      const key = event.key.toLowerCase();
      const does = this.keys[key] ?? (/^[1-9]$/.test(key) && (() => this.move(key)));
      if (!does) return;
      event.preventDefault();
      does(event.target);
    };
    this.addEventListener("htmx:beforeRequest", () => (this.from = this.boxes.findIndex((box) => box.checked)));
    this.addEventListener("htmx:afterRequest", () => this.goOn());
  }

  // Where those ticked stood the next ones stand now. Whoever taps keeps the place; whoever types goes on from there.
  goOn() {
    const now = document.activeElement;
    const typed = now === document.body || (this.contains(now) && now.matches("button:focus-visible, #board-name"));
    if (typed) (this.boxes[Math.max(this.from, 0)] ?? this.boxes.at(-1))?.focus();
  }

  get boxes() {
    return [...this.querySelectorAll(".board-list input")];
  }

  keys = {
    j: (box) => this.step(box, 1),
    k: (box) => this.step(box, -1),
    arrowdown: (box) => this.step(box, 1),
    arrowup: (box) => this.step(box, -1),
    x: (box) => box.click(),
    a: () => this.tickAll(),
    t: () => this.querySelector("#board-theme")?.focus(),
    n: () => this.querySelector("#board-name")?.focus(),
  };

  step(box, by) {
    this.boxes[this.boxes.indexOf(box) + by]?.focus();
  }

  tickAll() {
    const on = this.boxes.some((box) => !box.checked);
    for (const box of this.boxes) box.checked = on;
  }

  move(number) {
    const themes = this.querySelector("#board-theme");
    const wanted = [...(themes?.options ?? [])].find(({ label }) => label.startsWith(`${number} `));
    if (!wanted) return;
    wanted.selected = true;
    this.querySelector("button[value=move]").click(); // a press, since htmx sends along only a button that was pressed
  }
}

customElements.define("m4c-board", Board);
