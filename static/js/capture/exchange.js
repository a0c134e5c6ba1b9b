// What a phone at a house meeting and the server tell each other while there is a signal: what waits, and the guests.
import { keepDoor } from "../door/kept.js";
import { sendWaiting } from "../door/sending.js";
import { ask } from "../offline/asking.js";
import { keepPage } from "../offline/page.js";

const told = async (list) => (await ask(list)).json();

// Sends all that waits at once; returns what was refused, each with why.
export const send = async ({ here, send, list }) => {
  const answers = await sendWaiting({ here, send, guard: async () => (await told(list)).guard });
  return answers.filter(({ said }) => said === "refused");
};

// The guests anew, and the page itself, for when there is no signal.
export const refresh = async ({ here, send, list }) => {
  const { guard, people } = await told(list);
  await keepDoor({ here, send, guard, people });
  await keepPage(here);
  return people;
};
