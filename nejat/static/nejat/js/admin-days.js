// Days in the admin's forms, in the Persian interface: below each stands the day that was typed in
// the Jalali calendar, in which it may be typed too. Owns the words below; without it the inputs
// take the same.
"use strict";
{
  const long = new Intl.DateTimeFormat("fa", { dateStyle: "long" });
  const short = new Intl.DateTimeFormat("fa", { year: "numeric", month: "numeric", day: "numeric" });

  const wordsOf = (text) => {
    const day = /^\d{4}-\d{1,2}-\d{1,2}$/.test(text) ? new Date(`${text}T12:00`) : NaN;
    return isNaN(day) || day.getFullYear() < 1900 ? "" : long.format(day);
  };

  const addWords = (input) => {
    const words = document.createElement("span");
    words.className = "day-words";
    words.setAttribute("role", "status");
    const tell = () => (words.textContent = wordsOf(input.value));
    // Django's calendar writes into the input and puts the focus there.
    for (const name of ["input", "change", "focus", "blur"]) input.addEventListener(name, tell);
    input.placeholder = short.format(new Date());
    input.closest("p").append(words);
    tell();
  };

  document.addEventListener("DOMContentLoaded", () => {
    if (document.documentElement.lang !== "fa") return;
    document.querySelectorAll("input.vDateField").forEach(addWords);
  });
}
