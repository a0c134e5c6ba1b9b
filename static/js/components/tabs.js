// Whoever comes to a tab by keys sees all of it: a browser takes a tab of which a piece shows for one that is in sight.
document.addEventListener("focusin", ({ target }) => {
  target.closest(".tabs a")?.scrollIntoView({ block: "nearest", inline: "nearest" });
});
