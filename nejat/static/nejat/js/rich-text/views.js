// How figures and kept blocks look in the editor: thumbnails and a few words, never their own HTML.
import { KeptBlock, KeptInline, Picture, Placed } from "./figures.js";
import { holding } from "./markup.js";
import { askPicture } from "./pictures.js";
import { askWorks, titleOf } from "./searching.js";

const MOST_SIGNS = 160;
const MOST_THUMBS = 6;

const make = (name, className, ...inside) => {
  const element = document.createElement(name);
  element.className = className;
  element.append(...inside);
  return element;
};

// The thumbnail is HTML of our own server.
const thumbOf = (number, { pictures, words }) => {
  const place = make("span", "rich-thumb");
  place.contentEditable = "false";
  askPicture(pictures, number).then((found) => {
    const called = make("bdi", "", found?.words ?? `${words.missing} (${number})`);
    called.dir = "auto";
    place.innerHTML = found?.html ?? "";
    place.append(called);
  });
  return place;
};

// A film or a gallery: what it is called, where it stands, and a way to its form.
const workOf = (work, { words, lang, ...tools }) => {
  const place = make("span", "rich-thumb");
  place.contentEditable = "false";
  askWorks(tools, { work, edition: lang })
    .catch(() => [])
    .then(([found]) => {
      if (!found) return place.append(`${words.absent} (${work})`);
      const link = make("a", "", titleOf(found));
      link.href = found.address;
      link.target = "_blank";
      return place.append(link, make("small", "", ` ${found.kind} · ${found.phase}`));
    });
  return place;
};

const figureView = (tools, named, shownOf) => ({ node }) => {
  const dom = make("figure", "rich-picture");
  const contentDOM = make("figcaption", "");
  contentDOM.dataset.hint = tools.words.caption;
  dom.append(shownOf(node.attrs[named], tools), contentDOM);
  return {
    dom,
    contentDOM,
    update: (other) => other.type === node.type && other.attrs[named] === node.attrs[named],
    // A thumbnail that arrives is no change of the text.
    ignoreMutation: ({ type, target }) => type !== "selection" && !contentDOM.contains(target),
  };
};

const keptView = (tools, name) => ({ node }) => {
  const held = holding(node.attrs["data-kept"]);
  const dom = make(name, "rich-kept", make("strong", "", tools.words.kept));
  const numbers = [...held.querySelectorAll("[data-image]")].map((one) => one.dataset.image);
  const shown = numbers.slice(0, MOST_THUMBS).map((number) => thumbOf(number, tools));
  const words = held.textContent.replace(/\s+/g, " ").trim();
  const said = words || held.querySelector("[alt]")?.alt || held.firstElementChild?.localName || "";
  const text = make("span", "", said.length > MOST_SIGNS ? `${said.slice(0, MOST_SIGNS)}…` : said);
  text.dir = "auto";
  dom.append(" ", ...shown, text);
  dom.contentEditable = "false";
  return { dom };
};

export const viewed = (tools) => [
  Picture.extend({ addNodeView: () => figureView(tools, "data-image", thumbOf) }),
  Placed.extend({ addNodeView: () => figureView(tools, "data-work", workOf) }),
  KeptBlock.extend({ addNodeView: () => keptView(tools, "div") }),
  KeptInline.extend({ addNodeView: () => keptView(tools, "span") }),
];
