// The beginning: unpack, wait for the font, draw, and from then on answer to what changes.

const FILTERS = ["nodes", "edges", "status", "from", "to", "undated", "focus", "hops", "open", "all", "script"];

function refresh(changed) {
  const touches = (...names) => changed.some((name) => names.includes(name));
  if (touches("theme") || !changed.length) showTheme();
  if (touches("pins")) placePins();
  if (touches(...FILTERS, "sel", "path")) showView();
  if (touches("nodes", "edges", "status")) showLegend();
  if (touches("nodes", "edges", "status")) showTime();
  if (touches(...FILTERS)) showRange();
  if (touches("sel", "path", "script", "pins") || (State.sel && touches(...FILTERS))) showPanel();
  if (touches(...FILTERS, "sort", "table")) showTable();
  if (touches(...FILTERS, "path", "pins")) showChips();
  relight();
}

function restore() {
  readHash();
  $("script").value = State.script;
  refresh(Object.keys(State));
  fit(State.path ? [...new Set(pathLinks().flatMap((link) => [link.from, link.to]))] : undefined);
}

async function start() {
  load(await unpack("graph"));
  await Promise.all([
    document.fonts.load(`${SIZE}px "Graphload Devanagari"`, "क"),
    document.fonts.load(`500 ${SIZE}px "Graphload Devanagari"`, "क"),
  ]);
  startStage();
  startSearch();
  startLegend();
  startTime();
  startTools();
  startKeys();
  whenChanged(refresh);
  restore();
  addEventListener("hashchange", restore);
  addEventListener("resize", () => requestAnimationFrame(() => fit()));
  Stage.network.once("afterDrawing", () => {
    document.documentElement.dataset.ready = Math.round(performance.now());
  });
  Stage.network.redraw();
}

start().catch((error) => {
  $("live").textContent = `This page needs a browser of 2023 or later (${error.message}).`;
});
