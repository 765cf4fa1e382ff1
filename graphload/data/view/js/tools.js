// The toolbar: names, theme, link, downloads.

function download(blob, name) {
  const link = el("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function savePicture() {
  const canvas = $("mynetwork").querySelector("canvas");
  const copy = el("canvas", { width: canvas.width, height: canvas.height });
  const context = copy.getContext("2d");
  context.fillStyle = Ink.bg;
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(canvas, 0, 0);
  copy.toBlob((blob) => download(blob, "network.png"), "image/png");
}

// What is seen, with its evidence, as one document.
async function saveData() {
  const { claims: all, articles } = await proof();
  const { nodes, links } = Stage.seen;
  const edges = links.flatMap((link) => link.seen);
  const evidence = (places) =>
    (places || []).map((place) => {
      const { article, ...rest } = all[place];
      return { ...rest, article: articles[article ?? -1] };
    });
  const plain = {
    title: document.title,
    nodes: [...nodes].map(({ id, kind, name, hi, names, office, country, status, date, disputed }) => ({
      id,
      kind,
      name,
      name_hi: hi,
      names,
      office,
      country,
      status,
      date,
      disputed,
    })),
    edges: edges.map(({ link, days, claims: places, ...rest }) => ({ ...rest, claims: evidence(places) })),
  };
  download(new Blob([JSON.stringify(plain, null, 1)], { type: "application/json" }), "network.json");
}

async function copyLink() {
  const button = $("b-link");
  try {
    await navigator.clipboard.writeText(location.href);
    button.textContent = "Copied";
  } catch {
    button.textContent = "See address bar";
  }
  setTimeout(() => {
    button.textContent = "Copy link";
  }, 1500);
}

const isDark = () =>
  (State.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";

function showTheme() {
  document.documentElement.dataset.theme = isDark() ? "dark" : "light";
  $("b-theme").setAttribute("aria-pressed", String(isDark()));
  readInk();
}

function startTools() {
  $("b-png").addEventListener("click", savePicture);
  $("b-json").addEventListener("click", saveData);
  $("b-link").addEventListener("click", copyLink);
  $("b-theme").addEventListener("click", () => change({ theme: isDark() ? "light" : "dark" }));
  $("b-table").addEventListener("click", () => change({ table: !State.table }));
  $("b-help").addEventListener("click", () => $("help").showModal());
  $("b-fit").addEventListener("click", () => fit());
  $("b-in").addEventListener("click", () => zoom(1.3));
  $("b-out").addEventListener("click", () => zoom(1 / 1.3));
  $("script").addEventListener("change", () => change({ script: $("script").value }));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => change({}));
}

const zoom = (factor) => Stage.network.moveTo({ scale: Stage.network.getScale() * factor });
