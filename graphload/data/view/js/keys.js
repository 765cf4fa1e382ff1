// The keyboard: arrows go from node to node, single letters do what the toolbar does.

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const ACTIONS = {
  "/": () => $("q").focus(),
  f: () => (State.focus ? change({ focus: null }) : G.byId.has(State.sel) && focusOn(State.sel, State.hops)),
  t: () => change({ table: !State.table }),
  d: () => $("b-theme").click(),
  0: () => fit(),
  "+": () => zoom(1.3),
  "-": () => zoom(1 / 1.3),
};

// The neighbour that lies most in the direction, or where nothing is selected the weightiest node.
function goTo([dx, dy]) {
  const here = Stage.byId.get(State.sel);
  if (!here) return Stage.order.find((item) => !item.bubble);
  let best = null;
  let most = 0.3;
  for (const link of Stage.view.links) {
    if (link.from !== here && link.to !== here) continue;
    const end = other(link, here);
    const length = Math.hypot(end.x - here.x, end.y - here.y) || 1;
    const score = ((end.x - here.x) * dx + (end.y - here.y) * dy) / length - length / 1e4;
    if (score > most && !end.bubble) [best, most] = [end, score];
  }
  return best;
}

function stepBack() {
  if (pathStart()) {
    pathFrom = null;
    showChips();
  } else if (State.table) change({ table: false });
  else if (State.path || State.sel) change({ path: null, sel: null });
  else if (State.focus) {
    change({ focus: null });
    fit();
  }
}

function startKeys() {
  $("mynetwork").addEventListener("keydown", (event) => {
    if (ARROWS[event.key]) {
      const next = goTo(ARROWS[event.key]);
      if (next) select(next.id, true);
    } else if (event.key === "Enter" && State.sel) $("panel").focus();
    else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (event.target.closest("input, select, dialog") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") stepBack();
    else if (ACTIONS[event.key] && $("keys").checked) ACTIONS[event.key]();
    else return;
    event.preventDefault();
  });
}
