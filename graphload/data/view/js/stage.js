// The stage: vis-network places, drags, zooms and picks the nodes; what it shows is drawn by our own modules.

const Stage = {
  network: null,
  set: null,
  seen: null,
  view: { items: [], links: [] },
  byId: new Map(),
  order: [],
  hover: null,
  left: 0,
  moving: 0,
  drawing: 0,
};

function startStage() {
  const options = JSON.parse($("options").textContent);
  options.nodes.ctxRenderer = renderNode;
  Stage.set = new vis.DataSet();
  Stage.network = new vis.Network($("mynetwork"), { nodes: Stage.set, edges: new vis.DataSet() }, options);
  const frame = $("mynetwork").firstElementChild;
  frame.setAttribute("role", "application");
  frame.setAttribute("aria-label", "Network. Arrow keys go to neighbours, Enter to the details.");
  Stage.network.on("beforeDrawing", drawBelow);
  Stage.network.on("afterDrawing", (context) => drawLabels(context, Stage.network.getScale()));
  Stage.network.on("click", clicked);
  Stage.network.on("doubleClick", doubleClicked);
  Stage.network.on("dragging", dragged);
  Stage.network.on("zoom", moving);
  Stage.network.on("dragEnd", pinned);
  frame.addEventListener("mousemove", pointed);
  frame.addEventListener("mouseleave", () => point(null));
}

function drawBelow(context) {
  const scale = Stage.network.getScale();
  drawEdges(context, scale);
  if (Stage.view.items.length > CROWD) drawCrowd(context, scale);
}

function renderNode({ ctx, id, x, y }) {
  const item = Stage.byId.get(id);
  if (!item) return {};
  const scale = Stage.network.getScale();
  const lit = litItems();
  if (Stage.view.items.length > CROWD && !lit?.has(item))
    return { nodeDimensions: { width: item.r * 2, height: item.r * 2 } };
  const look = { selected: State.sel === id, hover: Stage.hover === item, dim: lit && !lit.has(item) };
  const size = Math.max(item.r * 2, 8 / scale);
  return { drawNode: () => drawNode(ctx, item, x, y, scale, look), nodeDimensions: { width: size, height: size } };
}

// Shows what the choices leave, changing only the nodes that come or go.
function showView() {
  const seen = visible();
  const view = condensed(seen.nodes) ? condense(seen) : { items: [...seen.nodes], links: seen.links, left: 0 };
  const wanted = new Map(view.items.map((item) => [item.id, item]));
  const gone = [...Stage.byId.keys()].filter((id) => !wanted.has(id));
  const fresh = view.items.filter((item) => !Stage.byId.has(item.id));
  Object.assign(Stage, { seen, view, byId: wanted, left: view.left, lit: undefined });
  Stage.order = [...view.items].sort((a, b) => b.r - a.r || (a.id < b.id ? -1 : 1));
  for (const item of view.items) item.color ||= Legend.nodes[item.kind].color;
  if (gone.length) Stage.set.remove(gone);
  if (fresh.length) Stage.set.add(fresh.map(({ id, x, y }) => ({ id, x, y })));
  redraw();
  $("live").textContent = seenText(seen);
}

function seenText(seen) {
  const edges = seen.links.reduce((sum, link) => sum + link.seen.length, 0);
  const all = G.edges.filter((edge) => State.edges.has(edge.kind)).length;
  return `${count(seen.nodes.size, "node")}, ${edges.toLocaleString("en")} of ${count(all, "relation")}`;
}

// What is in the light when something is selected or pointed at: null when everything is.
function light() {
  if (Stage.lit !== undefined) return Stage.lit;
  const key = Stage.hover ? Stage.hover.id || Stage.hover.key : State.sel;
  const path = State.path && !Stage.hover ? pathLinks() : null;
  const links =
    path || Stage.view.links.filter((link) => link.key === key || link.from.id === key || link.to.id === key);
  const items = new Set(links.flatMap((link) => [link.from, link.to]));
  if (Stage.byId.has(key)) items.add(Stage.byId.get(key));
  Stage.lit = items.size ? { links: new Set(links), items } : null;
  return Stage.lit;
}

const litLinks = () => light()?.links;
const litItems = () => light()?.items;

function relight() {
  Stage.lit = undefined;
  redraw();
}

// Draws once, in the next frame, however many things have changed.
function redraw() {
  Stage.drawing ||= requestAnimationFrame(() => {
    Stage.drawing = 0;
    Stage.network.redraw();
  });
}

function select(id, go) {
  const link = G.byKey.get(id);
  const nodes = link ? [link.from, link.to] : G.byId.has(id) ? [G.byId.get(id)] : [];
  const choices = reveal(nodes, link);
  if (State.focus && nodes.some((node) => !Stage.byId.has(node.id))) choices.focus = null;
  if (condensed(Stage.seen.nodes)) choices.open = new Set([...State.open, ...nodes.map((node) => node.group)]);
  change({ ...choices, sel: id, path: null });
  if (go && nodes.length) lookAt(nodes);
}

// Moves only where some of the nodes cannot be seen well.
function lookAt(nodes) {
  const [width, height] = [$("mynetwork").clientWidth, $("mynetwork").clientHeight];
  const inside = nodes.every((node) => {
    const { x, y } = Stage.network.canvasToDOM(node);
    return x > 60 && x < width - 60 && y > 50 && y < height - 50;
  });
  if (inside && Stage.network.getScale() > 0.5) return;
  const at = { x: 0, y: 0 };
  for (const node of nodes) [at.x, at.y] = [at.x + node.x / nodes.length, at.y + node.y / nodes.length];
  const scale = Math.max(Stage.network.getScale(), 0.7);
  Stage.network.moveTo({
    position: at,
    scale,
    animation: calm() ? false : { duration: 350, easingFunction: "easeInOutQuad" },
  });
}

// The whole view, with room for the labels.
function fit(items = Stage.view.items) {
  if (!items.length) return;
  const room = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const { x, y, r } of items) {
    room.left = Math.min(room.left, x - r);
    room.right = Math.max(room.right, x + r);
    room.top = Math.min(room.top, y - r);
    room.bottom = Math.max(room.bottom, y + r);
  }
  const frame = $("mynetwork");
  const scale = Math.min(
    1.4,
    (frame.clientWidth - Math.min(160, frame.clientWidth / 5)) / (room.right - room.left),
    (frame.clientHeight - 90) / (room.bottom - room.top),
  );
  const position = { x: (room.left + room.right) / 2, y: (room.top + room.bottom) / 2 + 8 / scale };
  Stage.network.moveTo({ position, scale });
}
