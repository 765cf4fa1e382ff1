// The graph of the page: nodes, edges, and links (all edges of one kind between the same two nodes).

const Legend = JSON.parse($("legend").textContent);
const FOLLOWERS = new Set(Object.keys(Legend.nodes).filter((kind) => !Legend.nodes[kind].shown));
const G = { nodes: [], byId: new Map(), edges: [], links: [], byKey: new Map(), near: new Map(), days: [0, 0] };

async function unpack(id) {
  const bytes = Uint8Array.from(atob($(id).textContent), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

// The claims and articles, unpacked when the first is asked for.
let proofPromise = null;
const proof = () => (proofPromise ||= unpack("proof"));

function load(graph) {
  for (const node of graph.nodes) {
    G.nodes.push(node);
    G.byId.set(node.id, node);
    G.near.set(node.id, []);
    node.home = { x: node.x, y: node.y };
  }
  for (const edge of graph.edges) {
    edge.days = span(edge.date);
    G.edges.push(edge);
    linkOf(edge).edges.push(edge);
  }
  for (const link of G.links) {
    G.near.get(link.from.id).push(link);
    if (link.to !== link.from) G.near.get(link.to.id).push(link);
  }
  bendParallels();
  for (const node of G.nodes) node.r = radius(node);
  const days = G.edges.flatMap((edge) => edge.days || []);
  G.days = days.reduce(([low, high], day) => [Math.min(low, day), Math.max(high, day)], [Infinity, -Infinity]);
  if (!days.length) G.days = [0, 0];
}

function linkOf(edge) {
  const key = `${edge.from}|${edge.kind}|${edge.to}`;
  let link = G.byKey.get(key);
  if (!link) {
    link = { key, kind: edge.kind, from: G.byId.get(edge.from), to: G.byId.get(edge.to), edges: [], bend: 0 };
    G.byKey.set(key, link);
    G.links.push(link);
  }
  edge.link = link;
  return link;
}

// Links between the same two nodes are drawn side by side, on either side of the straight line.
function bendParallels() {
  const pairs = new Map();
  for (const link of G.links) {
    const pair = link.from.id < link.to.id ? `${link.from.id}|${link.to.id}` : `${link.to.id}|${link.from.id}`;
    if (!pairs.has(pair)) pairs.set(pair, []);
    pairs.get(pair).push(link);
  }
  for (const links of pairs.values()) {
    links.forEach((link, place) => {
      const side = link.from.id < link.to.id ? 1 : -1;
      link.bend = links.length === 1 ? 0.06 * side : (place - (links.length - 1) / 2) * 0.28 * side;
    });
  }
}

function radius(node) {
  if (FOLLOWERS.has(node.kind)) return 7 + Math.min(5, Math.sqrt(G.near.get(node.id).length));
  const joined = G.near.get(node.id).filter((link) => !FOLLOWERS.has(link.from.kind) && !FOLLOWERS.has(link.to.kind));
  return 8 + Math.min(15, 3.2 * Math.sqrt(joined.length));
}

const other = (link, node) => (link.from === node ? link.to : link.from);
const mainName = (node) => (State.script === "hi" ? node.hi || node.name : node.name);
const otherName = (node) => (State.script === "hi" ? node.name : node.hi || "");
const placeName = (code) => (G.byId.get(`Country:${code}`) || { name: code }).name;

// How a link as a whole stands: as its best-founded edge does.
function standing(edges) {
  const statuses = edges.map((edge) => edge.status);
  return ["happened", "planned", "denied"].find((status) => statuses.includes(status)) || "happened";
}
