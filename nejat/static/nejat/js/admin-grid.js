// The grid of images: says how many are chosen and chooses all of the page, as Django's own script
// does for tables. Owns the box it puts above the grid. Without it images are ticked one by one.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const grid = document.getElementById("image-grid");
  const boxes = [...(grid?.querySelectorAll(".action-select") ?? [])];
  if (!boxes.length) return;

  const label = document.createElement("label");
  const all = document.createElement("input");
  all.type = "checkbox";
  label.className = "tiles-all";
  label.append(all, ` ${grid.dataset.selectAll}`);
  grid.before(label);

  const tell = () => {
    const chosen = boxes.filter((box) => box.checked).length;
    all.checked = chosen === boxes.length;
    for (const box of boxes) box.closest(".tile").classList.toggle("chosen", box.checked);
    const counter = document.querySelector(".action-counter");
    if (!counter) return;
    const words = ngettext("%(sel)s of %(cnt)s selected", "%(sel)s of %(cnt)s selected", chosen);
    counter.textContent = interpolate(words, { sel: chosen, cnt: boxes.length }, true);
  };

  all.addEventListener("change", () => {
    for (const box of boxes) box.checked = all.checked;
    tell();
  });
  grid.addEventListener("change", tell);
  window.addEventListener("pageshow", tell); // a page shown again keeps its ticks
});
