// Before anything is drawn: the colours and the size of type that the reader chose, kept in the
// cookie "display" as "dark" or "dark large". No module, because those run after the first drawing.
{
  const kept = /(?:^|; )display=([a-z ]*)/.exec(document.cookie)?.[1].split(" ") ?? [];
  const root = document.documentElement;
  for (const word of kept) {
    if (word === "light" || word === "dark") root.dataset.theme = word;
    if (word === "large" || word === "larger") root.dataset.size = word;
  }
}
