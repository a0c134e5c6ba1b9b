// Sends what waits, all at once, as soon as there is a signal; each is answered by its own uid and then forgotten.
import { ask } from "../offline/asking.js";
import { sentOff, waitingAt } from "./kept.js";

const MOST = 500;

const post = (address, entries, guard) =>
  ask(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": guard },
    body: JSON.stringify(entries.map(({ sent }) => sent)),
  });

// Returns the answers, each with the entry it answers; nothing where nothing waits. Throws where there is no signal.
export const sendWaiting = async ({ here, send, guard }) => {
  const entries = (await waitingAt(here)).slice(0, MOST);
  if (!entries.length) return [];
  const answer = await post(send, entries, await guard());
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  const by_uid = new Map((await answer.json()).map((one) => [one.uid, one]));
  const answered = entries.filter(({ uid }) => by_uid.has(uid));
  await sentOff(answered.map(({ uid }) => uid));
  return answered.map((entry) => ({ entry, ...by_uid.get(entry.uid) }));
};
