// The button that publishes says "Schedule" while the date of its edition is one to come. Owns the
// words of those buttons alone; the server decides by the date that is sent.
"use strict";
{
  const words = (button) => {
    const code = button.name.replace("state_", "");
    const [date, time] = ["0", "1"].map(
      (part) => document.getElementById(`id_published_at_${code}_${part}`)?.value ?? "",
    );
    const moment = new Date(`${date}T${time || "00:00"}`);
    return moment > new Date() ? button.dataset.later : button.dataset.now;
  };

  const refresh = () => {
    for (const button of document.querySelectorAll("button[data-later]")) {
      button.textContent = words(button);
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    refresh();
    for (const name of ["input", "change", "focusin"]) document.addEventListener(name, refresh);
  });
}
