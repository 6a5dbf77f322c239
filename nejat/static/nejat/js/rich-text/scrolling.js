// How far the cursor stays from the edges of the window: clear of the bars that stand there.
const heightOf = (selector) => {
  const bar = document.querySelector(selector);
  return bar && getComputedStyle(bar).position === "sticky" ? bar.offsetHeight + 16 : 5;
};
export const CLEAR = {
  left: 0,
  right: 0,
  get top() {
    return heightOf(".edition-tabs") + heightOf(".source-text[open]");
  },
  get bottom() {
    return heightOf(".action-bar");
  },
};
