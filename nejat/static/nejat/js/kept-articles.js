// The page of kept articles: lists what service-worker.js keeps, newest first, and deletes it when
// the reader says so. Reads the cache "nejat-articles", in which each response says when it was kept.
const list = document.querySelector("#kept");
const forget = document.querySelector("#forget");

const lineOf = async (address, response) => {
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const link = document.createElement("a");
  link.href = address;
  link.lang = page.documentElement.lang;
  link.dir = page.documentElement.dir;
  link.textContent = page.querySelector("h1")?.textContent.trim() || page.title;
  const day = document.createElement("time");
  const kept = new Date(response.headers.get("X-Kept-At"));
  day.dateTime = kept.toISOString();
  day.textContent = new Intl.DateTimeFormat(list.dataset.locale, { dateStyle: "long" }).format(kept);
  const line = document.createElement("li");
  line.append(link, " ", day);
  return line;
};

const show = async () => {
  const lines = [];
  if (await caches.has("nejat-articles")) {
    const articles = await caches.open("nejat-articles");
    for (const request of await articles.keys()) {
      lines.unshift(await lineOf(request.url, await articles.match(request)));
    }
  }
  list.replaceChildren(...lines);
  forget.hidden = !lines.length;
  document.querySelector("#nothing-kept").hidden = lines.length > 0;
};

if (list && window.caches) {
  forget.addEventListener("click", async () => {
    await caches.delete("nejat-articles");
    await show();
  });
  await show();
}
document.querySelector("#no-connection").hidden = location.pathname.endsWith("/kept/");
