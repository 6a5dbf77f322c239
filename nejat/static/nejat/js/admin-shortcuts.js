// Keys of the desk: a sheet that lists them, a palette (see admin-palette.js), and steps of a form.
// Opens the two dialogs of shortcuts.html. Single letters work outside of fields alone.
"use strict";
{
  const isWriting = (target) =>
    target.isContentEditable ||
    target.matches("textarea, select, input:not([type=submit], [type=checkbox], [type=radio])");

  const openPalette = (palette) => {
    palette.showModal();
    const input = palette.querySelector("input");
    input.value = "";
    input.dispatchEvent(new Event("input"));
    input.focus();
  };

  const press = (selector) => {
    const control = document.querySelector(selector);
    control?.click();
    return Boolean(control);
  };

  document.addEventListener("DOMContentLoaded", () => {
    const palette = document.getElementById("palette");
    const sheet = document.getElementById("keys-sheet");
    if (!palette) return;
    for (const button of document.querySelectorAll("[data-opens]")) {
      button.hidden = false;
      button.addEventListener("click", () =>
        button.dataset.opens === "palette" ? openPalette(palette) : sheet.showModal(),
      );
    }
    document.addEventListener("keydown", (event) => {
      if (event.defaultPrevented || document.querySelector("dialog[open]")) return;
      const held = event.ctrlKey || event.metaKey;
      let done = false;
      if (held && !event.altKey && event.code === "KeyK") {
        openPalette(palette);
        done = true;
      } else if (held && !event.altKey && event.code === "KeyS") {
        done = press(".submit-row [name=_continue]") || press(".submit-row [name=_save]");
      } else if (event.altKey && !held && /^Digit[1-4]$/.test(event.code)) {
        done = press(`.edition-tabs [role=tab]:nth-child(${event.code.slice(-1)})`);
      } else if (!held && !event.altKey && !isWriting(event.target)) {
        if (event.key === "?" || event.key === "؟") {
          sheet.showModal();
          done = true;
        } else if (event.code === "Slash") {
          const search = document.getElementById("searchbar");
          search?.focus();
          done = Boolean(search);
        }
      }
      if (done) event.preventDefault();
    });
  });
}
