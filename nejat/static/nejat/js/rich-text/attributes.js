// Attributes of nodes and marks that are read and written as they stand in a body.
const attribute = (name) => ({
  default: null,
  parseHTML: (element) => element.getAttribute(name),
  renderHTML: (attributes) => (attributes[name] === null ? {} : { [name]: attributes[name] }),
});

export const attributes = (...names) =>
  Object.fromEntries(names.map((name) => [name, attribute(name)]));
