// "Copy link" in the share row: puts the address of the link into the clipboard and says so.
// Without it, or where the clipboard is closed to us, the link simply leads to its page.
for (const link of document.querySelectorAll("[data-copy-link]")) {
  link.setAttribute("aria-live", "polite");
  link.addEventListener("click", (event) => {
    if (!navigator.clipboard) return;
    event.preventDefault();
    navigator.clipboard.writeText(link.href).then(
      () => {
        link.textContent = link.dataset.copied;
      },
      () => window.location.assign(link.href),
    );
  });
}
