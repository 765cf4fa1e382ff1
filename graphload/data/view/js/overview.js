// A graph too large to be seen at once opens as communities; each opens into its members.

const BUBBLES = 140;
const STRONGEST = 4;

const condensed = (nodes) => nodes.size > Legend.overview && !State.all && !State.focus && !State.path;

// The view with every closed community as one bubble, and the links between bubbles added up.
function condense(view) {
  const groups = new Map();
  for (const node of view.nodes) {
    if (!groups.has(node.group)) groups.set(node.group, []);
    groups.get(node.group).push(node);
  }
  const closed = [...groups]
    .filter(([group]) => !State.open.has(group))
    .sort((a, b) => b[1].length - a[1].length || a[0] - b[0]);
  const stands = new Map();
  const bubbles = closed.slice(0, BUBBLES).map(([group, members]) => bubbleOf(group, members, stands));
  const single = [...view.nodes].filter((node) => State.open.has(node.group));
  for (const node of single) stands.set(node, node);
  return { items: [...bubbles, ...single], links: addUp(view.links, stands), left: closed.length - bubbles.length };
}

let groupMiddles = null;

// Where the bubble of each community stands: in the middle of all its nodes, whichever of them are seen.
function middles() {
  if (groupMiddles) return groupMiddles;
  groupMiddles = new Map();
  for (const node of G.nodes) {
    if (FOLLOWERS.has(node.kind)) continue;
    const middle = groupMiddles.get(node.group) || { x: 0, y: 0, size: 0 };
    const size = middle.size + 1;
    groupMiddles.set(node.group, {
      x: middle.x + (node.home.x - middle.x) / size,
      y: middle.y + (node.home.y - middle.y) / size,
      size,
    });
  }
  return groupMiddles;
}

function bubbleOf(group, members, stands) {
  const best = [...members].sort((a, b) => b.r - a.r || (a.id < b.id ? -1 : 1));
  const bubble = {
    id: `group:${group}`,
    bubble: true,
    group,
    members,
    x: middles().get(group)?.x ?? best[0].x,
    y: middles().get(group)?.y ?? best[0].y,
    r: 40 + 24 * Math.sqrt(members.length),
    color: Ink.accent,
    label: mainName(best[0]),
    note: count(members.length, "node"),
    kind: best[0].kind,
  };
  for (const node of members) stands.set(node, bubble);
  return bubble;
}

function addUp(links, stands) {
  const sums = new Map();
  for (const link of links) {
    const [from, to] = [stands.get(link.from), stands.get(link.to)];
    if (!from || !to || from === to) continue;
    if (!from.bubble && !to.bubble) {
      sums.set(link.key, link);
      continue;
    }
    const [low, high] = from.id < to.id ? [from, to] : [to, from];
    const key = `${low.id}|${high.id}`;
    if (!sums.has(key)) sums.set(key, { key, kind: null, from: low, to: high, seen: [], bend: 0.04 });
    sums.get(key).seen.push(...link.seen);
  }
  return strongest([...sums.values()]);
}

// Between bubbles only the strongest links of each are drawn; every link of an open node stays.
function strongest(links) {
  const drawn = new Map();
  const room = (item) => !item.bubble || (drawn.get(item) || 0) < STRONGEST;
  return links
    .sort((a, b) => b.seen.length - a.seen.length || (a.key < b.key ? -1 : 1))
    .filter((link) => {
      if (link.kind || !(room(link.from) || room(link.to))) return Boolean(link.kind);
      for (const end of [link.from, link.to]) drawn.set(end, (drawn.get(end) || 0) + 1);
      return true;
    });
}

function openGroup(group) {
  change({ open: new Set([...State.open, group]) });
  fit(Stage.view.items.filter((item) => item.group === group));
}
