// The focal point of an image: a point on the picture, moved by pointer or keys, that fills in the
// two numbers of the form and shows how the picture is cut. Owns .focal-point and .focal-crops.
// Without it the numbers are typed. Left is left here in every language: the picture runs ltr.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const box = document.querySelector("[data-focal]");
  const inputs = ["x", "y"].map((axis) => document.getElementById(`id_focal_${axis}`));
  if (!box || !inputs.every(Boolean)) return;
  const picture = box.querySelector(".focal-picture img");
  const point = box.querySelector(".focal-point");
  const list = box.querySelector(".focal-crops");
  const { digits, value } = point.dataset;
  const sign = digits[0] === "0" ? "%" : "٪";
  const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  const percent = (share) =>
    String(Math.round(share * 100)).replace(/\d/g, (digit) => digits[digit]) + sign;
  const within = (share) => Math.min(1, Math.max(0, Math.round(share * 1000) / 1000));
  const read = () => inputs.map((input) => within(Number(input.value.replace(",", ".")) || 0));

  const cuts = JSON.parse(document.getElementById("focal-crops").textContent).map((shape) => {
    const line = document.createElement("li");
    const cut = document.createElement("img");
    cut.src = picture.src;
    cut.alt = "";
    cut.style.aspectRatio = shape.ratio.join("/");
    line.append(cut, shape.words);
    list.append(line);
    return { cut, ratio: shape.ratio[0] / shape.ratio[1] };
  });

  // Where the crop of that shape lies, as CSS wants it: how much of what is cut off is before it.
  const before = (focal, visible) => {
    if (visible >= 1) return 50;
    return (Math.min(Math.max(focal - visible / 2, 0), 1 - visible) / (1 - visible)) * 100;
  };

  const show = () => {
    const [x, y] = read();
    const own = picture.naturalWidth / picture.naturalHeight || 1;
    point.style.insetInlineStart = `${x * 100}%`;
    point.style.insetBlockStart = `${y * 100}%`;
    point.setAttribute("aria-valuenow", Math.round(x * 100));
    const text = value.replace("{x}", percent(x)).replace("{y}", percent(y));
    point.setAttribute("aria-valuetext", text);
    for (const { cut, ratio } of cuts) {
      const [across, down] = [before(x, ratio / own), before(y, own / ratio)];
      cut.style.objectPosition = `${across}% ${down}%`;
    }
  };

  const set = (x, y) => {
    [x, y].forEach((share, index) => {
      inputs[index].value = within(share);
      inputs[index].dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
  };

  const follow = (event) => {
    const { left, top, width, height } = picture.getBoundingClientRect();
    set((event.clientX - left) / width, (event.clientY - top) / height);
  };

  const surface = box.querySelector(".focal-picture");
  surface.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    surface.setPointerCapture(event.pointerId);
    follow(event);
    point.focus({ preventScroll: true });
  });
  surface.addEventListener("pointermove", (event) => {
    if (surface.hasPointerCapture(event.pointerId)) follow(event);
  });
  point.addEventListener("keydown", (event) => {
    const [x, y] = read();
    const share = event.shiftKey ? 0.1 : 0.01;
    const [across, down] = steps[event.key] ?? [0, 0];
    if (event.key === "Home") set(0.5, 0.5);
    else if (event.key in steps) set(x + across * share, y + down * share);
    else return;
    event.preventDefault();
  });
  for (const input of inputs) input.addEventListener("input", show);
  picture.addEventListener("load", show);
  for (const part of box.querySelectorAll("[hidden]")) part.hidden = false;
  box.classList.add("focal-live");
  show();
});
