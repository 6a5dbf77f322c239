// Says whether two pieces of HTML are the same text: the same blocks with the same words in the
// same marks. How marks are nested and where lines are broken makes no difference.
import { isBlock } from "./markup.js";

const signature = ({ localName, attributes }) =>
  [localName, ...[...attributes].map(({ name, value }) => `${name}=${value}`).sort()].join(" ");

const trimEnd = (events) => {
  while (events.at(-1)?.text !== undefined) {
    events.at(-1).text = events.at(-1).text.replace(/ $/, "");
    if (events.at(-1).text) return;
    events.pop();
  }
};

const addText = (events, text, marks) => {
  const last = events.at(-1);
  const words = text.replace(/[ \t\n\r\f]+/g, " ");
  const starts = last?.text === undefined || last.text.endsWith(" ");
  const kept = starts ? words.replace(/^ /, "") : words;
  if (!kept) return;
  if (last?.text !== undefined && last.marks === marks) last.text += kept;
  else events.push({ text: kept, marks });
};

const collect = (node, marks, events) => {
  for (const child of node.childNodes) {
    const around = [...marks].sort().join("|");
    if (child.nodeType === 3) {
      addText(events, child.data, around);
    } else if (isBlock(child) || !child.firstChild) {
      if (isBlock(child) || child.localName === "br") trimEnd(events);
      events.push({ open: signature(child), around });
      collect(child, marks, events);
      trimEnd(events);
      events.push({ close: child.localName });
    } else {
      collect(child, [...marks, signature(child)], events);
    }
  }
  return events;
};

const eventsOf = (root) => {
  const events = collect(root, [], []);
  trimEnd(events);
  return JSON.stringify(events);
};

export const isSame = (one, other) => eventsOf(one) === eventsOf(other);
