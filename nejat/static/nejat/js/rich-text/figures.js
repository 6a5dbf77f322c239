// Figures, and what is kept as it is. Views show all but galleries: they ask the server, so these
// nodes come to the editor from where an address is known.
import { attributes } from "./attributes.js";
import { Node } from "./editor.js";

// What is put in when the body is shown, with a caption of its own for this place.
const figure = (name, named) =>
  Node.create({
    name,
    group: "block",
    content: "inline*",
    draggable: true,
    isolating: true,
    addAttributes: () => attributes(named, "lang", "dir"),
    parseHTML: () => [
      {
        tag: `figure[${named}]`,
        contentElement: (element) =>
          element.querySelector("figcaption") ?? document.createElement("figcaption"),
      },
    ],
    renderHTML: ({ HTMLAttributes }) => ["figure", HTMLAttributes, ["figcaption", 0]],
  });

export const Picture = figure("picture", "data-image"); // of the library
export const Placed = figure("placed", "data-work"); // a film or a gallery of the library

export const Gallery = Node.create({
  name: "gallery",
  group: "block",
  content: "picture+",
  addAttributes: () => attributes("class", "lang", "dir"),
  parseHTML: () => [{ tag: "div.gallery" }],
  renderHTML: ({ HTMLAttributes }) => ["div", HTMLAttributes, 0],
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

export const KeptBlock = kept("keptBlock", "div", {
  group: "block",
  parseHTML: () => [{ tag: "div[data-kept]" }],
});

export const KeptInline = kept("keptInline", "span", {
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
