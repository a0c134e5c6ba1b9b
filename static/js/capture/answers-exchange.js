// What a phone beside a stage and the server tell each other while there is a signal: what waits, asks, what to confirm.
import { keepDoor } from "../door/kept.js";
import { sendWaiting } from "../door/sending.js";
import { ask } from "../offline/asking.js";
import { keepPage } from "../offline/page.js";

const told = async (list) => (await ask(list)).json();

// Sends all that waits at once; returns what was answered to each.
export const send = ({ here, send, list }) => sendWaiting({ here, send, guard: async () => (await told(list)).guard });

// The asks anew, and what to confirm; the page itself once, for when there is no signal.
let isKept = false;

export const refresh = async ({ here, send, list }) => {
  const { guard, people, to_confirm } = await told(list);
  await keepDoor({ here, send, guard, people, to_confirm });
  if (!isKept) await keepPage(here);
  isKept = true;
  return { people, to_confirm };
};
