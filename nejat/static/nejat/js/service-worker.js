// Offline reading: keeps the articles read last, with their style sheets, and shows them when the
// network does not answer or takes too long. Owns the caches "nejat-…": articles, the page that
// lists them in each edition, and files. Whatever is not a page of an edition it leaves alone.
const ARTICLES = "nejat-articles";
const LISTS = "nejat-lists";
const FILES = "nejat-files";
const MOST_ARTICLES = 20;
const MOST_FILES = 100;
const PATIENCE = 4000; // milliseconds for which the network is waited for when there is a copy
const A_DAY = 24 * 60 * 60 * 1000;

const EDITION = /^\/([a-z]{2})\//;
const ARTICLE = /^\/[a-z]{2}\/articles\/\d+\//;
const FILE = /^\/static\/.+\.(?:css|js)$/;
const LINKED = /(?:href|src)="([^"]+\.(?:css|js))"/g;
const IMPORTED = /@import\s+(?:url\()?["']([^"']+)/g;

// An article has one address whatever else stands in it, and others as text.
const nameOf = (url) => {
  const mode = url.search.slice(1).split("&").find((pair) => /^text-only(=|$)/.test(pair));
  return url.origin + url.pathname + (mode ? `?${mode}` : "");
};

// What an article needs came with it; where data is to be saved, nothing is asked for twice.
const ONCE = { cache: "force-cache" };
const frugally = () =>
  navigator.connection?.saveData ? { cache: "only-if-cached", mode: "same-origin" } : ONCE;

const trim = async (cache, most) => {
  const held = await cache.keys();
  for (const request of held.slice(0, Math.max(0, held.length - most))) await cache.delete(request);
};

const keepFiles = async (text, base, pattern, how) => {
  const files = await caches.open(FILES);
  for (const [, name] of text.matchAll(pattern)) {
    const url = new URL(name, base);
    if (!FILE.test(url.pathname) || url.origin !== location.origin) continue;
    if (await files.match(url)) continue;
    const response = await fetch(url, how).catch(() => null);
    if (!response?.ok) continue;
    await files.put(url, response.clone());
    await keepFiles(await response.text(), url, IMPORTED, how);
  }
  await trim(files, MOST_FILES);
};

const keep = async (cacheName, address, response, how) => {
  const html = await response.text();
  const headers = { "Content-Type": "text/html; charset=utf-8", "X-Kept-At": new Date().toISOString() };
  const cache = await caches.open(cacheName);
  await cache.delete(address); // so that it becomes the newest
  await cache.put(address, new Response(html, { headers }));
  await trim(cache, MOST_ARTICLES);
  await keepFiles(html, address, LINKED, how);
};

const keepList = async (edition) => {
  const address = new URL(`/${edition}/kept/`, location.origin).href;
  const kept = await caches.match(address, { cacheName: LISTS });
  if (kept && Date.now() - new Date(kept.headers.get("X-Kept-At")) < A_DAY) return;
  const response = await fetch(address);
  if (response.ok) await keep(LISTS, address, response, ONCE);
};

// Keeps an article that readers may see; forgets one that is gone. An address that says more than
// which article it is may show more, such as thanks for a comment.
const learn = async (url, response) => {
  const [, edition] = EDITION.exec(url.pathname);
  const name = nameOf(url);
  if (!ARTICLE.test(url.pathname) || name !== url.origin + url.pathname + url.search) return;
  if (response.status === 404 || response.status === 410) {
    await (await caches.open(ARTICLES)).delete(name);
  }
  const isPrivate = /no-store|private/.test(response.headers.get("Cache-Control") ?? "");
  if (response.status !== 200 || response.redirected || isPrivate) return;
  await keep(ARTICLES, name, response, frugally());
  await keepList(edition);
};

const listOf = (edition) =>
  caches.match(new URL(`/${edition}/kept/`, location.origin), { cacheName: LISTS });

const signed = async (kept, edition) => {
  const html = await kept.text();
  const list = (await (await listOf(edition))?.text()) ?? "";
  const sign = /<template id="kept-sign">(.*?)<\/template>/s.exec(list)?.[1] ?? "";
  const locale = /data-locale="([^"]*)"/.exec(list)?.[1] ?? edition;
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "long" });
  const words = sign.replace("{day}", day.format(new Date(kept.headers.get("X-Kept-At"))));
  return new Response(html.replace(/<main\b[^>]*>/, (main) => main + words), { headers: kept.headers });
};

const giveUp = () => new Promise((_, reject) => setTimeout(reject, PATIENCE));

const page = async (event, url) => {
  const [, edition] = EDITION.exec(url.pathname);
  const asked = fetch(event.request);
  event.waitUntil(asked.then((response) => learn(url, response.clone())).catch(() => {}));
  const kept = await caches.match(nameOf(url), { cacheName: ARTICLES });
  try {
    return await (kept ? Promise.race([asked, giveUp()]) : asked);
  } catch {
    return kept ? signed(kept, edition) : ((await listOf(edition)) ?? Response.error());
  }
};

// The pages that were open before there was a worker are kept too, from what the browser holds.
const begin = async () => {
  await self.clients.claim();
  for (const client of await self.clients.matchAll({ type: "window" })) {
    const url = new URL(client.url);
    if (!ARTICLE.test(url.pathname)) continue;
    await fetch(url, frugally()).then((response) => learn(url, response)).catch(() => {});
  }
};

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(begin()));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (event.request.mode === "navigate" && EDITION.test(url.pathname)) {
    event.respondWith(page(event, url));
  } else if (FILE.test(url.pathname)) {
    const inCache = async () =>
      (await caches.match(url, { cacheName: FILES })) ?? Response.error();
    event.respondWith(fetch(event.request).catch(inCache));
  }
});
