// The click-to-load player: a link .player-start in a [data-player] gives way to the player of the
// site that shows the film. Nothing is asked of that site before. Owns the frame it makes; without
// it the link leads to the film there.
const makeFrame = ({ player, title }) => {
  const frame = document.createElement("iframe");
  frame.title = title;
  frame.allow = "autoplay; fullscreen; encrypted-media; picture-in-picture";
  frame.allowFullscreen = true;
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  frame.loading = "eager";
  frame.src = player;
  return frame;
};

for (const player of document.querySelectorAll('.player[data-player]:not([data-player=""])')) {
  const start = player.querySelector("a.player-start");
  start.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const frame = makeFrame(player.dataset);
    start.replaceWith(frame);
    frame.focus();
  });
}
