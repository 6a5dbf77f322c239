// A body as blocks of the editor and back. What was not changed is written exactly as it was read;
// what the editor cannot hold without loss is a block that is kept as it is.
import { isSame } from "./comparing.js";
import { pm } from "./editor.js";
import { holding, htmlOf, isBlank, isBlock, prepare, tidy } from "./markup.js";

const { DOMParser, DOMSerializer } = pm.model;
const MEDIA = "img, video, audio";

// Blocks of the text, and runs of words that stand in none, each with the white space behind it.
const piecesOf = (root) => {
  const pieces = [];
  let isOpen = false; // whether the last piece is a run that goes on
  for (const node of [...root.childNodes]) {
    const blank = isBlank(node);
    if (blank && !(isOpen && node.nextSibling && !isBlock(node.nextSibling))) {
      if (pieces.length) pieces.at(-1).after += node.data;
      isOpen = false;
    } else if (isOpen && !isBlock(node)) {
      pieces.at(-1).nodes.push(node);
    } else {
      isOpen = !isBlock(node);
      pieces.push({ nodes: [node], isRun: isOpen, after: "" });
    }
  }
  return pieces;
};

const fragmentOf = ({ nodes, isRun }, asBare) => {
  const fragment = document.createElement("template").content;
  const copies = nodes.map((node) => node.cloneNode(true));
  if (!isRun) {
    fragment.append(...copies);
    return fragment;
  }
  const paragraph = document.createElement("p");
  if (asBare) paragraph.dataset.bare = "";
  paragraph.append(...copies);
  fragment.append(paragraph);
  return fragment;
};

const isMediaAlone = ({ nodes }) =>
  nodes.some((node) => node.matches?.(MEDIA)) &&
  nodes.every((node) => isBlank(node) || node.matches?.(MEDIA));

const written = (node) => {
  const root = document.createElement("template").content;
  root.append(DOMSerializer.fromSchema(node.type.schema).serializeNode(node));
  return tidy(root);
};

// The editor would mend a table whose rows are not of one length.
const isUneven = (doc) => {
  let found = false;
  doc.descendants((node) => {
    if (node.type.name === "table") found ||= Boolean(pm.tables.TableMap.get(node).problems);
  });
  return found;
};

const nodeOf = (piece, html, schema) => {
  if (!isMediaAlone(piece)) {
    const doc = DOMParser.fromSchema(schema).parse(prepare(fragmentOf(piece, true)));
    const isWhole = doc.childCount === 1 && !isUneven(doc);
    if (isWhole && isSame(written(doc.firstChild), tidy(fragmentOf(piece, false)))) {
      return doc.firstChild;
    }
  }
  return schema.nodes.keptBlock.create({ "data-kept": html });
};

// An empty line is no paragraph.
const isEmptyLine = (node) => /^(?:paragraph|heading)$/.test(node.type.name) && !node.childCount;

export class BodyText {
  #known = new WeakMap(); // what blocks were read from, or have been written as

  constructor(html, schema) {
    this.html = html;
    const pieces = piecesOf(holding(html));
    this.nodes = pieces.map((piece) => {
      const fragment = fragmentOf(piece, false);
      const source = piece.isRun ? fragment.firstChild.innerHTML : htmlOf(fragment);
      const node = nodeOf(piece, source, schema);
      this.#known.set(node, { html: source, after: piece.after });
      return node;
    });
    this.gap = pieces.length > 1 ? pieces[0].after : "\n";
  }

  // The whole body, from the blocks that stand in it now.
  write(doc) {
    const now = doc.content.content;
    if (now.length === this.nodes.length && now.every((node, i) => node === this.nodes[i])) {
      return this.html;
    }
    const parts = now.map((node) => this.#written(node)).filter(({ html }) => html);
    const last = parts.length - 1;
    return parts.map(({ html, after }, i) => html + (i < last ? (after ?? this.gap) : "")).join("");
  }

  #written(node) {
    if (!this.#known.has(node)) {
      this.#known.set(node, { html: isEmptyLine(node) ? "" : htmlOf(written(node)) });
    }
    return this.#known.get(node);
  }
}
