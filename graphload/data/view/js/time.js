// Time: how much happened when, a range to look at, and play.

const BINS = 72;
let playing = null;

function startTime() {
  const [low, high] = G.days;
  for (const id of ["r-from", "r-to"]) {
    Object.assign($(id), { min: low, max: high, step: 1 });
    $(id).addEventListener("input", slid);
  }
  $("undated").addEventListener("change", () => change({ undated: $("undated").checked }));
  $("b-play").addEventListener("click", play);
  $("time").hidden = low === high && !G.edges.some((edge) => edge.days);
}

let waitingSlide = 0;

function slid() {
  cancelAnimationFrame(waitingSlide);
  waitingSlide = requestAnimationFrame(() => {
    const ends = [Number($("r-from").value), Number($("r-to").value)];
    change({ from: Math.min(...ends), to: Math.max(...ends) });
  });
}

// A date of year or month precision is spread over the bins that it may fall into.
function bins() {
  const [low, high] = G.days;
  const wide = (high - low + 1) / BINS;
  const sums = Array.from({ length: BINS }, () => new Map());
  for (const edge of G.edges) {
    if (!edge.days || !drawable(edge.link) || !State.status.has(edge.status || "happened")) continue;
    const [first, last] = edge.days.map((day) => Math.min(BINS - 1, Math.floor((day - low) / wide)));
    for (let bin = first; bin <= last; bin++)
      sums[bin].set(edge.kind, (sums[bin].get(edge.kind) || 0) + 1 / (last - first + 1));
  }
  return sums;
}

function showTime() {
  const sums = bins();
  const tallest = Math.max(1e-9, ...sums.map((bin) => [...bin.values()].reduce((a, b) => a + b, 0)));
  const chart = $("hist");
  chart.setAttribute("viewBox", `0 0 ${BINS * 10} 100`);
  chart.replaceChildren(
    ...sums.flatMap((bin, place) => {
      let top = 100;
      return Object.keys(Legend.edges)
        .filter((kind) => bin.has(kind))
        .map((kind) => {
          const height = (bin.get(kind) / tallest) * 96;
          top -= height;
          return svg("rect", { x: place * 10 + 1, y: top, width: 8, height, fill: Legend.edges[kind].color });
        });
    }),
  );
}

function showRange() {
  const [low, high] = G.days;
  const wide = (high - low + 1) / BINS;
  for (const bar of $("hist").children) {
    const day = low + (Number(bar.getAttribute("x")) / 10) * wide;
    bar.classList.toggle("out", day + wide < State.from || day > State.to);
  }
  for (const [range, output, day] of [
    ["r-from", "o-from", State.from],
    ["r-to", "o-to", State.to],
  ]) {
    $(range).value = day;
    $(range).setAttribute("aria-valuetext", isoDay(day));
    $(output).textContent = spell(isoDay(day));
  }
  $("undated").checked = State.undated;
  $("n-undated").textContent = String(G.edges.filter((edge) => !edge.days && drawable(edge.link)).length);
}

function play() {
  const on = !playing;
  $("b-play").setAttribute("aria-pressed", String(on));
  $("b-play").textContent = on ? "❚❚" : "▶";
  clearInterval(playing);
  playing = null;
  if (!on) return;
  const [low, high] = G.days;
  const step = Math.max(1, (high - low) / 80);
  if (State.to >= high) change({ from: low, to: low });
  playing = setInterval(() => {
    change({ to: Math.min(high, State.to + step) });
    if (State.to >= high) play();
  }, 120);
}
