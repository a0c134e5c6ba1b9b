// <m4c-exit> leaves for the address of its link: by a press, or by Shift three times. The page goes blank at once, and
// its place in the history is taken by the other site, so that "back" does not return here.
const KEY = "Shift";
const PRESSES = 3;
const WITHIN = 3000; // milliseconds

class Exit extends HTMLElement {
  connectedCallback() {
    this.link = this.querySelector("[data-exit]");
    this.link.onclick = (event) => this.leave(event);
    this.querySelector("[data-keys]").hidden = !matchMedia("(hover: hover)").matches; // phones have no Shift
    this.pressed = [];
    this.listening = new AbortController();
    document.addEventListener("keyup", (event) => this.count(event), { signal: this.listening.signal });
  }

  disconnectedCallback() {
    this.listening.abort();
  }

  count(event) {
    if (event.key !== KEY) return void (this.pressed = []);
    this.pressed = [...this.pressed, event.timeStamp].filter((at) => event.timeStamp - at < WITHIN);
    if (this.pressed.length >= PRESSES) this.leave(event);
  }

  leave(event) {
    event.preventDefault();
    document.title = "";
    document.body.hidden = true;
    location.replace(this.link.href);
  }
}

customElements.define("m4c-exit", Exit);
