// A device forgets every door's list after a day, and at once when somebody signs out; what waits is sent before.
import { beforeSigningOut } from "../offline/signing-out.js";
import { allWaiting, doorAt, forgetAll, forgetOld } from "./kept.js";
import { sendWaiting } from "./sending.js";

const sendAll = async () => {
  for (const here of new Set((await allWaiting()).map((entry) => entry.here))) {
    const door = await doorAt(here);
    if (door) await sendWaiting({ ...door, guard: () => door.guard }).catch(() => []);
  }
};

beforeSigningOut(async () => {
  await sendAll();
  await forgetAll();
});

if (globalThis.indexedDB?.databases && globalThis.caches) forgetOld();
