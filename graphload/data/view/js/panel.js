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
  el("button", { type: "button", class: "link", onclick: () => select(node.id, true) }, swatch(node.kind), el("span", {}, mainName(node)));

function pill(text, kind) {
  return el("span", { class: `pill ${kind || ""}` }, text);
}

// Filled with its claims once the evidence is unpacked.
const claimsPlace = (places) => el("div", { "data-claims": (places || []).join(","), class: "claims" });

function claims(place, evidence) {
  const wanted = place.dataset.claims.split(",").filter(Boolean).map(Number);
  if (!wanted.length) return [el("p", { class: "muted" }, "No sentence is kept for this.")];
  return wanted.map((index) => claim(evidence.claims[index], evidence.articles));
}

function claim(item, articles) {
  const article = articles[item.article ?? -1];
  const by = [article?.outlet, article?.published && spell(article.published)].filter(Boolean).join(", ");
  const rule = [item.rule, item.confidence && `${Math.round(item.confidence * 100)} %`].filter(Boolean).join(" · ");
  return el("figure", { class: "claim" },
    ...item.quotes.map((quote) => el("blockquote", { lang: "hi" }, quote)),
    el("figcaption", {}, article && articleLink(article), by && el("span", { class: "by" }, by),
      rule && el("span", { class: "rule", title: "The rule that read it, and its measured precision" }, rule)));
}

function articleLink(article) {
  const url = safeUrl(article.url);
  if (!url) return el("span", { lang: "hi" }, article.title);
  return el("a", { href: url, target: "_blank", rel: "noopener noreferrer", lang: "hi" }, article.title);
}

function linkPanel(link) {
  const look = Legend.edges[link.kind];
  const edges = [...link.edges].sort((a, b) => (a.date || "9").localeCompare(b.date || "9"));
  return [
    el("p", { class: "kicker" }, stroke(link.kind), look.title),
    el("h2", { class: "pair" }, nodeButton(link.from), el("span", { class: "verb" }, look.title.toLowerCase()), nodeButton(link.to)),
    el("p", { class: "muted" }, [edges.length > 1 && count(edges.length, "time"), period(edges)].filter(Boolean).join(" · ")),
    ...edges.map(edgeCard),
  ];
}

function edgeCard(edge) {
  const facts = [edge.date ? spell(edge.date) : "Undated", precision(edge.date), edge.country && `in ${placeName(edge.country)}`];
  const told = [edge.articles && count(edge.articles, "article"), edge.witnesses && count(edge.witnesses, "independent witness", "independent witnesses")];
  return el("section", { class: `card ${passes(edge) ? "" : "faded"}` },
    el("h3", {}, facts.filter(Boolean).join(" · ")),
    el("p", { class: "facts" }, edge.status && pill(edge.status, edge.status), edge.disputed && pill("! disputed", "disputed"),
      el("span", { class: "muted" }, told.filter(Boolean).join(", "))),
    edge.of && el("p", {}, "Of: ", el("span", { lang: "hi" }, edge.of)),
    claimsPlace(edge.claims),
    credits(edge));
}

// The sources that the event of an edge is credited to.
function credits(edge) {
  const event = edge.kind !== "REPORTED_BY" && G.byId.get(`Event:${edge.event}`);
  const sources = event ? G.near.get(event.id).filter((link) => link.to.kind === "Source").map((link) => link.to) : [];
  if (!sources.length) return "";
  return el("p", { class: "credits" }, el("span", { class: "muted" }, "Reported by"), ...sources.map(nodeButton));
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
    node.status && el("p", { class: "facts" }, pill(node.status, node.status), node.disputed && pill("! disputed", "disputed")),
    node.named === false && el("p", { class: "muted" }, "No article gives a name: known by office and country."),
    node.names?.length && el("p", { class: "muted" }, "Also ", el("span", { lang: "hi" }, node.names.join(", "))),
    nodeTools(node),
    node.kind === "Event" && claimsPlace(node.claims),
    ...relations(node),
  ].filter(Boolean);
}

function nodeTools(node) {
  return el("div", { class: "actions", role: "group", "aria-label": "Actions" },
    el("button", { type: "button", onclick: () => focusOn(node.id, State.hops) }, "Neighbourhood"),
    el("button", { type: "button", onclick: () => beginPath(node) }, "Path to …"),
    State.pins.has(node.id) && el("button", { type: "button", onclick: () => unpin(node.id) }, "Unpin"));
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
  return blocks.filter(([, links]) => links.length).map(([title, links, kind]) => {
    const open = !Legend.edges[kind].ends.some((end) => FOLLOWERS.has(end)) || FOLLOWERS.has(node.kind);
    return el("details", { class: "relations", open },
      el("summary", {}, stroke(kind), el("span", {}, title), el("span", { class: "n" }, String(links.length))),
      el("ul", {}, ...links.sort((a, b) => b.edges.length - a.edges.length).map((link) => relation(link, node))));
  });
}

function relation(link, node) {
  const end = other(link, node);
  const marks = [standing(link.edges) !== "happened" && pill(standing(link.edges), standing(link.edges)),
    link.edges.some((edge) => edge.disputed) && pill("! disputed", "disputed")];
  const when = [link.edges.length > 1 && `${link.edges.length} times`, period(link.edges)].filter(Boolean).join(", ");
  return el("li", {}, el("button", { type: "button", class: "link", onclick: () => select(link.key, false) },
    swatch(end.kind), el("span", {}, mainName(end))), ...marks.filter(Boolean), el("span", { class: "muted when" }, when));
}

function summary() {
  const things = G.nodes.filter((node) => !FOLLOWERS.has(node.kind)).sort((a, b) => b.r - a.r || (a.id < b.id ? -1 : 1));
  const disputed = G.links.filter((link) => link.edges.some((edge) => edge.disputed) && !FOLLOWERS.has(link.from.kind) && !FOLLOWERS.has(link.to.kind));
  const events = G.nodes.filter((node) => node.kind === "Event").length;
  const sources = G.nodes.filter((node) => node.kind === "Source").length;
  return [
    el("h2", {}, "Overview"),
    el("p", {}, [count(things.length, "node"), events && count(events, "event"), sources && count(sources, "source"),
      period(G.edges)].filter(Boolean).join(" · ")),
    el("p", { class: "muted" }, "Select a node or a line to read the sentences behind it."),
    el("h3", {}, "Best connected"),
    el("ul", { class: "list" }, ...things.slice(0, 8).map((node) =>
      el("li", {}, nodeButton(node), node.hi && el("span", { class: "muted when", lang: "hi" }, node.hi)))),
    ...(disputed.length ? [el("h3", {}, "Disputed"), el("ul", { class: "list" }, ...disputed.slice(0, 8).map(linkRow))] : []),
    el("h3", {}, "Latest"),
    el("ul", { class: "list" }, ...latest().slice(0, 6).map(linkRow)),
  ];
}

function latest() {
  const dated = G.edges.filter((edge) => edge.date && edge.status === "happened" && !FOLLOWERS.has(edge.link.from.kind) && !FOLLOWERS.has(edge.link.to.kind));
  return [...new Set(dated.sort((a, b) => b.date.localeCompare(a.date)).map((edge) => edge.link))];
}

function linkRow(link) {
  return el("li", {}, el("button", { type: "button", class: "link", onclick: () => select(link.key, true) }, stroke(link.kind),
    el("span", {}, `${mainName(link.from)} – ${mainName(link.to)}`)), el("span", { class: "muted when" }, period(link.edges)));
}
