// Shows a page from what was kept when there is no signal. It stands below one page and reaches no other.
const PATIENCE = 4_000; // milliseconds until the kept page is shown

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

const keptPage = () => caches.match(new URL("./", location.href).pathname);

const page = async (request) => {
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error("late")), PATIENCE));
  try {
    return await Promise.race([fetch(request), late]);
  } catch (none) {
    return (await keptPage()) ?? fetch(request);
  }
};

const part = async (request) => (await caches.match(request)) ?? fetch(request);

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (new URL(request.url).pathname.startsWith("/static/")) event.respondWith(part(request));
});
