// Keeps the whole app on the device: after the first load it starts and checks with no network. A new version is fetched whole
// and beside the old one, and takes its place at the next start.
declare const self: ServiceWorkerGlobalScope;
/** Written in when it is built: another with every change of any file. */
declare const STAMP: string;
declare const FILES: string[];

const CACHE = `verifier-${STAMP}`;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(CACHE).then(async (cache) => {
      await cache.addAll(["./", ...FILES].map((file) => new Request(file, { cache: "reload" })));
      await self.skipWaiting();
    }),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys().then(async (names) => {
      await Promise.all(names.filter((name) => name.startsWith("verifier-") && name !== CACHE).map((name) => caches.delete(name)));
      await self.clients.claim();
    }),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== self.location.origin || address.pathname.startsWith("/verifier/api/")) return;
  event.respondWith(caches.open(CACHE).then(async (cache) => (await cache.match(request, { ignoreSearch: true, ignoreVary: true })) ?? fetch(request)));
});
