// The blocks of the editor, each with the attributes that a body may hold.
import {
  Blockquote,
  BulletList,
  Document,
  Dropcursor,
  Extension,
  Gapcursor,
  HardBreak,
  Heading,
  HorizontalRule,
  ListItem,
  Node,
  Paragraph,
  Table,
  TableCell,
  TableHeader,
  TableRow,
  Text,
  UndoRedo,
} from "./editor.js";
import { attributes } from "./marks.js";

const DIRECTED =
  "paragraph heading blockquote bulletList orderedList listItem table tableRow tableHeader tableCell";

const Attributes = Extension.create({
  name: "bodyAttributes",
  addGlobalAttributes: () => [
    { types: DIRECTED.split(" "), attributes: attributes("lang", "dir") },
    { types: ["paragraph"], attributes: attributes("data-bare") },
    { types: ["blockquote"], attributes: attributes("class") },
    { types: ["table"], attributes: attributes("data-head", "data-caption") },
    { types: ["tableHeader"], attributes: attributes("scope") },
  ],
});

const OrderedList = Node.create({
  name: "orderedList",
  group: "block list",
  content: "listItem+",
  addAttributes: () => attributes("class", "start", "reversed", "type"),
  parseHTML: () => [{ tag: "ol" }],
  renderHTML: ({ HTMLAttributes }) => ["ol", HTMLAttributes, 0],
});

// The tab key leaves the editor; it would hold the keyboard if it did anything else.
const withoutTab = (node) =>
  node.extend({
    addKeyboardShortcuts() {
      const { Tab, "Shift-Tab": back, ...others } = this.parent?.() ?? {};
      return others;
    },
  });

const Section = Node.create({
  name: "section",
  group: "block",
  content: "block+",
  addAttributes: () => attributes("lang", "dir"),
  parseHTML: () => [{ tag: "div:not([class]):not([data-kept])" }],
  renderHTML: ({ HTMLAttributes }) => ["div", HTMLAttributes, 0],
});

const Picture = Node.create({
  name: "picture",
  group: "block",
  content: "inline*",
  draggable: true,
  isolating: true,
  addAttributes: () => attributes("data-image", "lang", "dir"),
  parseHTML: () => [
    {
      tag: "figure[data-image]",
      contentElement: (figure) =>
        figure.querySelector("figcaption") ?? document.createElement("figcaption"),
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ["figure", HTMLAttributes, ["figcaption", 0]],
});

const kept = (name, element, more) =>
  Node.create({
    name,
    atom: true,
    draggable: true,
    addAttributes: () => attributes("data-kept"),
    renderHTML: ({ HTMLAttributes }) => [element, HTMLAttributes],
    ...more,
  });

const KeptBlock = kept("keptBlock", "div", {
  group: "block",
  parseHTML: () => [{ tag: "div[data-kept]" }],
});

const KeptInline = kept("keptInline", "span", {
  group: "inline",
  inline: true,
  parseHTML: () => [
    { tag: "span[data-kept]" },
    {
      tag: "img, video, audio",
      getAttrs: (element) => ({ "data-kept": element.outerHTML }),
    },
  ],
});

export const BLOCKS = [
  Document,
  Text,
  Paragraph,
  Heading.configure({ levels: [2, 3, 4, 5, 6] }),
  Blockquote,
  BulletList,
  OrderedList,
  withoutTab(ListItem.extend({ content: "block+" })),
  HorizontalRule,
  HardBreak,
  withoutTab(Table).extend({ addNodeView: () => null }), // a table as it is written
  TableRow,
  TableHeader,
  TableCell,
  Section,
  Attributes,
  UndoRedo,
  Gapcursor,
  Dropcursor,
];

// These are shown by views that ask the server, so they come from where an address is known.
export { KeptBlock, KeptInline, Picture };
