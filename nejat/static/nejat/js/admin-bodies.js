// Bodies in forms: a button puts a picture of the library into the text, and the pictures that the
// text names are shown below its HTML. Owns .body-pictures; the window is Django's own, which brings
// a number into the hidden field beside the button. Without it figures are typed.
import { askPicture } from "./rich-text/pictures.js";

const NAMED = /<figure\b[^>]*\bdata-image=["']?(\d+)/gi;
const PAUSE = 400; // milliseconds after the last key

const preview = (number, found, missing) => {
  const line = document.createElement("li");
  const words = document.createElement("bdi");
  words.dir = "auto";
  words.textContent = found?.words ?? `${missing} (${number})`;
  line.classList.toggle("missing", !found);
  line.innerHTML = found?.html ?? "";
  line.append(" ", words);
  return line;
};

// A line of its own, behind the line in which the cursor stands; the editor has a cursor of its own.
const insert = (text, number) => {
  const asked = new CustomEvent("body-picture", { detail: number, cancelable: true });
  if (!text.dispatchEvent(asked)) return;
  const line = text.value.indexOf("\n", text.selectionEnd);
  const end = line < 0 ? text.value.length : line;
  const start = text.value.lastIndexOf("\n", end - 1) + 1;
  const before = text.value.slice(start, end).trim() ? "\n\n" : "";
  const figure = `${before}<figure data-image="${number}"></figure>\n`;
  text.focus();
  text.setRangeText(figure, end, end, "end");
  text.dispatchEvent(new InputEvent("input", { bubbles: true }));
};

const prepare = (box) => {
  const text = document.getElementById(box.dataset.for);
  const list = box.querySelector(".body-previews");
  const { href } = box.querySelector(".related-lookup");
  let timer;
  let shown = "";

  const show = async () => {
    const numbers = [...new Set([...text.value.matchAll(NAMED)].map((match) => match[1]))];
    if (numbers.join() === shown) return;
    shown = numbers.join();
    const found = await Promise.all(numbers.map((number) => askPicture(href, number)));
    if (numbers.join() !== shown) return; // the text has changed meanwhile
    const missing = list.dataset.missing;
    list.replaceChildren(...numbers.map((n, index) => preview(n, found[index], missing)));
  };

  text.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, PAUSE);
  });
  // Django's window tells jQuery of the number it brings, and nobody else.
  django.jQuery(box.querySelector("input")).on("change", (event) => {
    if (event.target.value) insert(text, event.target.value);
    event.target.value = "";
  });
  box.hidden = text.disabled;
  show();
};

document.addEventListener("DOMContentLoaded", () => {
  for (const box of document.querySelectorAll(".body-pictures")) prepare(box);
});
