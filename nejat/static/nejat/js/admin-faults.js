// The list of what is wrong in a form: its links lead to the fields, in whatever edition they
// stand, and the first of them is followed at once. Owns the links of .faults alone.
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
    const links = [...document.querySelectorAll(".faults a")];
    for (const link of links) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        lead(link);
      });
    }
    if (links.length) lead(links[0]);
  });
}
