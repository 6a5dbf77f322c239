// Fields in which an image is chosen: shows the picture in place of its number, takes it away
// again, and fetches it when a window brings another number. Owns .image-shown and the button
// "Remove"; the windows are Django's own. Without it the number is typed.
"use strict";
{
  const addressOf = (input, number) => {
    const list = input.closest(".image-input").querySelector(".related-lookup").href;
    return new URL(`${number}/thumbnail/`, list);
  };

  const show = (input, found) => {
    const box = input.closest(".image-input");
    const link = document.createElement("a");
    const words = document.createElement("bdi");
    box.querySelector(".image-shown").innerHTML = found?.html ?? "";
    box.querySelector(".image-remove").hidden = !input.value;
    box.querySelector(".image-trouble").textContent = "";
    if (!found) return;
    words.dir = "auto";
    words.textContent = found.words;
    link.href = found.address;
    link.append(words);
    box.querySelector(".image-shown").append(" ", link);
  };

  const update = async (input) => {
    const number = input.value.trim();
    if (!number) return show(input);
    const asked = { headers: { Accept: "application/json" } };
    const answer = await fetch(addressOf(input, number), asked);
    if (input.value.trim() !== number) return; // another one was chosen meanwhile
    show(input, answer.ok ? await answer.json() : undefined);
    if (answer.ok) return;
    const trouble = input.closest(".image-input").querySelector(".image-trouble");
    trouble.textContent = trouble.dataset.missing;
  };

  // In a form of many rows the group would be called "Picture" in each; its label knows better.
  const prepare = (box) => {
    const input = box.querySelector("input");
    const label = document.querySelector(`label[for="${input.id}"]`);
    if (label) box.setAttribute("aria-label", label.textContent.replace(/:\s*$/, ""));
    input.type = "hidden";
    box.querySelector(".image-remove").hidden = !input.value;
  };

  const prepareAll = (part) => {
    for (const box of part.querySelectorAll(".image-input")) prepare(box);
  };

  document.addEventListener("DOMContentLoaded", () => {
    prepareAll(document);
    // Django's windows bring a number and tell jQuery of it, and nobody else.
    django.jQuery(document).on("change", ".image-input input", (event) => {
      event.target.dispatchEvent(new InputEvent("input", { bubbles: true }));
      update(event.target);
    });
    document.addEventListener("click", (event) => {
      if (!event.target.matches(".image-remove")) return;
      const box = event.target.closest(".image-input");
      const input = box.querySelector("input");
      input.value = "";
      django.jQuery(input).trigger("change");
      box.querySelector(".related-lookup").focus();
    });
  });
  document.addEventListener("formset:added", (event) => prepareAll(event.target));
}
