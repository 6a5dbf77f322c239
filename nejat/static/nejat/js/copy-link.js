// "Copy link" in the share row: puts the address of the link into the clipboard and says so.
// Without it, or where the clipboard is closed to us, the link simply leads to its page.
const SHOWN_FOR = 2500; // milliseconds

const sayCopied = (link) => {
  const label = (link.dataset.label ??= link.textContent);
  link.textContent = link.dataset.copied;
  setTimeout(() => {
    link.textContent = label;
  }, SHOWN_FOR);
};

for (const link of document.querySelectorAll("[data-copy-link]")) {
  link.setAttribute("aria-live", "polite");
  link.addEventListener("click", (event) => {
    if (!navigator.clipboard) return;
    event.preventDefault();
    navigator.clipboard.writeText(link.href).then(
      () => sayCopied(link),
      () => window.location.assign(link.href),
    );
  });
}
