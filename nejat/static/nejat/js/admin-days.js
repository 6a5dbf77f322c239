// Days in the admin's forms, in the Persian interface: below each stands the day that was typed in
// the Jalali calendar, in which it may be typed too. Owns the words below; without it the inputs
// take the same.
"use strict";
{
  const long = new Intl.DateTimeFormat("fa", { dateStyle: "long" });
  const short = new Intl.DateTimeFormat("fa", { year: "numeric", month: "numeric", day: "numeric" });

  const wordsOf = (text) => {
    const typed = /^((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})$/.exec(text);
    if (!typed) return "";
    const [year, month, day] = typed.slice(1).map(Number);
    const found = new Date(year, month - 1, day, 12);
    return found.getDate() === day ? long.format(found) : "";
  };

  const addWords = (input) => {
    const words = document.createElement("span");
    words.className = "day-words";
    words.setAttribute("role", "status");
    const tell = () => (words.textContent = wordsOf(input.value));
    // Django's calendar writes into the input and puts the focus there.
    for (const name of ["input", "change", "focus", "blur"]) input.addEventListener(name, tell);
    if (!input.disabled) input.placeholder = short.format(new Date());
    input.closest("p").append(words);
    tell();
  };

  document.addEventListener("DOMContentLoaded", () => {
    if (document.documentElement.lang !== "fa") return;
    document.querySelectorAll("input.vDateField").forEach(addWords);
  });
}
