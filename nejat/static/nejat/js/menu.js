// The menu's submenus: Escape, or a press anywhere else, closes the open one; Escape gives the
// focus back to the word that opened it. Without it that word alone closes its submenu.
const openSubmenus = () => document.querySelectorAll(".menu details[open]");

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const submenu of openSubmenus()) {
    const held = submenu.contains(document.activeElement);
    submenu.open = false;
    if (held) submenu.querySelector("summary").focus();
  }
});

document.addEventListener("pointerdown", (event) => {
  for (const submenu of openSubmenus()) {
    if (!submenu.contains(event.target)) submenu.open = false;
  }
});
