// A relation in the panel, with every sentence behind it, who wrote it, and who is credited.

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
  const against = [item.status === "denied" && "denies it", item.correction && "corrects an earlier report"];
  const rule = [item.rule, item.confidence && `${Math.round(item.confidence * 100)} %`].filter(Boolean).join(" · ");
  return el(
    "figure",
    { class: "claim" },
    ...item.quotes.map((quote) => el("blockquote", { lang: "hi" }, quote)),
    el(
      "figcaption",
      {},
      article && articleLink(article),
      by && el("span", { class: "by" }, by),
      ...against.filter(Boolean).map((what) => pill(what, "disputed")),
      rule && el("span", { class: "rule", title: "The rule that read it, and its measured precision" }, rule),
    ),
  );
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
    el(
      "h2",
      { class: "pair" },
      nodeButton(link.from),
      el("span", { class: "verb" }, look.title.toLowerCase()),
      nodeButton(link.to),
    ),
    el(
      "p",
      { class: "muted" },
      [edges.length > 1 && count(edges.length, "time"), period(edges)].filter(Boolean).join(" · "),
    ),
    ...edges.map(edgeCard),
  ];
}

function edgeCard(edge) {
  const facts = [
    edge.date ? spell(edge.date) : "Undated",
    precision(edge.date),
    edge.country && `in ${placeName(edge.country)}`,
  ];
  const told = [
    edge.articles && count(edge.articles, "article"),
    edge.witnesses && count(edge.witnesses, "independent witness", "independent witnesses"),
  ];
  return el(
    "section",
    { class: `card ${passes(edge) ? "" : "faded"}` },
    el("h3", {}, facts.filter(Boolean).join(" · ")),
    el(
      "p",
      { class: "facts" },
      edge.status && pill(edge.status, edge.status),
      edge.disputed && pill("! disputed", "disputed"),
      el("span", { class: "muted" }, told.filter(Boolean).join(", ")),
    ),
    edge.of && el("p", {}, "Of: ", el("span", { lang: "hi" }, edge.of)),
    claimsPlace(edge.claims),
    credits(edge),
  );
}

// The sources that the event of an edge is credited to.
function credits(edge) {
  const event = edge.kind !== "REPORTED_BY" && G.byId.get(`Event:${edge.event}`);
  const sources = event
    ? G.near
        .get(event.id)
        .filter((link) => link.to.kind === "Source")
        .map((link) => link.to)
    : [];
  if (!sources.length) return "";
  return el("p", { class: "credits" }, el("span", { class: "muted" }, "Reported by"), ...sources.map(nodeButton));
}
