// The service worker: keeps the files of the page, so that settings can be checked without a network.
// What the page asks of the API is none of its business.

const KEPT = "wavix-trunks-page";
/** Whoever asks: a host may vary its answers by origin, and modules are asked for with one. */
const HOWEVER = { ignoreVary: true };

/** All files of this build; those of others are given up, once all are there: a copy that breaks off must not cost the last one. */
async function keep() {
  const files = await (await fetch("files.json", { cache: "no-store" })).json();
  const wanted = new Set(files.map((file) => new URL(file, self.registration.scope).href));
  const cache = await caches.open(KEPT);
  const page = self.registration.scope;
  // Their names change with what is in them, but for that of the page, which names the others.
  for (const url of wanted) if (url !== page && !(await cache.match(url))) await cache.add(url);
  await cache.add(page);
  for (const { url } of await cache.keys()) if (!wanted.has(url)) await cache.delete(url);
}

/** The page itself from the network while there is one, or nobody would ever see a new one; its files from here. */
async function answer(request) {
  const cache = await caches.open(KEPT);
  if (request.mode !== "navigate") return (await cache.match(request, HOWEVER)) ?? (await fetch(request));
  try {
    return await fetch(request);
  } catch (error) {
    const page = await cache.match(self.registration.scope);
    if (page) return page;
    throw error;
  }
}

self.addEventListener("install", (event) => {
  event.waitUntil(keep().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener("message", (event) => {
  event.waitUntil(keep());
});

self.addEventListener("fetch", (event) => {
  const { url, method, mode } = event.request;
  const path = url.slice(self.registration.scope.length);
  const ours = url.startsWith(self.registration.scope) && (mode === "navigate" || path.startsWith("assets/"));
  if (ours && method === "GET") event.respondWith(answer(event.request));
});
