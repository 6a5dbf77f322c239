// The palette "Go to": lists and new forms, sifted here, and works, which the server finds by words
// of their titles or by their number. Owns #palette but its opening.

const PAUSE = 250; // milliseconds after the last key
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();

const make = (name, words, attributes = {}) => {
  const element = document.createElement(name);
  element.append(words);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
};

const stateOf = ({ edition, lang, phase, label }) => {
  const words = make("span", make("bdi", edition, { lang }));
  words.append(`: ${label}`);
  return make("span", words, { class: `dot dot-${phase}` });
};

const lineOf = ({ address, title, lang, dir, kind, number, states }) => {
  const link = make("a", make("bdi", title, { lang, dir }), { href: address });
  const facts = make("small", `${kind} #${number} `);
  facts.append(...states.map(stateOf));
  link.append(" ", facts);
  return make("li", link);
};

const ask = async (address, q) => {
  const headers = { Accept: "application/json" };
  const answer = await fetch(`${address}?${new URLSearchParams({ q })}`, { headers });
  if (!answer.ok || answer.redirected) throw new Error(answer.statusText);
  return (await answer.json()).works;
};

class Palette {
  constructor(palette) {
    this.palette = palette;
    this.input = palette.querySelector("input");
    this.places = [...palette.querySelectorAll("li")];
    this.works = palette.querySelector(".palette-works");
    this.said = palette.querySelector("[role=status]");
    this.input.addEventListener("input", () => this.#onInput());
    palette.addEventListener("keydown", (event) => this.#onKey(event));
  }

  get links() {
    return [...this.palette.querySelectorAll("li:not([hidden]) > a")];
  }

  #onInput() {
    const words = fold(this.input.value).split(/\s+/);
    for (const place of this.places) {
      const name = fold(place.textContent);
      place.hidden = !words.every((word) => name.includes(word));
    }
    clearTimeout(this.timer);
    this.isLeaving = false;
    this.#show([], ""); // what was found for other words is no answer
    const q = this.input.value.trim();
    if (q) this.timer = setTimeout(() => this.#find(q), PAUSE);
  }

  async #find(q) {
    const { count, digits, nothing, silent } = this.palette.dataset;
    const found = await ask(this.palette.dataset.works, q).catch(() => null);
    if (q !== this.input.value.trim()) return; // more was typed meanwhile
    const inDigits = (number) => String(number).replace(/\d/g, (d) => digits[d]);
    if (!found) this.#show([], silent);
    else this.#show(found, found.length ? `${count}: ${inDigits(found.length)}` : nothing);
    if (this.isLeaving) this.links[0]?.click();
  }

  #show(found, words) {
    this.works.replaceChildren(...found.map(lineOf));
    this.said.textContent = words;
  }

  #onKey(event) {
    const { links, input } = this;
    const index = links.indexOf(document.activeElement);
    if (event.key === "Enter" && document.activeElement === input) {
      event.preventDefault();
      links[0]?.click();
      this.isLeaving = true; // who types a number and presses Enter is led on when it is found
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const next = index + (event.key === "ArrowDown" ? 1 : -1);
      (links[next] ?? input).focus();
    } else if (event.key === "Escape") {
      event.preventDefault(); // in a search field it would only take the words away
      this.palette.close();
    }
  }
}

const palette = document.getElementById("palette");
if (palette) new Palette(palette);
