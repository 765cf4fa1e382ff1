// The side panel: the overview, a node with its relations, or a relation with every sentence behind it.

let shownPanel = 0;

function showPanel() {
  const mine = ++shownPanel;
  const panel = $("panel");
  const link = G.byKey.get(State.sel);
  const node = G.byId.get(State.sel);
  fill(panel, ...(State.path ? pathPanel() : link ? linkPanel(link) : node ? nodePanel(node) : summary()));
  panel.scrollTop = 0;
  const waiting = [...panel.querySelectorAll("[data-claims]")];
  if (waiting.length) {
    proof().then((evidence) => {
      if (mine === shownPanel) for (const place of waiting) place.replaceChildren(...claims(place, evidence));
    });
  }
}

const nodeButton = (node) =>
  el(
    "button",
    { type: "button", class: "link", onclick: () => select(node.id, true) },
    swatch(node.kind),
    el("span", {}, mainName(node)),
  );

function pill(text, kind) {
  return el("span", { class: `pill ${kind || ""}` }, text);
}

function nodePanel(node) {
  const country = node.country && node.kind === "Person" ? G.byId.get(`Country:${node.country}`) : null;
  const facts = [node.office, node.sort, node.date && spell(node.date)].filter(Boolean);
  return [
    el("p", { class: "kicker" }, swatch(node.kind), Legend.nodes[node.kind].title),
    el("h2", {}, node.name),
    node.hi && el("p", { class: "second", lang: "hi" }, node.hi),
    facts.length ? el("p", {}, facts.join(" · ")) : "",
    country && el("p", {}, nodeButton(country)),
    node.status &&
      el("p", { class: "facts" }, pill(node.status, node.status), node.disputed && pill("! disputed", "disputed")),
    node.named === false && el("p", { class: "muted" }, "No article gives a name: known by office and country."),
    node.names?.length && el("p", { class: "muted" }, "Also ", el("span", { lang: "hi" }, node.names.join(", "))),
    nodeTools(node),
    node.kind === "Event" && claimsPlace(node.claims),
    ...relations(node),
  ].filter(Boolean);
}

function nodeTools(node) {
  return el(
    "div",
    { class: "actions", role: "group", "aria-label": "Actions" },
    el("button", { type: "button", onclick: () => focusOn(node.id, State.hops) }, "Neighbourhood"),
    el("button", { type: "button", onclick: () => beginPath(node) }, "Path to …"),
    State.pins.has(node.id) && el("button", { type: "button", onclick: () => unpin(node.id) }, "Unpin"),
  );
}

function unpin(id) {
  const pins = new Map(State.pins);
  pins.delete(id);
  change({ pins });
}

function relations(node) {
  const blocks = [];
  for (const [kind, look] of Object.entries(Legend.edges)) {
    const links = G.near.get(node.id).filter((link) => link.kind === kind);
    const out = links.filter((link) => link.from === node || look.title === look.reverse);
    blocks.push([look.title, out, kind], [look.reverse, links.filter((link) => !out.includes(link)), kind]);
  }
  return blocks
    .filter(([, links]) => links.length)
    .map(([title, links, kind]) => {
      const open = !Legend.edges[kind].ends.some((end) => FOLLOWERS.has(end)) || FOLLOWERS.has(node.kind);
      return el(
        "details",
        { class: "relations", open },
        el("summary", {}, stroke(kind), el("span", {}, title), el("span", { class: "n" }, String(links.length))),
        el("ul", {}, ...links.sort((a, b) => b.edges.length - a.edges.length).map((link) => relation(link, node))),
      );
    });
}

function relation(link, node) {
  const end = other(link, node);
  const marks = [
    standing(link.edges) !== "happened" && pill(standing(link.edges), standing(link.edges)),
    link.edges.some((edge) => edge.disputed) && pill("! disputed", "disputed"),
  ];
  const when = [link.edges.length > 1 && `${link.edges.length} times`, period(link.edges)].filter(Boolean).join(", ");
  return el(
    "li",
    {},
    el(
      "button",
      { type: "button", class: "link", onclick: () => select(link.key, false) },
      swatch(end.kind),
      el("span", {}, mainName(end)),
    ),
    ...marks.filter(Boolean),
    el("span", { class: "muted when" }, when),
  );
}
