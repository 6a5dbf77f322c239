// Offline reading, on pages only while staff have switched it on: brings in the service worker,
// which keeps the articles read last. Without it pages are read online alone.
navigator.serviceWorker?.register("/service-worker.js").catch(() => {});
