// What a device keeps of a door: its list, and what waits for a signal.
import { leavePage } from "../offline/page.js";
import { Store } from "../offline/store.js";

const DAY = 24 * 60 * 60 * 1000;
const kept = new Store("m4c-door", { doors: "here", waiting: "uid" });

export const keepDoor = (door) => kept.put("doors", { ...door, keptAt: Date.now() });
export const doorAt = (here) => kept.get("doors", here);
export const wait = (entry) => kept.put("waiting", entry);
export const allWaiting = () => kept.all("waiting");
export const sentOff = (uids) => kept.drop("waiting", ...uids);

export const waitingAt = async (here) =>
  (await allWaiting()).filter((entry) => entry.here === here).sort((one, two) => one.sent.at.localeCompare(two.sent.at));

const leave = async (here) => {
  await leavePage(here);
  await kept.drop("doors", here);
};

// Lists go after a day; what still waits for a signal stays until it is sent, for a week.
export const forgetOld = async () => {
  if (!(await kept.isThere())) return;
  for (const { here, keptAt } of await kept.all("doors")) if (keptAt < Date.now() - DAY) await leave(here);
  const late = (await allWaiting()).filter(({ sent }) => Date.parse(sent.at) < Date.now() - 7 * DAY);
  await sentOff(late.map(({ uid }) => uid));
};

export const forgetAll = async () => {
  if (!(await kept.isThere())) return;
  for (const { here } of await kept.all("doors")) await leave(here);
  await kept.forget();
};
