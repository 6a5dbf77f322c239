// The edition switcher: remembers the edition a reader chooses, so that the bare address of the
// site leads there next time. Owns the cookie "edition"; without it the browser's language decides.
for (const link of document.querySelectorAll("[data-edition]")) {
  link.addEventListener("click", () => {
    const year = 365 * 24 * 60 * 60;
    document.cookie = `edition=${link.dataset.edition}; path=/; max-age=${year}; samesite=lax`;
  });
}
