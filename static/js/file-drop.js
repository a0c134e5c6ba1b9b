// <m4c-file-drop> takes files dropped upon it into its own file input, and lists what was chosen.
class FileDrop extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector("input[type=file]");
    this.names = this.querySelector(".file-drop-names");
    this.ondragover = (event) => this.over(event, true);
    this.ondragleave = (event) => this.over(event, false);
    this.ondrop = (event) => this.take(event);
    this.input.onchange = () => this.list();
    this.list();
  }

  over(event, inside) {
    event.preventDefault();
    this.toggleAttribute("data-over", inside);
  }

  take(event) {
    this.over(event, false);
    const files = new DataTransfer();
    for (const file of this.input.multiple ? event.dataTransfer.files : [...event.dataTransfer.files].slice(0, 1)) {
      files.items.add(file);
    }
    this.input.files = files.files;
    this.input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  list() {
    const items = [...this.input.files].map((file) => {
      const item = document.createElement("li");
      item.textContent = file.name;
      return item;
    });
    this.names.replaceChildren(...items);
    this.names.hidden = items.length < 2; // the input itself names a single one
  }
}

customElements.define("m4c-file-drop", FileDrop);
