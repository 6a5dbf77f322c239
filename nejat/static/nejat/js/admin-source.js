// The source of a work beside its translations: whoever opened it finds it open in the next form.
// Owns that alone; without it the source is opened anew each time.
"use strict";
{
  const KEY = "source-text";

  document.addEventListener("DOMContentLoaded", () => {
    const source = document.querySelector(".source-text");
    if (!source) return;
    try {
      source.open = localStorage.getItem(KEY) === "open";
      source.addEventListener("toggle", () => localStorage.setItem(KEY, source.open ? "open" : ""));
    } catch {
      // A browser that keeps nothing opens it anew each time.
    }
  });
}
