// What /service-worker.js answers while offline reading is off: takes the place of the worker that
// a browser may have from before, throws away what that one kept, and goes.
const leave = async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith("nejat-")) await caches.delete(name);
  }
  await self.registration.unregister();
};

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(leave()));
