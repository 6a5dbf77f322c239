// Texts in forms are edited as they will look. Owns .body-input; without it, and wherever it
// fails, the HTML is typed into the text area, which stays what the form sends.
import { BLOCKS } from "./blocks.js";
import { Editor } from "./editor.js";
import { LinkWindow } from "./linking.js";
import { MARKS } from "./marks.js";
import { handlePaste } from "./pasting.js";
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
    const label = document.querySelector(`label[for="${this.area.id}"]`);
    label?.addEventListener("click", () => this.editor.commands.focus());
    this.editor = new Editor({
      element: this.place,
      editable: !this.area.disabled,
      injectCSS: false,
      extensions: [...BLOCKS, ...MARKS, ...viewed(tools)],
      editorProps: {
        attributes: editableAttributes(this.area, label),
        handlePaste: handlePaste(tools),
        handleKeyDown: (_, event) => this.#onKey(event),
      },
      onUpdate: () => this.#write(),
    });
    this.#read();
    this.area.before(this.place);
    this.area.addEventListener("body-picture", (event) => this.#onPicture(event));
    if (!this.area.disabled) this.#addToolbar();
    this.#show(true);
  }

  #addToolbar() {
    this.bar = this.tools.bar.cloneNode(true);
    this.place.before(this.bar);
    connectToolbar(this.bar, this.editor, {
      html: () => this.#show(!this.isRich),
      link: () => this.tools.links.open(this.editor, this.area.lang),
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
    const isCalled = this.bar && event.altKey && event.key === "F10";
    if (isCalled) enterToolbar(this.bar);
    return isCalled;
  }

  #onPicture(event) {
    if (!this.isRich) return;
    event.preventDefault();
    const picture = { type: "picture", attrs: { "data-image": String(event.detail) } };
    this.editor.chain().focus().insertContent(picture).run();
  }
}

const toolsOf = (template) => {
  const inside = template.content.cloneNode(true);
  const dialog = inside.querySelector("dialog");
  const { paste, works, ...words } = template.dataset;
  const tools = { paste, works, words, bar: inside.querySelector("[role=toolbar]") };
  tools.token = document.querySelector("[name=csrfmiddlewaretoken]").value;
  tools.links = new LinkWindow(dialog, tools);
  document.body.append(dialog);
  return tools;
};

const start = (template) => {
  const tools = toolsOf(template);
  for (const box of document.querySelectorAll(".body-input")) {
    const { href } = box.querySelector(".related-lookup");
    try {
      new RichText(box, { ...tools, pictures: href });
    } catch (error) {
      console.error(error); // the text area is still there
    }
  }
};

const template = document.getElementById("rich-text-tools");
if (template) start(template);
