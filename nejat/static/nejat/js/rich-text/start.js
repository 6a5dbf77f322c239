// Texts in forms are edited as they will look. Owns .body-input; without it, and wherever it
// fails, the HTML is typed into the text area, which stays what the form sends.
import { BLOCKS } from "./blocks.js";
import { Editor } from "./editor.js";
import { FullScreen } from "./full.js";
import { LinkWindow } from "./linking.js";
import { MARKS } from "./marks.js";
import { handlePaste } from "./pasting.js";
import { PlacingWindow, putIn } from "./placing.js";
import { CLEAR } from "./scrolling.js";
import { BodyText } from "./text.js";
import { connectToolbar, enterToolbar } from "./toolbar.js";
import { viewed } from "./views.js";

const EMPTY = { type: "doc", content: [{ type: "paragraph" }] };

const editableAttributes = (area, label) => ({
  "aria-label": label?.textContent.trim().replace(/:$/, "") ?? area.name,
  "aria-multiline": "true",
  class: "rich-text",
  dir: area.dir,
  lang: area.lang,
  role: "textbox",
});

class RichText {
  constructor(box, tools) {
    Object.assign(this, { box, tools, area: box.querySelector("textarea") });
    this.place = document.createElement("div");
    this.place.className = "rich-place";
    this.said = document.createElement("p");
    this.said.className = "rich-said";
    this.said.setAttribute("role", "status");
    const label = document.querySelector(`label[for="${this.area.id}"]`);
    label?.addEventListener("click", () => this.editor.commands.focus());
    this.editor = new Editor({
      element: this.place,
      editable: !this.area.disabled,
      injectCSS: false,
      extensions: [...BLOCKS, ...MARKS, ...viewed(tools)],
      editorProps: {
        scrollThreshold: CLEAR,
        scrollMargin: CLEAR,
        attributes: editableAttributes(this.area, label),
        handlePaste: handlePaste(tools, (words) => (this.said.textContent = words)),
        handleKeyDown: (_, event) => this.#onKey(event),
      },
      onUpdate: () => this.#write(),
    });
    this.#read();
    this.area.before(this.said, this.place);
    this.area.addEventListener("body-picture", (event) => this.#onPicture(event));
    if (!this.area.disabled) this.#addToolbar();
    this.#show(true);
  }

  #addToolbar() {
    this.bar = this.tools.bar.cloneNode(true);
    this.said.before(this.bar);
    const tool = this.bar.querySelector("[data-command=full]");
    const focus = () => (this.isRich ? this.editor.view : this.area).focus();
    const full = new FullScreen(this.box, tool, this.tools.words, focus);
    connectToolbar(this.bar, this.editor, {
      full: () => full.toggle(),
      html: () => this.#show(!this.isRich),
      link: () => this.tools.links.open(this.editor, this.area.lang),
      placed: () => this.tools.placing.open(this.editor, this.area.lang),
    });
  }

  // No step of it can be undone, and nothing counts it as a change.
  #read() {
    const { state, view, schema } = this.editor;
    this.text = new BodyText(this.area.value, schema);
    const nodes = this.text.nodes.length ? this.text.nodes : schema.nodeFromJSON(EMPTY).content;
    const change = state.tr.replaceWith(0, state.doc.content.size, nodes);
    view.dispatch(change.setMeta("addToHistory", false).setMeta("preventUpdate", true));
  }

  #write() {
    this.area.value = this.text.write(this.editor.state.doc);
    this.area.dispatchEvent(new Event("input", { bubbles: true }));
  }

  #show(isRich) {
    if (isRich && this.isRich === false && this.area.value !== this.left) this.#read();
    this.isRich = isRich;
    this.left = this.area.value;
    this.place.hidden = !isRich;
    this.area.hidden = isRich;
    this.box.classList.toggle("is-rich", isRich);
    this.bar?.classList.toggle("is-html", !isRich);
    this.bar?.querySelector("[data-command=html]").setAttribute("aria-pressed", String(!isRich));
  }

  #onKey(event) {
    this.said.textContent = "";
    const isCalled = this.bar && event.altKey && event.key === "F10";
    if (isCalled) enterToolbar(this.bar);
    return isCalled;
  }

  #onPicture(event) {
    if (!this.isRich) return;
    event.preventDefault();
    putIn(this.editor, "picture", { "data-image": String(event.detail) });
  }
}

const toolsOf = (template) => {
  const inside = template.content.cloneNode(true);
  const [links, placing] = inside.querySelectorAll("dialog");
  const { paste, most, works, kinds, ...words } = template.dataset;
  const bar = inside.querySelector("[role=toolbar]");
  const tools = { paste, most, works, kinds, words, bar };
  tools.links = new LinkWindow(links, tools);
  tools.placing = new PlacingWindow(placing, tools);
  document.body.append(links, placing);
  return tools;
};

const start = (template) => {
  const tools = toolsOf(template);
  for (const box of document.querySelectorAll(".body-input")) {
    const { href } = box.querySelector(".related-lookup");
    const { lang } = box.querySelector("textarea");
    try {
      new RichText(box, { ...tools, pictures: href, lang });
    } catch (error) {
      console.error(error); // the text area is still there
    }
  }
};

const template = document.getElementById("rich-text-tools");
if (template) start(template);
