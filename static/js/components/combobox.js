// What a combobox is made of: its box and list beside a <select>, and the items that fit what was typed.
const made = (tag, attributes) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};

const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// The box takes over the id of the <select>, so that its label and the error summary lead there.
export const combobox = (select, label) => {
  const { id } = select;
  const input = made("input", { id, type: "text", role: "combobox", autocomplete: "off", "aria-autocomplete": "list" });
  for (const { name, value } of [...select.attributes]) if (name.startsWith("aria-")) input.setAttribute(name, value);
  const list = made("ul", { id: `${id}-list`, role: "listbox", "aria-label": label, class: "select-search-list" });
  const status = made("span", { role: "status", class: "visually-hidden" });
  input.setAttribute("aria-controls", list.id);
  select.id = `${id}-sent`;
  select.hidden = true;
  select.after(input, list, status);
  return { input, list, status };
};

// Every word must be found, whatever its accents and its case.
export const fitting = (select, words, list) => {
  const sought = folded(words).split(/\s+/);
  const options = [...select.options].filter(({ label }) => sought.every((part) => folded(label).includes(part)));
  return options.map((option) => {
    const item = made("li", { id: `${list.id}-${option.index}`, role: "option", "aria-selected": option.selected });
    item.textContent = option.label;
    item.dataset.index = option.index;
    return item;
  });
};
