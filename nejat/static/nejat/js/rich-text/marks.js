// The marks of the editor: what stands in a line, with the attributes that a body may hold.
import { attributes } from "./attributes.js";
import { Extension, Mark } from "./editor.js";

const PLAIN = "strong em b i u s del ins sub sup small mark code kbd samp var cite q bdi".split(" ");

const mark = (name, { attrs = [], tags = [name], ...more } = {}) =>
  Mark.create({
    name,
    addAttributes: () => attributes("lang", "dir", ...attrs),
    parseHTML: () => tags.map((tag) => ({ tag })),
    renderHTML: ({ HTMLAttributes }) => [name, HTMLAttributes, 0],
    ...more,
  });

const Link = mark("a", {
  attrs: ["href", "data-work", "hreflang", "title", "rel"],
  tags: ["a[href]", "a[data-work]"],
  inclusive: false,
  priority: 200, // around all others
});

// A phrase in a language of its own may hold one in another.
const Phrase = mark("span", { tags: ["span[lang]", "span[dir]"], excludes: "", inclusive: false });

const Keys = Extension.create({
  name: "markKeys",
  addKeyboardShortcuts() {
    return {
      "Mod-b": () => this.editor.commands.toggleMark("strong"),
      "Mod-i": () => this.editor.commands.toggleMark("em"),
    };
  },
});

export const MARKS = [
  Link,
  ...PLAIN.map((name) => mark(name)),
  mark("abbr", { attrs: ["title"] }),
  mark("time", { attrs: ["datetime"] }),
  Phrase,
  Keys,
];
