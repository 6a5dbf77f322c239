// The menu: Escape, or a click anywhere else, closes an open submenu and then the drawer; so does
// Tab when it leads out of them. Escape gives the focus back to the word that opened it, and puts
// away what the pointer alone shows. Without it those words alone open and close.
const isOpen = (details) => details.open;
const opened = () => [...document.querySelectorAll(".menu details, .drawer")].filter(isOpen);

const closeAround = (element) => {
  for (const details of opened()) {
    if (!details.contains(element)) details.open = false;
  }
};

const putAway = (details) => {
  details.dataset.putAway = "";
  details.addEventListener("pointerleave", () => delete details.dataset.putAway, { once: true });
};

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  document.querySelectorAll(".menu details:hover").forEach(putAway);
  // The drawer is outside of its submenus, so an open submenu comes first.
  const inner = opened().sort((a, b) => (a.contains(b) ? 1 : -1))[0];
  if (!inner) return;
  const held = inner.contains(document.activeElement);
  inner.open = false;
  if (held) inner.querySelector("summary").focus();
});

document.addEventListener("keyup", (event) => {
  if (event.key === "Tab") closeAround(document.activeElement);
});

// Not when a finger comes down: what closes then moves the word from under it. iPhones tell of no
// click where there is nothing but text, so there the finger's leaving counts, a little later.
document.addEventListener("click", (event) => closeAround(event.target));
document.addEventListener("pointerup", (event) => {
  if (event.pointerType === "touch") setTimeout(closeAround, 400, event.target);
});
