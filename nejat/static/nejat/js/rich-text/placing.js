// Puts figures into a text: pictures, and films and galleries of the library, which are found by
// their words. Owns #rich-placed, which all texts of a form share.
import { searchWorks } from "./searching.js";

// What one figure cannot stand in: it goes behind.
const CLOSED = { picture: /^(?:picture|placed)$/, placed: /^(?:picture|placed|gallery)$/ };

// At the cursor; while the caption of a figure is written, behind that figure.
export const putIn = (editor, type, attrs) => {
  const { $from } = editor.state.selection;
  const depths = [...Array($from.depth).keys()].map((depth) => depth + 1);
  const closed = depths.find((depth) => CLOSED[type].test($from.node(depth).type.name));
  const figure = { type, attrs };
  const chain = editor.chain().focus();
  if (closed) chain.insertContentAt($from.after(closed), figure).run();
  else chain.insertContent(figure).run();
};

export class PlacingWindow {
  constructor(dialog, tools) {
    this.dialog = dialog;
    const asked = () => ({ edition: this.lang, kinds: tools.kinds });
    this.forget = searchWorks(dialog, tools, asked, (work) => this.#choose(work));
    dialog.addEventListener("close", () => this.editor.view.focus());
  }

  open(editor, lang) {
    Object.assign(this, { editor, lang });
    this.forget();
    this.dialog.showModal();
  }

  #choose({ work }) {
    this.dialog.close();
    putIn(this.editor, "placed", { "data-work": work });
  }
}
