// The menu: Escape, or a press anywhere else, closes an open submenu and then the drawer. Escape
// gives the focus back to the word that opened it. Without it those words alone open and close.
const isOpen = (details) => details.open;
const opened = () => [...document.querySelectorAll(".menu details, .drawer")].filter(isOpen);

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  // The drawer is outside of its submenus, so an open submenu comes first.
  const inner = opened().sort((a, b) => (a.contains(b) ? 1 : -1))[0];
  if (!inner) return;
  const held = inner.contains(document.activeElement);
  inner.open = false;
  if (held) inner.querySelector("summary").focus();
});

document.addEventListener("pointerdown", (event) => {
  for (const details of opened()) {
    if (!details.contains(event.target)) details.open = false;
  }
});
