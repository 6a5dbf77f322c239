// The window in which a link is set: to a work of ours, found by its words, or to an address.
// Owns #rich-link, which all texts of a form share.
import { askWorks, searchWorks } from "./searching.js";

const setLink = (editor, attributes, title) => {
  const chain = editor.chain().focus().extendMarkRange("a");
  if (!editor.state.selection.empty || editor.isActive("a")) {
    return chain.unsetMark("a").setMark("a", attributes).run();
  }
  const marks = [{ type: "a", attrs: attributes }];
  return chain.insertContent({ type: "text", text: title, marks }).run();
};

export class LinkWindow {
  constructor(dialog, tools) {
    this.dialog = dialog;
    this.tools = tools;
    this.form = dialog.querySelector("form");
    this.now = dialog.querySelector(".rich-work-now");
    const asked = () => ({ edition: this.lang });
    this.forget = searchWorks(dialog, tools, asked, (work) => this.#choose(work));
    dialog.addEventListener("close", () => this.#end(dialog.returnValue));
  }

  open(editor, lang) {
    Object.assign(this, { editor, lang });
    const { href, hreflang, "data-work": work } = editor.getAttributes("a");
    this.form.reset();
    this.forget();
    this.form.elements.href.value = href ?? "";
    this.form.elements.hreflang.value = hreflang ?? "";
    this.form.querySelector("[value=remove]").hidden = !editor.isActive("a");
    this.dialog.returnValue = "";
    this.dialog.showModal();
    this.#tell(work);
  }

  async #tell(work) {
    this.now.hidden = !work;
    if (!work) return;
    const [found] = await askWorks(this.tools, { work, edition: this.lang }).catch(() => []);
    this.now.querySelector("bdi").textContent = found ? found.title : work;
  }

  #choose({ work, title }) {
    this.dialog.close("cancel");
    setLink(this.editor, { "data-work": work }, title);
  }

  #end(said) {
    const { href, hreflang } = this.form.elements;
    const address = href.value.trim();
    if (said === "remove") this.editor.chain().focus().extendMarkRange("a").unsetMark("a").run();
    else if (said === "apply" && address) {
      setLink(this.editor, { href: address, hreflang: hreflang.value || null }, address);
    } else this.editor.commands.focus();
  }
}
