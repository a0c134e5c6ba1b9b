// Keeps a page and all that draws it on the device, for the worker below it; and lets go of both.
const cacheOf = (here) => `kept ${here}`;

export const keepPage = async (here) => {
  const shell = await fetch(`${here}?shell`, { credentials: "same-origin" });
  if (!shell.ok || shell.redirected) return;
  const drawn = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  const ours = drawn.filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith("/static/"));
  const cache = await caches.open(cacheOf(here));
  await cache.addAll([...new Set(ours.map(({ href }) => href))]);
  await cache.put(here, shell);
};

export const leavePage = async (here) => {
  await caches.delete(cacheOf(here));
  const worker = await navigator.serviceWorker?.getRegistration(here);
  if (worker && new URL(worker.scope).pathname === here) await worker.unregister();
};
