// What a text amounts to while it is written: words and minutes of a body, letters of what search
// engines show, and how that will look among their results. Owns the elements it makes from the
// templates of counters.html; counts words as the server does (nejat/text/reading.py).
"use strict";
{
  const WORDS_PER_MINUTE = 184;
  const SHOWN = { seo_title: 60, seo_description: 160 };
  const MARKS = "\\u0300-\\u036f\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06ed\\u200c\\u200d";
  const WORD = new RegExp(
    `[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_${MARKS}]|['’‑-](?=[\\p{L}\\p{N}_])|(?<=\\p{N})[.,٫٬](?=\\p{N}))*`,
    "gu",
  );
  const BLOCK = /<(?=\/?(?:p|h\d|li|td|th|figcaption|blockquote|div|br)\b)/gi;
  const number = new Intl.NumberFormat(document.documentElement.lang);

  const make = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);
  const put = (element, counts) => {
    for (const [name, count] of Object.entries(counts)) {
      element.querySelector(`[data-count="${name}"]`).textContent = number.format(count);
    }
  };
  const plain = (html) => {
    const apart = html.replace(BLOCK, " <");
    const page = new DOMParser().parseFromString(apart, "text/html");
    for (const unread of page.querySelectorAll("script, style")) unread.remove();
    return page.body.textContent;
  };

  const countBody = (field) => {
    const counter = make("text-counter");
    field.closest(".form-row").append(counter);
    const count = () => {
      const words = plain(field.value).match(WORD)?.length ?? 0;
      put(counter, { words, minutes: Math.max(1, Math.round(words / WORDS_PER_MINUTE)) });
    };
    return count;
  };

  const countLetters = (field, most) => {
    const counter = make("length-counter");
    field.closest(".form-row").append(counter);
    return () => {
      const letters = [...new Intl.Segmenter().segment(field.value)].length;
      put(counter, { letters, most });
      counter.classList.toggle("counter-over", letters > most);
    };
  };

  const showResult = (code) => {
    const field = (name) => document.getElementById(`id_${name}_${code}`);
    if (!field("seo_description")) return () => {};
    const result = make("search-result");
    const { lang, dir } = field("title");
    Object.assign(result, { lang, dir });
    field("seo_description").closest(".form-row").append(result);
    const cut = (text, most) => (text.length > most ? `${text.slice(0, most).trimEnd()} …` : text);
    return () => {
      const title = field("seo_title").value || field("title").value;
      const words = field("seo_description").value || field("standfirst")?.value || "";
      const slug = field("slug")?.value || "…";
      result.querySelector(".result-title").textContent = cut(title, SHOWN.seo_title) || "…";
      result.querySelector(".result-words").textContent = cut(words, SHOWN.seo_description) || "…";
      result.querySelector(".result-address").textContent = `${location.host} › ${code} › ${slug}`;
    };
  };

  document.addEventListener("DOMContentLoaded", () => {
    if (!document.getElementById("text-counter")) return;
    const updates = [];
    for (const body of document.querySelectorAll("textarea[name^='body_']")) {
      updates.push(countBody(body));
    }
    for (const [name, most] of Object.entries(SHOWN)) {
      for (const field of document.querySelectorAll(`[name^="${name}_"]`)) {
        updates.push(countLetters(field, most));
      }
    }
    for (const title of document.querySelectorAll("[name^='title_']")) {
      updates.push(showResult(title.name.slice("title_".length)));
    }
    let waiting;
    const refresh = () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => updates.forEach((update) => update()), 200);
    };
    for (const name of ["input", "change"]) document.addEventListener(name, refresh);
    refresh();
  });
}
