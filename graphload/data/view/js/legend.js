// The legend: every kind with its sign and its count, each a switch.

function legendRow(name, sign, text, total, toggle) {
  const box = el("input", { type: "checkbox", name, onchange: () => toggle(box.checked) });
  return el(
    "label",
    { class: "row" },
    box,
    sign,
    el("span", {}, text),
    el("span", { class: "n" }, total.toLocaleString("en")),
  );
}

function toggled(set, item, on) {
  const next = new Set(set);
  if (on) next.add(item);
  else next.delete(item);
  return next;
}

function switchKind(list, kind, on) {
  const choices = { nodes: new Set(State.nodes), edges: new Set(State.edges) };
  choices[list] = toggled(choices[list], kind, on);
  if (on) withNeeds(choices.nodes, choices.edges);
  change(choices);
}

const tally = (items, key) =>
  items.reduce((sums, item) => sums.set(item[key], (sums.get(item[key]) || 0) + 1), new Map());

function startLegend() {
  const nodes = tally(G.nodes, "kind");
  const edges = tally(G.edges, "kind");
  $("lg-nodes").replaceChildren(
    ...Object.entries(Legend.nodes)
      .filter(([kind]) => nodes.has(kind))
      .map(([kind, look]) =>
        legendRow(kind, swatch(kind), look.plural, nodes.get(kind), (on) => switchKind("nodes", kind, on)),
      ),
  );
  $("lg-edges").replaceChildren(
    ...Object.entries(Legend.edges)
      .filter(([kind]) => edges.has(kind))
      .map(([kind, look]) =>
        legendRow(kind, stroke(kind), look.title, edges.get(kind), (on) => switchKind("edges", kind, on)),
      ),
  );
  startStatuses();
}

function showLegend() {
  for (const [part, set] of [
    ["lg-nodes", State.nodes],
    ["lg-edges", State.edges],
    ["lg-status", State.status],
  ]) {
    for (const box of $(part).querySelectorAll("input")) box.checked = set.has(box.name);
  }
}

function startStatuses() {
  const drawn = G.edges.filter(
    (edge) => edge.status && !FOLLOWERS.has(edge.link.from.kind) && !FOLLOWERS.has(edge.link.to.kind),
  );
  const totals = tally(drawn, "status");
  const disputed = drawn.filter((edge) => edge.disputed).length;
  $("lg-status").replaceChildren(
    ...STATUSES.map((status) =>
      legendRow(status, statusSign(status), status[0].toUpperCase() + status.slice(1), totals.get(status) || 0, (on) =>
        change({ status: toggled(State.status, status, on) }),
      ),
    ),
    el(
      "p",
      { class: "row note" },
      mark("!", "warn"),
      el("span", {}, "Disputed"),
      el("span", { class: "n" }, String(disputed)),
    ),
    el("p", { class: "row note" }, mark("3", "fg"), el("span", {}, "Times it happened")),
  );
}

function statusSign(status) {
  const line = svg("path", { d: "M1 9h24", class: "ink", "stroke-width": 2.5, fill: "none" });
  if (status === "planned") line.setAttribute("stroke-dasharray", "1.5 4");
  const cross = status === "denied" ? [svg("path", { d: "M9 5l8 8m0-8l-8 8", class: "ink", "stroke-width": 2 })] : [];
  return svg("svg", { width: 26, height: 18, viewBox: "0 0 26 18", "aria-hidden": "true" }, line, ...cross);
}

const mark = (text, tint) => el("span", { class: `mark ${tint}`, "aria-hidden": "true" }, text);
