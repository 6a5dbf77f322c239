// A text over the whole window, by its tool or Ctrl+Shift+F, until Escape or until the focus goes
// to another part of the page. Owns the class .is-full of .body-input.

const isCalled = (event) =>
  (event.ctrlKey || event.metaKey) && event.shiftKey && !event.altKey && event.code === "KeyF";

export class FullScreen {
  // `focus` puts the focus into the text.
  constructor(box, tool, words, focus) {
    Object.assign(this, { box, tool, focus });
    this.titles = { false: tool.title, true: words.leave };
    box.addEventListener("keydown", (event) => this.#onKey(event));
    document.addEventListener("focusin", ({ target }) => {
      if (this.isOn && !box.contains(target) && !target.closest("dialog")) this.#set(false);
    });
  }

  get isOn() {
    return this.box.classList.contains("is-full");
  }

  toggle() {
    this.#set(!this.isOn);
    this.focus();
  }

  #onKey(event) {
    const isLeft = this.isOn && event.key === "Escape" && !event.target.closest("[role=toolbar]");
    if (!isLeft && !isCalled(event)) return;
    event.preventDefault();
    this.toggle();
  }

  #set(isOn) {
    this.box.classList.toggle("is-full", isOn);
    this.tool.setAttribute("aria-pressed", String(isOn));
    this.tool.title = this.titles[isOn];
    if (!isOn) this.box.scrollIntoView({ block: "nearest" });
  }
}
