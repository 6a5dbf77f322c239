// The lists of what is wrong in a form and of what is marked in its texts: their links lead to the
// fields, in whatever edition they stand. The first fault is followed at once. Owns the links alone.
"use strict";
{
  const lead = (link) => {
    const field = document.getElementById(link.hash.slice(1));
    if (!field) return;
    const panel = field.closest("[role=tabpanel]");
    if (panel?.hidden) document.getElementById(panel.getAttribute("aria-labelledby")).click();
    field.scrollIntoView({ block: "center" });
    field.focus();
  };

  // After the tabs, which are made when the page is there.
  window.addEventListener("load", () => {
    for (const link of document.querySelectorAll(".faults a, .checks a[href^='#']")) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        lead(link);
      });
    }
    const first = document.querySelector(".faults a");
    if (first) lead(first);
  });
}
