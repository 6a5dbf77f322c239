// What is done with a table and its caption, which the editor holds together in a place of its own.

export const hasCaption = (editor) => editor.isActive("captionedTable");

// The innermost node of that kind around the cursor, and where it begins.
const around = ({ $from }, name) => {
  for (let { depth } = $from; depth > 0; depth--) {
    const node = $from.node(depth);
    if (node.type.name === name) return { node, start: $from.before(depth) };
  }
  return null;
};

const replace = (tr, { node, start }, other) => tr.replaceWith(start, start + node.nodeSize, other);

export const toggleCaption = ({ tr, commands, state: { schema } }) => {
  const captioned = around(tr.selection, "captionedTable");
  if (captioned) {
    replace(tr, captioned, captioned.node.lastChild);
    return commands.setTextSelection(captioned.start + 4); // table, row, cell, paragraph
  }
  const table = around(tr.selection, "table");
  if (!table) return false;
  const { tableCaption, captionedTable } = schema.nodes;
  replace(tr, table, captionedTable.create(null, [tableCaption.create(), table.node]));
  return commands.setTextSelection(table.start + 2);
};

// With its caption; without one alone.
export const deleteTable = ({ tr }) => {
  const whole = around(tr.selection, "captionedTable") ?? around(tr.selection, "table");
  if (!whole) return false;
  tr.delete(whole.start, whole.start + whole.node.nodeSize);
  return true;
};
