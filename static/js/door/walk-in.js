// The form of somebody who is not on the list: a name, and who brought them, one of the last to come in or by two letters.
import { called } from "./finding.js";

const FRIENDS = 4;

const choices = (parts, people) =>
  people.slice(0, FRIENDS).map(([uid, name]) => {
    const choice = parts.named("choice", name);
    choice.querySelector("input").value = uid;
    return choice;
  });

export const walkIn = ({ parts, typed, people, latest, letIn, cancel }) => {
  const form = parts.copy("walk-in");
  const friends = form.querySelector("[data-friends]");
  const offer = (found) => friends.replaceChildren(...choices(parts, found));
  offer(latest);
  form.elements.name.value = typed;
  form.elements.friend.oninput = () => {
    const found = called(people, form.elements.friend.value);
    offer(found.length ? found : latest);
    if (found.length === 1) friends.querySelector("input").checked = true;
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    const name = form.elements.name.value.trim();
    if (name) letIn({ name, phone: form.elements.phone.value.trim(), brought_by: form.elements.brought.value || null });
  };
  form.querySelector("[data-cancel]").onclick = cancel;
  return form;
};
