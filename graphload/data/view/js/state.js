// What the user chose, kept in the address: `change` takes new choices, tells the page, writes the address.

const STATUSES = ["happened", "planned", "denied"];
const State = {
  nodes: new Set(),
  edges: new Set(),
  status: new Set(STATUSES),
  from: 0,
  to: 0,
  undated: true,
  focus: null,
  hops: 1,
  sel: null,
  path: null,
  script: "both",
  theme: null,
  table: false,
  sort: "date",
  pins: new Map(),
  open: new Set(),
  all: false,
};

const openKinds = () => Object.keys(Legend.nodes).filter((kind) => Legend.nodes[kind].open);
const openEdges = () =>
  Object.keys(Legend.edges).filter((kind) => Legend.edges[kind].ends.every((label) => Legend.nodes[label].open));

function resetState() {
  Object.assign(State, {
    nodes: new Set(openKinds()),
    edges: new Set(openEdges()),
    status: new Set(STATUSES),
    from: G.days[0],
    to: G.days[1],
    undated: true,
    focus: null,
    hops: 1,
    sel: null,
    path: null,
    script: "both",
    theme: null,
    table: false,
    sort: "date",
    pins: new Map(),
    open: new Set(),
    all: false,
  });
}

const listeners = [];
const whenChanged = (listener) => listeners.push(listener);

function change(choices) {
  Object.assign(State, choices);
  for (const listener of listeners) listener(Object.keys(choices));
  writeHash();
}

const same = (set, list) => set.size === list.length && list.every((item) => set.has(item));

function writeHash() {
  const hash = new URLSearchParams();
  if (!same(State.nodes, openKinds())) hash.set("nodes", [...State.nodes]);
  if (!same(State.edges, openEdges())) hash.set("edges", [...State.edges]);
  if (State.status.size < STATUSES.length) hash.set("status", [...State.status]);
  if (State.from > G.days[0]) hash.set("from", isoDay(State.from));
  if (State.to < G.days[1]) hash.set("to", isoDay(State.to));
  if (!State.undated) hash.set("undated", "0");
  if (State.sel) hash.set("sel", State.sel);
  if (State.focus) hash.set("focus", `${State.hops} ${State.focus}`);
  if (State.path) hash.set("path", JSON.stringify(State.path));
  if (State.script !== "both") hash.set("script", State.script);
  if (State.theme) hash.set("theme", State.theme);
  if (State.table) hash.set("table", State.sort);
  if (State.pins.size) hash.set("pins", JSON.stringify([...State.pins]));
  if (State.open.size) hash.set("open", [...State.open]);
  if (State.all) hash.set("all", "1");
  try {
    history.replaceState(null, "", `#${hash}`);
  } catch {
    // Some hosts of local files forbid it; the page works without an address of its own.
  }
}

const listed = (text, allowed) => new Set((text || "").split(",").filter((item) => allowed.includes(item)));

// Takes what it understands of the address; the rest keeps its default.
function readHash() {
  resetState();
  const hash = new URLSearchParams(location.hash.slice(1));
  if (hash.has("nodes")) State.nodes = listed(hash.get("nodes"), Object.keys(Legend.nodes));
  if (hash.has("edges")) State.edges = listed(hash.get("edges"), Object.keys(Legend.edges));
  if (hash.has("status")) State.status = listed(hash.get("status"), STATUSES);
  State.from = Math.max(G.days[0], span(hash.get("from"))?.[0] ?? G.days[0]);
  State.to = Math.min(G.days[1], span(hash.get("to"))?.[1] ?? G.days[1]);
  State.undated = hash.get("undated") !== "0";
  const sel = hash.get("sel");
  if (G.byId.has(sel) || G.byKey.has(sel)) State.sel = sel;
  const focus = /^([123]) (.+)$/s.exec(hash.get("focus") || "");
  if (focus && G.byId.has(focus[2])) Object.assign(State, { hops: Number(focus[1]), focus: focus[2] });
  if (["en", "hi"].includes(hash.get("script"))) State.script = hash.get("script");
  if (["dark", "light"].includes(hash.get("theme"))) State.theme = hash.get("theme");
  if (hash.has("table")) Object.assign(State, { table: true, sort: hash.get("table") });
  State.all = hash.get("all") === "1";
  State.open = new Set((hash.get("open") || "").split(",").filter(Boolean).map(Number));
  readLists(hash);
}

function readLists(hash) {
  try {
    const path = JSON.parse(hash.get("path") || "null");
    if (Array.isArray(path) && path.length === 2 && path.every((id) => G.byId.has(id))) State.path = path;
    for (const [id, [x, y]] of JSON.parse(hash.get("pins") || "[]")) {
      if (G.byId.has(id) && Number.isFinite(x) && Number.isFinite(y)) State.pins.set(id, [x, y]);
    }
  } catch {
    // A mangled address: what was not understood is left out.
  }
}
