// What the tools do, and when each is pressed or out of place.
import { deleteTable, hasCaption, toggleCaption } from "./tables.js";

const inTable = (editor) => editor.isActive("table");
const inList = (editor) => editor.isActive("listItem");

const toggle = (mark) => ({
  run: (chain) => chain.toggleMark(mark),
  isOn: (editor) => editor.isActive(mark),
});

// A quote or a list of one class becomes one of the other; the same again takes it away.
const quote = (name) => ({
  run: (chain, editor) => {
    if (!editor.isActive("blockquote")) return chain.wrapIn("blockquote", { class: name });
    if (editor.isActive("blockquote", { class: name })) return chain.lift("blockquote");
    return chain.updateAttributes("blockquote", { class: name });
  },
  isOn: (editor) => editor.isActive("blockquote", { class: name }),
});

const numbered = (name) => ({
  run: (chain, editor) => {
    const isOther = editor.isActive("orderedList") && !editor.isActive("orderedList", { class: name });
    const listed = isOther ? chain : chain.toggleList("orderedList", "listItem");
    return listed.updateAttributes("orderedList", { class: name });
  },
  isOn: (editor) => editor.isActive("orderedList", { class: name }),
});

const direction = (dir) => ({
  run: (chain, editor) => {
    const value = editor.isActive({ dir }) ? null : dir;
    return chain.updateAttributes("paragraph", { dir: value }).updateAttributes("heading", { dir: value });
  },
  isOn: (editor) => editor.isActive({ dir }),
});

const plain = (command, isShown, ...args) => ({
  run: (chain) => chain[command](...args),
  isShown,
});

const can = (command, isShown) => ({
  run: (chain) => chain[command](),
  isOff: (editor) => !editor.can()[command](),
  isShown,
});

export const COMMANDS = {
  strong: toggle("strong"),
  em: toggle("em"),
  bullets: {
    run: (chain) => chain.toggleList("bulletList", "listItem"),
    isOn: (editor) => editor.isActive("bulletList"),
  },
  numbers: numbered(null),
  sources: numbered("sources"),
  indent: plain("sinkListItem", inList, "listItem"),
  outdent: plain("liftListItem", inList, "listItem"),
  quote: quote(null),
  pull: quote("pull"),
  rule: plain("setHorizontalRule"),
  table: plain("insertTable", undefined, { rows: 3, cols: 3, withHeaderRow: true }),
  "add-row": plain("addRowAfter", inTable),
  "add-column": plain("addColumnAfter", inTable),
  "head-row": plain("toggleHeaderRow", inTable),
  "delete-row": plain("deleteRow", inTable),
  "delete-column": plain("deleteColumn", inTable),
  "merge-cells": can("mergeCells", inTable),
  "split-cell": can("splitCell", inTable),
  caption: {
    run: (chain) => chain.command(toggleCaption),
    isOn: hasCaption,
    isShown: (editor) => inTable(editor) || hasCaption(editor),
  },
  "delete-table": { run: (chain) => chain.command(deleteTable), isShown: inTable },
  placed: { isOn: (editor) => editor.isActive("placed") },
  rtl: direction("rtl"),
  ltr: direction("ltr"),
  undo: can("undo"),
  redo: can("redo"),
};

const LEVELS = [2, 3, 4, 5, 6];

export const CHOICES = {
  block: {
    run: (chain, value) =>
      value ? chain.setNode("heading", { level: Number(value) }) : chain.setNode("paragraph"),
    value: (editor) => LEVELS.find((level) => editor.isActive("heading", { level })) ?? "",
  },
  language: {
    run: (chain, lang, { dir }) => {
      const bare = chain.extendMarkRange("span").unsetMark("span", { extendEmptyMarkRange: true });
      return lang ? bare.setMark("span", { lang, dir }) : bare;
    },
    value: (editor) => editor.getAttributes("span").lang ?? "",
  },
};
