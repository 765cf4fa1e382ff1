// The same data as rows: what is seen, sorted by any column.

const ROWS = 300;
const COLUMNS = {
  date: { title: "Date", value: (edge) => edge.date || "" },
  from: { title: "From", value: (edge) => mainName(edge.link.from) },
  kind: { title: "Relation", value: (edge) => Legend.edges[edge.kind].title },
  to: { title: "To", value: (edge) => mainName(edge.link.to) },
  country: { title: "Place", value: (edge) => (edge.country ? placeName(edge.country) : "") },
  status: { title: "Status", value: (edge) => (edge.status || "") + (edge.disputed ? ", disputed" : "") },
  articles: { title: "Articles", value: (edge) => edge.articles || 0 },
  witnesses: { title: "Witnesses", value: (edge) => edge.witnesses || 0 },
};
let rowsShown = ROWS;

function sorted() {
  const [key, down] = State.sort.startsWith("-") ? [State.sort.slice(1), -1] : [State.sort, 1];
  const { value } = COLUMNS[key] || COLUMNS.date;
  const edges = Stage.seen.links.flatMap((link) => link.seen);
  return edges
    .map((edge) => [value(edge), edge])
    .sort(([a, x], [b, y]) => down * (typeof a === "number" ? a - b : a.localeCompare(b)) || (x.id < y.id ? -1 : 1))
    .map(([, edge]) => edge);
}

function showTable() {
  const box = $("table");
  box.hidden = !State.table;
  $("b-table").setAttribute("aria-pressed", String(State.table));
  document.querySelector("main").classList.toggle("wide", State.table && !State.sel);
  if (!State.table) return;
  const edges = sorted();
  const body = el("tbody", {}, ...edges.slice(0, rowsShown).map(row));
  fill(
    box,
    el(
      "table",
      {},
      el("caption", { class: "sr" }, "Relations that are seen"),
      el("thead", {}, el("tr", {}, ...Object.keys(COLUMNS).map(header), el("th", { scope: "col" }, "Evidence"))),
      body,
    ),
  );
  if (edges.length > rowsShown) {
    box.append(
      el(
        "button",
        {
          type: "button",
          onclick: () => {
            rowsShown += ROWS * 3;
            showTable();
          },
        },
        `Show more of ${edges.length.toLocaleString("en")}`,
      ),
    );
  }
  proof().then((evidence) => {
    for (const cell of body.querySelectorAll("[data-claim]"))
      cell.textContent = evidence.claims[cell.dataset.claim].quotes[0];
  });
}

function header(key) {
  const order = State.sort === key ? "ascending" : State.sort === `-${key}` ? "descending" : "none";
  const arrow = { ascending: " ↑", descending: " ↓", none: "" }[order];
  return el(
    "th",
    { scope: "col", "aria-sort": order },
    el(
      "button",
      { type: "button", id: `sort-${key}`, onclick: () => change({ sort: order === "ascending" ? `-${key}` : key }) },
      COLUMNS[key].title + arrow,
    ),
  );
}

function row(edge) {
  const name = (node) =>
    el(
      "td",
      {},
      el(
        "button",
        { type: "button", class: "link", onclick: () => select(node.id) },
        swatch(node.kind),
        el("span", {}, mainName(node)),
      ),
    );
  const [claim] = edge.claims || [];
  return el(
    "tr",
    {},
    el("td", { class: "date" }, edge.date || "–"),
    name(edge.link.from),
    el(
      "td",
      {},
      el(
        "button",
        { type: "button", class: "link", onclick: () => select(edge.link.key) },
        stroke(edge.kind),
        el("span", {}, Legend.edges[edge.kind].title),
      ),
    ),
    name(edge.link.to),
    el("td", {}, COLUMNS.country.value(edge)),
    el("td", {}, edge.status && pill(edge.status, edge.status), edge.disputed && pill("!", "disputed")),
    el("td", { class: "num" }, String(edge.articles || "")),
    el("td", { class: "num" }, String(edge.witnesses || "")),
    el("td", { class: "quote", lang: "hi", "data-claim": claim }),
  );
}
