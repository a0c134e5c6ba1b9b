// The fields of what is written after a 1-2-1, as words by their names, and what the page says of them.
import { DAY, goesAt } from "./kept.js";
import { dayOf } from "./unsent.js";

const GUARD = "csrfmiddlewaretoken";

export const wordsOf = (form) => {
  const fields = Object.fromEntries(new FormData(form));
  delete fields[GUARD];
  return fields;
};

const isTicked = (field) => ["radio", "checkbox"].includes(field.type);

export const fillIn = (form, words) => {
  for (const field of form.elements) {
    if (!field.name || field.name === GUARD) continue;
    if (isTicked(field)) field.checked = words[field.name] === field.value;
    else field.value = words[field.name] ?? "";
    if (field.value && !isTicked(field)) field.closest("details")?.setAttribute("open", "");
  }
  form.parentElement.hidden = false;
};

// What was typed before a draft was read stands below it; of what is chosen, the new choice counts.
export const withTyped = (form, words, names) => {
  const now = wordsOf(form);
  const both = (name) => [words[name], now[name]].filter(Boolean).join("\n");
  const isLong = (name) => form.elements[name].tagName === "TEXTAREA";
  return { ...words, ...Object.fromEntries([...names].map((name) => [name, isLong(name) ? both(name) : now[name]])) };
};

export class Telling {
  constructor(element) {
    this.element = element;
    this.words = element.querySelector("template[data-words]").dataset;
  }

  tell(sentence) {
    const said = this.element.querySelector("[data-said]");
    [said.textContent, said.hidden] = [sentence, false];
  }

  say(key, draft) {
    this.tell(this.words[key].replace("{day}", dayOf(goesAt(draft))));
  }

  kept(draft) {
    const kept = this.element.querySelector("p[data-kept]");
    const pattern = goesAt(draft) - Date.now() < 2 * DAY ? this.words.going : this.words.kept;
    [kept.textContent, kept.hidden] = [pattern.replace("{day}", dayOf(goesAt(draft))), false];
    this.element.querySelector("[data-throw]").hidden = false;
  }
}
