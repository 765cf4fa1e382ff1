// The panel when nothing is selected: what is large, disputed and new in the graph.

function summary() {
  const things = G.nodes
    .filter((node) => !FOLLOWERS.has(node.kind))
    .sort((a, b) => b.r - a.r || (a.id < b.id ? -1 : 1));
  const disputed = G.links.filter(
    (link) =>
      link.edges.some((edge) => edge.disputed) && !FOLLOWERS.has(link.from.kind) && !FOLLOWERS.has(link.to.kind),
  );
  const events = G.nodes.filter((node) => node.kind === "Event").length;
  const sources = G.nodes.filter((node) => node.kind === "Source").length;
  return [
    el("h2", {}, "Overview"),
    el(
      "p",
      {},
      [
        count(things.length, "node"),
        events && count(events, "event"),
        sources && count(sources, "source"),
        period(G.edges),
      ]
        .filter(Boolean)
        .join(" · "),
    ),
    el("p", { class: "muted" }, "Select a node or a line to read the sentences behind it."),
    el("h3", {}, "Best connected"),
    el(
      "ul",
      { class: "list" },
      ...things
        .slice(0, 8)
        .map((node) =>
          el("li", {}, nodeButton(node), node.hi && el("span", { class: "muted when", lang: "hi" }, node.hi)),
        ),
    ),
    ...listOf("Disputed", disputed.slice(0, 8)),
    ...listOf("Latest", latest().slice(0, 6)),
  ];
}

const listOf = (title, links) =>
  links.length ? [el("h3", {}, title), el("ul", { class: "list" }, ...links.map(linkRow))] : [];

function latest() {
  const dated = G.edges.filter(
    (edge) =>
      edge.date &&
      edge.status === "happened" &&
      !FOLLOWERS.has(edge.link.from.kind) &&
      !FOLLOWERS.has(edge.link.to.kind),
  );
  return [...new Set(dated.sort((a, b) => b.date.localeCompare(a.date)).map((edge) => edge.link))];
}

function linkRow(link) {
  return el(
    "li",
    {},
    el(
      "button",
      { type: "button", class: "link", onclick: () => select(link.key, true) },
      stroke(link.kind),
      el("span", {}, `${mainName(link.from)} – ${mainName(link.to)}`),
    ),
    el("span", { class: "muted when" }, period(link.edges)),
  );
}
