// The form of somebody who is not on the list: a name, and who brought them, one of the last to come in or by two letters.
import { mint } from "../offline/uid.js";
import { called } from "./finding.js";

const FRIENDS = 4;

const choices = (parts, people) =>
  people.slice(0, FRIENDS).map(([uid, name]) => {
    const choice = parts.named("choice", name);
    choice.querySelector("input").value = uid;
    return choice;
  });

const offering = (form, { parts, list }) => {
  const friends = form.querySelector("[data-friends]");
  const lastIn = list.lastIn.filter((person) => person[2]);
  const offer = (found) => friends.replaceChildren(...choices(parts, found));
  offer(lastIn);
  return () => {
    const found = called(list.people, form.elements.friend.value);
    offer(found.length ? found : lastIn);
    if (found.length === 1) friends.querySelector("input").checked = true;
  };
};

export const walkIn = (door, typed) => {
  const form = door.parts.copy("walk-in");
  const { name, phone, friend } = form.elements;
  name.value = typed;
  friend.oninput = offering(form, door);
  form.onsubmit = (event) => {
    event.preventDefault();
    const given = { name: name.value.trim(), phone: phone.value.trim(), brought_by: form.elements.brought.value || null };
    if (given.name) door.note({ attendance: mint(), ...given });
  };
  form.querySelector("[data-cancel]").onclick = () => door.draw();
  const row = document.createElement("li");
  row.append(form);
  door.querySelector("[data-rows]").replaceChildren(row);
  name.focus();
};
