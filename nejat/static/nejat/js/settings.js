// The reader's settings in the menu: shows them, since they can now do something, and keeps what is
// chosen in the cookie "display", which settings-kept.js reads before the next page is drawn.
const settings = document.querySelector(".settings");
const form = settings.querySelector("form");
const root = document.documentElement;

form.elements.theme.value = root.dataset.theme ?? "";
form.elements.size.value = root.dataset.size ?? "";
settings.hidden = false;

form.addEventListener("change", () => {
  const chosen = ["theme", "size"].map((name) => {
    const value = form.elements[name].value;
    if (value) root.dataset[name] = value;
    else delete root.dataset[name];
    return value;
  });
  const year = 365 * 24 * 60 * 60;
  const words = chosen.filter(Boolean).join(" ");
  document.cookie = `display=${words}; path=/; max-age=${year}; samesite=lax`;
});
