// A device forgets every door's list after a day, and at once when somebody signs out; what waits is sent before.
import { allWaiting, doorAt, forgetAll, forgetOld } from "./kept.js";
import { sendWaiting } from "./sending.js";

const sendAll = async () => {
  for (const here of new Set((await allWaiting()).map((entry) => entry.here))) {
    const door = await doorAt(here);
    if (door) await sendWaiting({ ...door, guard: () => door.guard }).catch(() => []);
  }
};

const signOut = async (form) => {
  try {
    await sendAll();
    await forgetAll();
  } finally {
    form.submit();
  }
};

if (globalThis.indexedDB?.databases && globalThis.caches) {
  forgetOld();
  document.addEventListener("submit", (event) => {
    if (!event.target.action?.endsWith("/account/logout/")) return;
    event.preventDefault();
    signOut(event.target);
  });
}
