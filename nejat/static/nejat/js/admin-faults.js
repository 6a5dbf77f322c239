// The lists of what is wrong in a form and of what is marked in its texts: their links lead to the
// fields, in whatever edition they stand. The first fault is followed at once. Owns the links alone.
"use strict";
{
  const CONTROLS = "input:not([type=hidden]), select, textarea";

  // The panel of the edition that a place belongs to; words of rows below the tabs have one too.
  const panelOf = (place) => {
    const words = place.closest(".edition-words");
    const code = words?.className.match(/edition-(\w\w)\b/)?.[1];
    return place.closest("[role=tabpanel]") ?? document.querySelector(`[role=tabpanel][data-code="${code}"]`);
  };

  const lead = (link) => {
    const place = document.getElementById(link.hash.slice(1));
    if (!place) return;
    const panel = panelOf(place);
    if (panel?.hidden) document.getElementById(panel.getAttribute("aria-labelledby")).click();
    place.scrollIntoView({ block: "center" });
    (place.matches(CONTROLS) ? place : place.querySelector(CONTROLS) ?? place).focus();
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
