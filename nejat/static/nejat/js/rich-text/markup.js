// What the editor cannot say by itself about a text, told in marks that it can carry: paragraphs
// without an element of their own, heads and captions of tables. `prepare` puts the marks in
// before the editor reads, `tidy` takes them out of what it writes.

const BLOCKS = new Set(
  ("p h2 h3 h4 h5 h6 blockquote ul ol li dl dt dd figure figcaption div table caption thead tbody" +
    " tfoot tr th td hr pre").split(" "),
);
const HOLDS_BARE_TEXT = "blockquote, li, th, td, div:not([class])";

export const isBlock = (node) => BLOCKS.has(node.localName);

export const isBlank = (node) => node.nodeType === 3 && !/[^ \t\n\r\f]/.test(node.data);

export const holding = (html) => {
  const holder = document.createElement("template");
  holder.innerHTML = html; // nothing in it loads or runs
  return holder.content;
};

export const htmlOf = (fragment) => {
  const holder = document.createElement("template");
  holder.content.append(fragment);
  return holder.innerHTML;
};

// Runs of what stands in a line become paragraphs that know they have no element.
const wrapBareText = (parent) => {
  let paragraph = null;
  for (const node of [...parent.childNodes]) {
    if (isBlock(node)) {
      paragraph = null;
    } else if (paragraph || !isBlank(node)) {
      if (!paragraph) {
        paragraph = document.createElement("p");
        paragraph.dataset.bare = "";
        node.before(paragraph);
      }
      paragraph.append(node);
    }
  }
};

// A caption stands above its table, in a place that holds the two together.
const takeInCaption = (table) => {
  const { caption } = table;
  if (!caption) return;
  const place = document.createElement("div");
  const words = document.createElement("p");
  for (const { name, value } of caption.attributes) words.setAttribute(name, value);
  words.append(...caption.childNodes);
  place.dataset.captioned = words.dataset.caption = "";
  table.deleteCaption();
  table.replaceWith(place);
  place.append(words, table);
};

const takeInHead = (table) => {
  if (!table.tHead) return;
  table.dataset.head = table.tHead.rows.length;
  (table.tBodies[0] ?? table.createTBody()).prepend(...table.tHead.rows);
  table.deleteTHead();
};

export const prepare = (root) => {
  for (const holder of root.querySelectorAll(HOLDS_BARE_TEXT)) wrapBareText(holder);
  for (const table of root.querySelectorAll("table")) {
    takeInHead(table);
    takeInCaption(table);
  }
  return root;
};

const isHeadRow = (row) => [...row.cells].every((cell) => cell.localName === "th");

const reachesBeyond = (rows) =>
  rows.some((row, i) => [...row.cells].some(({ rowSpan }) => i + rowSpan > rows.length));

const putOutHead = (table) => {
  const rows = [...table.rows].slice(0, table.dataset.head);
  const last = rows.findIndex((row) => !isHeadRow(row));
  const head = last < 0 ? rows : rows.slice(0, last);
  if (head.length && !reachesBeyond(head)) table.createTHead().append(...head);
  for (const body of [...table.tBodies]) if (!body.rows.length) body.remove();
  delete table.dataset.head;
};

const putOutCaption = (place) => {
  const [words, table] = place.children;
  const caption = table.createCaption();
  delete words.dataset.caption;
  for (const { name, value } of words.attributes) caption.setAttribute(name, value);
  caption.append(...words.childNodes);
  place.replaceWith(table);
};

// The words of an entry or a cell need no paragraph, also where a list stands below them.
const isOnlyWords = (paragraph) =>
  /^(?:li|th|td)$/.test(paragraph.parentNode.localName ?? "") &&
  paragraph.attributes.length === 0 &&
  paragraph === paragraph.parentNode.firstElementChild &&
  [...paragraph.parentNode.childNodes].every(
    (node) => node === paragraph || isBlank(node) || /^[uo]l$/.test(node.localName ?? ""),
  );

// Two such paragraphs side by side would run into each other, and so would those of the text itself.
const unwrapBareText = (root) => {
  const bare = [...root.querySelectorAll("p[data-bare]")];
  const free = bare.filter(
    (p) =>
      p.parentNode !== root &&
      p.attributes.length === 1 &&
      !p.previousElementSibling?.matches("[data-bare]") &&
      !p.nextElementSibling?.matches("[data-bare]"),
  );
  for (const paragraph of free) paragraph.replaceWith(...paragraph.childNodes);
  for (const paragraph of bare) delete paragraph.dataset.bare;
};

export const tidy = (root) => {
  for (const kept of root.querySelectorAll("[data-kept]")) {
    kept.replaceWith(holding(kept.dataset.kept));
  }
  for (const table of root.querySelectorAll("table[data-head]")) putOutHead(table);
  for (const place of root.querySelectorAll("[data-captioned]")) putOutCaption(place);
  for (const empty of root.querySelectorAll("figcaption:empty, caption:empty")) empty.remove();
  unwrapBareText(root);
  for (const paragraph of root.querySelectorAll("p")) {
    if (isOnlyWords(paragraph)) paragraph.replaceWith(...paragraph.childNodes);
  }
  for (const span of root.querySelectorAll("span")) {
    if (!span.attributes.length) span.replaceWith(...span.childNodes);
  }
  for (const name of ["colspan", "rowspan"]) {
    for (const cell of root.querySelectorAll(`[${name}="1"]`)) cell.removeAttribute(name);
  }
  return root;
};
