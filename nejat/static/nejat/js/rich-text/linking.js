// The window in which a link is set: to a work of ours, found by its words, or to an address.
// Owns #rich-link, which all texts of a form share.

const PAUSE = 250; // milliseconds after the last key

const ask = async (tools, parameters) => {
  const address = `${tools.works}?${new URLSearchParams(parameters)}`;
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  return answer.ok && !answer.redirected ? (await answer.json()).works : [];
};

const choiceOf = (work, choose) => {
  const line = document.createElement("li");
  const button = document.createElement("button");
  const title = document.createElement("bdi");
  const facts = document.createElement("small");
  title.textContent = work.title;
  title.lang = work.lang;
  title.dir = "auto";
  facts.textContent = `${work.kind} · ${work.phase}`;
  button.type = "button";
  button.append(title, " ", facts);
  button.addEventListener("click", () => choose(work));
  line.append(button);
  return line;
};

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
    this.list = dialog.querySelector(".rich-works");
    this.now = dialog.querySelector(".rich-work-now");
    const { q } = this.form.elements;
    let timer;
    q.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.#find(q.value.trim()), PAUSE);
    });
    q.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault(); // it would set the link below
    });
    dialog.addEventListener("close", () => this.#end(dialog.returnValue));
  }

  open(editor, lang) {
    Object.assign(this, { editor, lang });
    const { href, hreflang, "data-work": work } = editor.getAttributes("a");
    this.form.reset();
    this.list.replaceChildren();
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
    const [found] = await ask(this.tools, { work, edition: this.lang });
    this.now.querySelector("bdi").textContent = found ? found.title : work;
  }

  async #find(q) {
    const works = q ? await ask(this.tools, { q, edition: this.lang }) : [];
    if (q !== this.form.elements.q.value.trim()) return; // more was typed meanwhile
    const lines = works.map((work) => choiceOf(work, (chosen) => this.#choose(chosen)));
    this.list.replaceChildren(...lines);
    if (q && !lines.length) this.list.textContent = this.tools.words.nothing;
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
