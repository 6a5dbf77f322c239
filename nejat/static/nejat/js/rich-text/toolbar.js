// The tools above a text: one stop of the tab key, arrows between them. Owns .rich-toolbar.
import { CHOICES, COMMANDS } from "./commands.js";

const visible = (bar) =>
  [...bar.querySelectorAll("button, select")].filter((tool) => !tool.hidden && !tool.disabled);

const focusOn = (bar, tool) => {
  for (const other of bar.querySelectorAll("button, select")) other.tabIndex = other === tool ? 0 : -1;
  tool.focus();
};

const step = (bar, event) => {
  const tools = visible(bar);
  const here = tools.indexOf(document.activeElement);
  const forward = getComputedStyle(bar).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  const moves = { Home: 0, End: tools.length - 1 };
  if (/^Arrow(?:Left|Right)$/.test(event.key)) {
    moves[event.key] = (here + (event.key === forward ? 1 : -1) + tools.length) % tools.length;
  }
  if (!(event.key in moves)) return;
  event.preventDefault();
  focusOn(bar, tools[moves[event.key]]);
};

// The editor has a selection from the start, at the end of its text. Before somebody has put the
// cursor there, nothing is chosen and no tool may say so.
const show = (bar, editor, isEntered) => {
  for (const tool of bar.querySelectorAll("[data-command]")) {
    const { isOn, isOff, isShown } = COMMANDS[tool.dataset.command] ?? {};
    if (isOn) tool.setAttribute("aria-pressed", String(isEntered && Boolean(isOn(editor))));
    if (isOff) tool.setAttribute("aria-disabled", String(isOff(editor)));
    if (isShown) tool.hidden = !isEntered || !isShown(editor);
  }
  for (const tool of bar.querySelectorAll("[data-choice]")) {
    tool.value = isEntered ? CHOICES[tool.dataset.choice].value(editor) : "";
  }
  if (!visible(bar).some((tool) => tool.tabIndex === 0)) visible(bar)[0].tabIndex = 0;
};

// `actions` are what the tools do that are no commands of the editor: a dialog, the HTML.
export const connectToolbar = (bar, editor, actions) => {
  for (const tool of bar.querySelectorAll("button, select")) tool.tabIndex = -1;
  bar.addEventListener("keydown", (event) => {
    if (event.key === "Escape") editor.view.focus();
    else step(bar, event);
  });
  bar.addEventListener("click", (event) => {
    const name = event.target.closest("[data-command]")?.dataset.command;
    if (!name) return;
    if (actions[name]) {
      actions[name]();
    } else {
      editor.view.focus(); // `editor.chain().focus()` waits, and what is typed then would be lost
      COMMANDS[name].run(editor.chain(), editor).run();
    }
  });
  // By keyboard a choice is passed through on the way to another, and the focus stays on it.
  let isPointed = false;
  bar.addEventListener("pointerdown", () => (isPointed = true));
  bar.addEventListener("keydown", () => (isPointed = false));
  bar.addEventListener("change", ({ target }) => {
    const dir = target.selectedOptions[0]?.dataset.dir;
    if (isPointed) editor.view.focus();
    CHOICES[target.dataset.choice].run(editor.chain(), target.value, { dir }).run();
  });
  let isEntered = false;
  let waits = false;
  const later = () => {
    if (waits) return;
    waits = true;
    requestAnimationFrame(() => {
      waits = false;
      if (!editor.isDestroyed) show(bar, editor, isEntered);
    });
  };
  editor.on("transaction", later);
  editor.on("focus", () => {
    isEntered = true;
    later();
  });
  show(bar, editor, isEntered);
  bar.hidden = false;
};

export const enterToolbar = (bar) => {
  focusOn(bar, bar.querySelector("[tabindex='0']") ?? visible(bar)[0]);
};
