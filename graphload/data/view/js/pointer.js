// The pointer on the stage: clicking, dragging (which pins), and what lies under it.

function clicked({ nodes, pointer }) {
  const item = Stage.byId.get(nodes[0]);
  if (item?.bubble) return openGroup(item.group);
  if (item) return pathStart() ? endPath(item) : select(item.id);
  const scale = Stage.network.getScale();
  const link = linkAt(pointer.canvas.x, pointer.canvas.y, 8 / scale, scale);
  if (link?.kind) select(link.key);
  else if (State.sel || State.path) change({ sel: null, path: null });
}

function doubleClicked({ nodes }) {
  const item = Stage.byId.get(nodes[0]);
  if (item && !item.bubble) focusOn(item.id, State.hops);
}

// Until the stage has stood still for a moment, the many lines are thinned out.
function moving() {
  clearTimeout(Stage.moving);
  Stage.moving = setTimeout(() => {
    Stage.moving = 0;
    redraw();
  }, 180);
}

function dragged({ nodes }) {
  moving();
  for (const id of nodes) Object.assign(Stage.byId.get(id), Stage.network.getPosition(id));
}

function pinned({ nodes }) {
  if (!nodes.length) return;
  dragged({ nodes });
  const pins = new Map(State.pins);
  for (const id of nodes) {
    const { x, y, bubble } = Stage.byId.get(id);
    if (!bubble) pins.set(id, [Math.round(x), Math.round(y)]);
  }
  change({ pins });
}

function placePins() {
  for (const node of G.nodes) Object.assign(node, node.home);
  for (const [id, [x, y]] of State.pins) Object.assign(G.byId.get(id), { x, y });
  for (const item of Stage.view.items) if (!item.bubble) Stage.network.moveNode(item.id, item.x, item.y);
}

function pointed(event) {
  if (event.buttons || Stage.view.links.length > FEW) return point(null);
  const at = { x: event.offsetX, y: event.offsetY };
  const id = Stage.network.getNodeAt(at);
  if (id !== undefined) return point(Stage.byId.get(id), at);
  const { x, y } = Stage.network.DOMtoCanvas(at);
  const scale = Stage.network.getScale();
  return point(linkAt(x, y, 5 / scale, scale), at);
}

function point(thing, at) {
  const tip = $("tip");
  if (thing !== Stage.hover) {
    Stage.hover = thing;
    $("mynetwork").classList.toggle("over", Boolean(thing));
    tip.hidden = !thing;
    if (thing) tip.replaceChildren(...tipLines(thing).map((line) => el("div", {}, line)));
    relight();
  }
  if (thing) {
    tip.style.left = `${Math.min(at.x + 14, $("stage").clientWidth - tip.offsetWidth - 8)}px`;
    tip.style.top = `${Math.min(at.y + 14, $("stage").clientHeight - tip.offsetHeight - 8)}px`;
  }
}

function tipLines(thing) {
  if (thing.bubble) return [thing.label, thing.note];
  if (!thing.key) return [thing.name, thing.hi || "", thing.office || Legend.nodes[thing.kind].title].filter(Boolean);
  const title = thing.kind ? Legend.edges[thing.kind].title : "";
  const many = thing.seen.length > 1 ? `${thing.seen.length} times` : "";
  return [`${nameOf(thing.from)} – ${nameOf(thing.to)}`, [title, many, period(thing.seen)].filter(Boolean).join(" · ")];
}

const nameOf = (item) => (item.bubble ? item.label : mainName(item));
