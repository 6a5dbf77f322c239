// The blocks of the editor, each with the attributes that a body may hold.
import { attributes } from "./attributes.js";
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
import { Gallery } from "./figures.js";

const DIRECTED =
  "paragraph heading blockquote bulletList orderedList listItem table tableRow tableHeader tableCell";

const Attributes = Extension.create({
  name: "bodyAttributes",
  addGlobalAttributes: () => [
    { types: DIRECTED.split(" "), attributes: attributes("lang", "dir") },
    { types: ["paragraph"], attributes: attributes("data-bare") },
    { types: ["blockquote"], attributes: attributes("class") },
    { types: ["table"], attributes: attributes("data-head") },
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
  parseHTML: () => [{ tag: "div:not([class]):not([data-kept]):not([data-captioned])" }],
  renderHTML: ({ HTMLAttributes }) => ["div", HTMLAttributes, 0],
});

// A table of the editor has rows alone, so its caption stands above it, in a place that holds the
// two together; `markup.js` says both as HTML has it.
const CaptionedTable = Node.create({
  name: "captionedTable",
  group: "block",
  content: "tableCaption table",
  isolating: true,
  parseHTML: () => [{ tag: "div[data-captioned]" }],
  renderHTML: () => ["div", { "data-captioned": "" }, 0],
});

const TableCaption = Node.create({
  name: "tableCaption",
  content: "inline*",
  defining: true,
  addAttributes: () => attributes("lang", "dir"),
  parseHTML: () => [{ tag: "p[data-caption]", priority: 60 }], // before paragraphs
  renderHTML: ({ HTMLAttributes }) => ["p", { "data-caption": "", ...HTMLAttributes }, 0],
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
  CaptionedTable,
  TableCaption,
  TableRow,
  TableHeader,
  TableCell,
  Section,
  Gallery,
  Attributes,
  UndoRedo,
  Gapcursor,
  Dropcursor,
];
