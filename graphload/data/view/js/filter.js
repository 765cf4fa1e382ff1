// From the choices to what is seen: the nodes, and the links with those of their edges that pass.

const passes = (edge) =>
  (!edge.status || State.status.has(edge.status)) &&
  (edge.days ? edge.days[0] <= State.to && edge.days[1] >= State.from : State.undated);

// { nodes: Set, links: [{…link, seen: [edges]}], touched: Set of nodes that a seen link joins }
function visible() {
  const scope = State.focus ? around(G.byId.get(State.focus), State.hops) : null;
  const links = G.links.filter((link) => drawable(link) && (!scope || (scope.has(link.from) && scope.has(link.to))));
  for (const link of links) link.seen = link.edges.filter(passes);
  const seen = links.filter((link) => link.seen.length);
  const nodes = new Set(seen.flatMap((link) => [link.from, link.to]));
  if (!scope) for (const node of G.nodes) if (State.nodes.has(node.kind) && isLone(node)) nodes.add(node);
  for (const id of [State.sel, State.focus]) if (G.byId.has(id)) nodes.add(G.byId.get(id));
  return { nodes, links: seen };
}

// Drawn without a link: every node where there is none at all, and what was asked for.
const isLone = (node) => (Legend.lone ? !G.near.get(node.id).length : !G.links.length);

const drawable = (link) =>
  State.edges.has(link.kind) && State.nodes.has(link.from.kind) && State.nodes.has(link.to.kind);

// The nodes within some steps over links that pass.
function around(start, hops) {
  const reached = new Set([start]);
  let frontier = [start];
  for (let hop = 0; hop < hops; hop++) {
    const next = [];
    for (const node of frontier) {
      for (const link of G.near.get(node.id)) {
        const end = other(link, node);
        if (!reached.has(end) && drawable(link) && link.edges.some(passes)) {
          reached.add(end);
          next.push(end);
        }
      }
    }
    frontier = next;
  }
  return reached;
}

// Turning a kind on turns on what it needs to be seen: relations their ends, kinds of nodes their relations.
function withNeeds(nodes, edges) {
  for (let grown = true; grown;) {
    grown = false;
    for (const [kind, look] of Object.entries(Legend.edges)) {
      const follower = look.ends.find((end) => FOLLOWERS.has(end));
      if (!edges.has(kind) && follower && look.ends.some((end) => FOLLOWERS.has(end) && nodes.has(end))) {
        edges.add(kind);
        grown = true;
      }
      if (edges.has(kind) && follower) {
        for (const end of look.ends.filter((label) => FOLLOWERS.has(label) && !nodes.has(label))) {
          nodes.add(end);
          grown = true;
        }
      }
    }
  }
}

// Makes sure that a node, or a link, can be seen whatever the legend says.
function reveal(nodes, link) {
  const choices = { nodes: new Set(State.nodes), edges: new Set(State.edges) };
  for (const node of nodes) choices.nodes.add(node.kind);
  if (link) choices.edges.add(link.kind);
  return choices;
}
