// "Preview" in the admin's forms: shows the page in a dialog instead of a new tab, at the width of
// a phone, a tablet or a desk, and only the button of the edition whose tab is open. Owns the
// dialog and the buttons beside it. Without it the buttons open the page in a tab.
"use strict";
{
  const FRAME = "preview-frame";

  const showEdition = (buttons) => {
    const panel = document.querySelector("[role=tabpanel]:not([hidden])");
    if (!panel) return;
    for (const button of buttons) button.hidden = button.dataset.preview !== panel.dataset.code;
  };

  const init = () => {
    const dialog = document.querySelector(".preview-dialog");
    const buttons = [...document.querySelectorAll("[data-preview]")];
    if (!dialog?.showModal) return;
    const frame = dialog.querySelector("iframe");
    const widths = [...dialog.querySelectorAll("[data-width]")];
    for (const button of buttons) button.formTarget = FRAME;
    for (const name of ["click", "keyup"]) document.addEventListener(name, () => showEdition(buttons));
    showEdition(buttons);

    document.addEventListener("submit", (event) => {
      if (event.submitter?.formTarget === FRAME) dialog.showModal();
    });
    dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
    const choose = (chosen) => {
      frame.width = chosen.dataset.width;
      for (const other of widths) other.setAttribute("aria-pressed", String(other === chosen));
    };
    for (const button of widths) button.addEventListener("click", () => choose(button));
    choose(widths.findLast((button) => button.dataset.width <= window.innerWidth) ?? widths[0]);
  };

  // After the tabs, which are made when the document is there.
  window.addEventListener("load", init);
}
