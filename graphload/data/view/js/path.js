// The neighbourhood of one node, and the shortest path between two.

let pathFrom = null;

const pathStart = () => pathFrom;

function focusOn(id, hops) {
  change({ focus: id, hops, path: null, sel: State.sel || id });
  fit();
}

function beginPath(node) {
  pathFrom = node;
  showChips();
  $("q").value = "";
  $("q").focus();
}

function endPath(node) {
  const from = pathFrom;
  pathFrom = null;
  if (node === from) return showChips();
  change({ ...reveal([from, node]), path: [from.id, node.id], sel: null, focus: null });
  const links = pathLinks();
  return links.length && fit([...new Set(links.flatMap((link) => [link.from, link.to]))]);
}

// The links of a shortest way over what is seen, from end to end; empty when none leads there.
function pathLinks() {
  const [from, to] = State.path.map((id) => G.byId.get(id));
  const came = new Map([[from, null]]);
  let frontier = [from];
  while (frontier.length && !came.has(to)) {
    const next = [];
    for (const node of frontier) {
      for (const link of G.near.get(node.id)) {
        const end = other(link, node);
        if (came.has(end) || !drawable(link) || !link.edges.some(passes)) continue;
        came.set(end, link);
        next.push(end);
      }
    }
    frontier = next;
  }
  const links = [];
  for (let node = to, link = came.get(to); link; node = other(link, node), link = came.get(node)) links.unshift(link);
  return links;
}

function pathPanel() {
  const [from, to] = State.path.map((id) => G.byId.get(id));
  const links = pathLinks();
  const head = [
    el("p", { class: "kicker" }, "Shortest path"),
    el("h2", { class: "pair" }, nodeButton(from), el("span", { class: "verb" }, "to"), nodeButton(to)),
  ];
  if (!links.length) return [...head, el("p", {}, "No way leads there over what is shown.")];
  return [
    ...head,
    el("p", { class: "muted" }, count(links.length, "step")),
    ...links.map((link) =>
      el(
        "section",
        { class: "step" },
        el(
          "h3",
          {},
          nodeButton(link.from),
          el("span", { class: "verb" }, Legend.edges[link.kind].title.toLowerCase()),
          nodeButton(link.to),
        ),
        edgeCard(link.edges.find(passes)),
      ),
    ),
  ];
}

function chip(text, close, ...more) {
  return el(
    "div",
    { class: "chip" },
    el("span", {}, text),
    ...more,
    el("button", { type: "button", "aria-label": `Close: ${text}`, onclick: close }, "×"),
  );
}

function hopsPick() {
  const pick = el(
    "select",
    { id: "hops", "aria-label": "Steps", onchange: () => focusOn(State.focus, Number(pick.value)) },
    ...[1, 2, 3].map((hops) => el("option", { value: hops }, count(hops, "step"))),
  );
  pick.value = State.hops;
  return pick;
}

function showChips() {
  const chips = [];
  const whole = (choices) => () => {
    change(choices);
    fit();
  };
  if (pathFrom)
    chips.push(
      chip(`Path from ${mainName(pathFrom)}: choose the other end`, () => {
        pathFrom = null;
        showChips();
      }),
    );
  if (State.focus) chips.push(chip(`Around ${mainName(G.byId.get(State.focus))}`, whole({ focus: null }), hopsPick()));
  if (State.path)
    chips.push(chip(`Path: ${State.path.map((id) => mainName(G.byId.get(id))).join(" – ")}`, whole({ path: null })));
  if (State.pins.size) chips.push(chip(count(State.pins.size, "pinned node"), () => change({ pins: new Map() })));
  if (State.open.size && !State.all)
    chips.push(chip(count(State.open.size, "open community", "open communities"), whole({ open: new Set() })));
  if (State.all) chips.push(chip("Every node", whole({ all: false })));
  else if (condensed(Stage.seen.nodes)) {
    const left = Stage.left ? `, ${Stage.left.toLocaleString("en")} small ones left out` : "";
    chips.push(
      el(
        "div",
        { class: "chip" },
        el("span", {}, `Communities: click one to open it${left}`),
        el("button", { type: "button", onclick: whole({ all: true }) }, "Show every node"),
      ),
    );
  }
  fill($("chips"), ...chips);
}
