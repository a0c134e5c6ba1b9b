// What a device keeps of a door: its list, and what waits for a signal. In IndexedDB, so that closing the tab loses nothing.
const NAME = "m4c-door";
const DAY = 24 * 60 * 60 * 1000;

const opened = () =>
  new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("doors", { keyPath: "here" });
      asked.result.createObjectStore("waiting", { keyPath: "uid" });
    };
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });

// One transaction on one store; resolves when it is on the disk.
const inStore = async (store, mode, act) => {
  const database = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(store, mode, { durability: "strict" });
      const asked = act(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(asked?.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
};

export const keepDoor = (door) => inStore("doors", "readwrite", (store) => store.put({ ...door, keptAt: Date.now() }));
export const doorAt = (here) => inStore("doors", "readonly", (store) => store.get(here));
export const wait = (entry) => inStore("waiting", "readwrite", (store) => store.put(entry));
export const allWaiting = () => inStore("waiting", "readonly", (store) => store.getAll());

export const waitingAt = async (here) =>
  (await allWaiting()).filter((entry) => entry.here === here).sort((one, two) => one.sent.at.localeCompare(two.sent.at));

export const sentOff = (uids) =>
  inStore("waiting", "readwrite", (store) => {
    for (const uid of uids) store.delete(uid);
  });

// The page itself and all that draws it, for the door's worker.
export const keepPage = async (here) => {
  const drawn = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  const ours = drawn.filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith("/static/"));
  const cache = await caches.open(`door ${here}`);
  await cache.addAll([...new Set(ours.map(({ href }) => href))]);
  const shell = await fetch(`${here}?shell`, { credentials: "same-origin" });
  if (shell.ok && !shell.redirected) await cache.put(here, shell);
};

const leave = async (here) => {
  await caches.delete(`door ${here}`);
  await inStore("doors", "readwrite", (store) => store.delete(here));
  const worker = await navigator.serviceWorker?.getRegistration(here);
  if (worker && new URL(worker.scope).pathname === here) await worker.unregister();
};

const isThere = async () => (await indexedDB.databases()).some(({ name }) => name === NAME);

// Lists go after a day; what still waits for a signal stays until it is sent, for a week.
export const forgetOld = async () => {
  if (!(await isThere())) return;
  const doors = await inStore("doors", "readonly", (store) => store.getAll());
  for (const { here, keptAt } of doors) if (keptAt < Date.now() - DAY) await leave(here);
  const late = (await allWaiting()).filter(({ sent }) => Date.parse(sent.at) < Date.now() - 7 * DAY);
  await sentOff(late.map(({ uid }) => uid));
};

export const forgetAll = async () => {
  if (!(await isThere())) return;
  for (const { here } of await inStore("doors", "readonly", (store) => store.getAll())) await leave(here);
  await new Promise((resolve) => {
    const gone = indexedDB.deleteDatabase(NAME);
    gone.onsuccess = gone.onerror = gone.onblocked = resolve;
  });
};
