// The lightbox: a link [data-lightbox-open] in a container [data-lightbox] opens its picture in a
// dialog, as large as fits; the other pictures of the container are a step away. Owns the dialog,
// which speaks in the words of the container's data-, and while it is open the part of the address
// that names the figure, a step of the history: Back closes the dialog. Without it the link leads
// to the file of the picture, and such an address to the figure.
const SWIPE = 48; // pixels that a finger goes across before it means a step
const RIGHT = document.dir === "rtl" ? -1 : 1; // the step that an arrow to the right takes

const make = (name, properties, ...inside) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...inside);
  return element;
};

const makeButton = (className, name, onclick) =>
  make("button", { type: "button", className, title: name, onclick }, name);
const isNamed = (figure) => `#${figure.id}` === location.hash;
const isModified = (event) => event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
const setSizes = (picture, sizes) => {
  for (const part of picture.querySelectorAll("source, img")) part.sizes = sizes;
};

// A copy of the picture, in a rendition for the whole window. It has its box from the beginning
// and shows the rendition of the page until its own has loaded.
const enlarge = (link) => {
  const parts = [...link.querySelectorAll("source, img")].map((part) => part.cloneNode());
  const image = parts.at(-1);
  const ratio = image.getAttribute("width") / image.getAttribute("height");
  const widths = parts.flatMap((part) => part.srcset.match(/ \d+(?=w)/g) ?? []);
  image.width = Math.max(image.getAttribute("width"), ...widths);
  image.height = image.getAttribute("width") / ratio;
  image.loading = "eager";
  image.style = `--width: ${image.getAttribute("width")}px; --ratio: ${ratio};`;
  image.style.backgroundImage = `url(${JSON.stringify(link.querySelector("img").currentSrc)})`;
  const picture = make("picture", {}, ...parts);
  setSizes(picture, "100vw");
  return picture;
};

// Keys and fingers. One finger across is a step; two zoom the page, where one then moves about.
const addSteps = (dialog, step) => {
  const keys = { ArrowLeft: -RIGHT, ArrowRight: RIGHT, Home: -Infinity, End: Infinity };
  dialog.addEventListener("keydown", (event) => {
    if (!keys[event.key] || isModified(event)) return;
    event.preventDefault();
    step(keys[event.key]);
  });
  let start = null;
  const isPinched = () => visualViewport.scale > 1.01;
  visualViewport.addEventListener("resize", () => {
    dialog.classList.toggle("lightbox-pinched", isPinched());
  });
  dialog.addEventListener("pointercancel", () => (start = null));
  dialog.addEventListener("pointerdown", (event) => {
    start = event.pointerType === "touch" && event.isPrimary && !isPinched() ? event : null;
  });
  dialog.addEventListener("pointerup", (event) => {
    if (!start) return;
    const [across, down] = [event.clientX - start.clientX, event.clientY - start.clientY];
    start = null;
    if (Math.abs(across) >= Math.max(SWIPE, 2 * Math.abs(down))) step(-Math.sign(across) * RIGHT);
  });
};

// A single picture: the button shows it in its own size, and so does a click on it, just there.
const addZoom = (dialog, stage, name) => {
  const image = () => stage.querySelector("img");
  const isActual = () => stage.classList.contains("lightbox-actual");
  const set = (on, x = innerWidth / 2, y = innerHeight / 2) => {
    const was = image().getBoundingClientRect();
    zoom.ariaPressed = on;
    stage.classList.toggle("lightbox-actual", on);
    stage.tabIndex = on ? 0 : -1;
    if (!on) return;
    const is = image().getBoundingClientRect();
    const larger = is.width / was.width;
    setSizes(stage, `${is.width}px`);
    stage.scrollBy(is.x - x + (x - was.x) * larger, is.y - y + (y - was.y) * larger);
  };
  const zoom = makeButton("lightbox-zoom", name, () => set(!isActual()));
  zoom.ariaPressed = false;
  stage.addEventListener("click", ({ target, clientX, clientY }) => {
    if (target === image() && !zoom.hidden) set(!isActual(), clientX, clientY);
  });
  dialog.addEventListener("close", () => set(false));
  new ResizeObserver(() => {
    zoom.hidden = !isActual() && image()?.offsetWidth >= image()?.getAttribute("width");
  }).observe(stage);
  dialog.append(zoom);
};

const makeLightbox = (links, words) => {
  const figures = links.map((link) => link.closest("figure"));
  const copies = []; // one made ahead of its turn has loaded when its turn comes
  const copyOf = (index) => links[index] && (copies[index] ??= enlarge(links[index]));
  let current = 0;
  const show = (index) => {
    current = index;
    const { counter } = figures[index].dataset;
    const caption = figures[index].querySelector("figcaption")?.cloneNode(true);
    stage.replaceChildren(copyOf(index));
    figure.replaceChildren(stage, counter ? make("p", {}, counter) : "", caption ?? "");
    previous.disabled = index === 0;
    next.disabled = index === links.length - 1;
    if (document.activeElement?.disabled) (next.disabled ? previous : next).focus();
    history.replaceState(history.state, "", `#${figures[index].id}`);
    for (const near of [index + 1, index - 1]) copyOf(near);
  };
  const step = (by) => show(Math.min(Math.max(current + by, 0), links.length - 1));

  const close = makeButton("lightbox-close", words.close, () => dialog.close());
  const previous = makeButton("lightbox-previous", words.previous, () => step(-1));
  const next = makeButton("lightbox-next", words.next, () => step(1));
  const stage = make("div", { className: "lightbox-stage" });
  const figure = make("figure", { id: `${figures[0].id}-enlarged`, ariaLive: "polite", ariaAtomic: true });
  const dialog = make("dialog", { className: "lightbox", ariaLabel: words.label }, close, figure);
  dialog.setAttribute("aria-describedby", figure.id);
  dialog.addEventListener("click", ({ target }) => {
    if (!target.closest("button, img, p, figcaption")) dialog.close();
  });
  if (links.length > 1) dialog.append(previous, next);
  if (links.length > 1) addSteps(dialog, step);
  else addZoom(dialog, stage, words.zoom);
  document.body.append(dialog);
  addEventListener("popstate", () => figures.some(isNamed) || dialog.close());
  return (link) => {
    if (!isNamed(link.closest("figure"))) history.pushState({ inLightbox: true }, "");
    if (!dialog.open) dialog.showModal();
    dialog.onclose = () => {
      if (history.state?.inLightbox) history.back();
      else if (figures.some(isNamed)) history.replaceState(null, "", location.href.split("#")[0]);
      link.focus({ preventScroll: true });
    };
    show(links.indexOf(link));
  };
};

for (const container of document.querySelectorAll("[data-lightbox]:has([data-lightbox-open])")) {
  const links = [...container.querySelectorAll("figure [data-lightbox-open]")];
  const open = makeLightbox(links, container.dataset);
  const openNamed = () => links.find((link) => isNamed(link.closest("figure")))?.click();
  container.addEventListener("click", (event) => {
    const link = event.target.closest("[data-lightbox-open]");
    if (!link || event.button || isModified(event)) return;
    event.preventDefault();
    open(link);
  });
  addEventListener("hashchange", openNamed);
  openNamed();
}
