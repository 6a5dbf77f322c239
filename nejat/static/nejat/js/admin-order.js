// The order of a gallery's pictures: rows are dragged by their handle or moved by buttons, and the
// position inputs follow. Owns the tools it puts into each row. Without it positions are typed.
"use strict";
const EDGE = 80; // pixels from the top and bottom of the window, where dragging scrolls it
const STEP = 24;
document.addEventListener("DOMContentLoaded", () => {
  const tools = document.getElementById("order-tools");
  const group = document.querySelector(".inline-group:has([name$='-position'])");
  if (!tools || !group) return;
  const said = document.getElementById("order-said");
  const inDigits = (number) => String(number).replace(/\d/g, (d) => said.dataset.digits[d]);

  const rows = () => [...group.querySelectorAll(".inline-related:not(.empty-form)")];
  const position = (row) => row.querySelector("[name$='-position']");

  const refresh = () => {
    rows().forEach((row, index, { length }) => {
      row.querySelector(".order-up").disabled = index === 0;
      row.querySelector(".order-down").disabled = index === length - 1;
    });
  };

  const number = () => {
    rows().forEach((row, index) => {
      const input = position(row);
      if (input.value === String(index + 1)) return;
      input.value = index + 1;
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
    refresh();
  };

  const tell = (row) => {
    const all = rows();
    said.textContent = said.dataset.words
      .replace("{place}", inDigits(all.indexOf(row) + 1))
      .replace("{all}", inDigits(all.length));
  };

  const move = (row, by) => {
    const all = rows();
    const other = all[all.indexOf(row) + by];
    if (!other) return;
    if (by < 0) other.before(row);
    else other.after(row);
    number();
    tell(row);
  };

  const step = (button, row, by) => {
    button.addEventListener("click", () => {
      move(row, by);
      const other = button.parentElement.querySelector("[data-label]:enabled");
      (button.disabled ? other : button)?.focus(); // moving a row takes the focus from it
    });
  };

  const middle = (row) => {
    const { top, height } = row.getBoundingClientRect();
    return top + height / 2;
  };

  const drag = (handle, row) => {
    handle.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      handle.setPointerCapture(event.pointerId);
      row.classList.add("dragged");
    });
    handle.addEventListener("pointermove", (event) => {
      if (!handle.hasPointerCapture(event.pointerId)) return;
      if (event.clientY < EDGE) window.scrollBy(0, -STEP);
      else if (event.clientY > window.innerHeight - EDGE) window.scrollBy(0, STEP);
      const [above, below] = [-1, 1].map((by) => rows()[rows().indexOf(row) + by]);
      if (above && event.clientY < middle(above)) above.before(row);
      else if (below && event.clientY > middle(below)) below.after(row);
      else return;
      handle.setPointerCapture(event.pointerId); // moving a row lets go of the pointer
    });
    handle.addEventListener("lostpointercapture", () => {
      if (!row.isConnected) return;
      row.classList.remove("dragged");
      number();
      tell(row);
    });
  };

  const prepare = (row) => {
    const made = tools.content.cloneNode(true);
    const words = row.querySelector(".inline_label")?.textContent.trim() ?? "";
    for (const button of made.querySelectorAll("[data-label]")) {
      button.setAttribute("aria-label", `${button.dataset.label}: ${words}`);
    }
    step(made.querySelector(".order-up"), row, -1);
    step(made.querySelector(".order-down"), row, 1);
    drag(made.querySelector(".order-handle"), row);
    row.querySelector("h3").prepend(made);
    row.classList.add("ordered");
  };

  rows().forEach(prepare);
  refresh();
  document.addEventListener("formset:added", (event) => {
    if (!group.contains(event.target)) return;
    prepare(event.target);
    number();
  });
  document.addEventListener("formset:removed", number);
});
