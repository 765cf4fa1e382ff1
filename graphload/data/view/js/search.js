// Finding a name in either script, whatever its case, hyphens, accents, nukta or romanisation.

const CONSONANTS = {
  क: "k",
  ख: "kh",
  ग: "g",
  घ: "gh",
  ङ: "n",
  च: "ch",
  छ: "chh",
  ज: "j",
  झ: "jh",
  ञ: "n",
  ट: "t",
  ठ: "th",
  ड: "d",
  ढ: "dh",
  ण: "n",
  त: "t",
  थ: "th",
  द: "d",
  ध: "dh",
  न: "n",
  प: "p",
  फ: "ph",
  ब: "b",
  भ: "bh",
  म: "m",
  य: "y",
  र: "r",
  ल: "l",
  व: "v",
  श: "sh",
  ष: "sh",
  स: "s",
  ह: "h",
  ळ: "l",
};
const VOWELS = {
  अ: "a",
  आ: "a",
  इ: "i",
  ई: "i",
  उ: "u",
  ऊ: "u",
  ऋ: "ri",
  ए: "e",
  ऐ: "ai",
  ऑ: "o",
  ओ: "o",
  औ: "au",
  ऍ: "e",
  "ा": "a",
  "ि": "i",
  "ी": "i",
  "ु": "u",
  "ू": "u",
  "ृ": "ri",
  "े": "e",
  "ै": "ai",
  "ॉ": "o",
  "ो": "o",
  "ौ": "au",
  "ॅ": "e",
  "ं": "n",
  "ँ": "n",
  "ः": "h",
};

// Letters and digits only, lower case, without accents and nukta: "Kim Jong-un" and "kim jong un" are one.
const fold = (text) =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f\u093c]/g, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "");

// Latin letters for Devanagari ones, without the vowel that is not written.
const romanise = (text) => [...text].map((letter) => CONSONANTS[letter] || VOWELS[letter] || letter).join("");

// What is left of a name when romanisations that differ are made alike.
const skeleton = (text) =>
  romanise(fold(text))
    .replace(/[^a-z]/g, "")
    .replace(/w/g, "v")
    .replace(/ph/g, "f")
    .replace(/z/g, "j")
    .replace(/ks|x/g, "s")
    .replace(/c(?!h)/g, "k")
    .replace(/(?<=[bdgjkptcs])h/g, "")
    .replace(/[aeiouy]/g, "")
    .replace(/(.)\1+/g, "$1");

let searchIndex = null;

function indexNames() {
  searchIndex = G.nodes.map((node) => {
    const names = [node.name, node.hi || "", ...(node.names || [])].filter(Boolean);
    const words = names.flatMap((name) => name.split(/[\s-]+/));
    return { node, whole: names.map(fold), words: words.map(fold), bones: [...names, ...words].map(skeleton) };
  });
}

// How well an entry answers: 4 the name, 3 its beginning or that of a word, 2 a part, 1 alike; 0 not at all.
function rank(entry, folded, bones) {
  if (entry.whole.includes(folded)) return 4;
  if ([...entry.whole, ...entry.words].some((name) => name.startsWith(folded))) return 3;
  if (folded.length > 1 && entry.whole.some((name) => name.includes(folded))) return 2;
  return bones.length > 1 && entry.bones.some((name) => name.startsWith(bones)) ? 1 : 0;
}

function find(query, most) {
  if (!searchIndex) indexNames();
  const folded = fold(query);
  if (!folded) return [];
  const bones = skeleton(query);
  return searchIndex
    .map((entry) => ({ node: entry.node, rank: rank(entry, folded, bones) }))
    .filter((hit) => hit.rank)
    .sort((a, b) => b.rank - a.rank || FOLLOWERS.has(a.node.kind) - FOLLOWERS.has(b.node.kind) || b.node.r - a.node.r)
    .slice(0, most)
    .map((hit) => hit.node);
}

const hits = { found: [], at: -1 };

function closeHits() {
  $("hits").hidden = true;
  $("q").setAttribute("aria-expanded", "false");
  $("q").removeAttribute("aria-activedescendant");
}

function showHits() {
  Object.assign(hits, { found: find($("q").value, 10), at: -1 });
  $("hits").replaceChildren(
    ...hits.found.map((node, place) =>
      el(
        "li",
        {
          role: "option",
          id: `hit-${place}`,
          "aria-selected": "false",
          onmousedown: (event) => {
            event.preventDefault();
            takeHit(node);
          },
        },
        swatch(node.kind),
        el("span", {}, node.name),
        node.hi && el("span", { class: "muted", lang: "hi" }, node.hi),
      ),
    ),
  );
  if (!hits.found.length && $("q").value.trim()) {
    $("hits").replaceChildren(
      el("li", { role: "option", "aria-selected": "false", "aria-disabled": "true" }, "No such name"),
    );
  }
  $("hits").hidden = !$("hits").children.length;
  $("q").setAttribute("aria-expanded", String(!$("hits").hidden));
}

function moveHit(step) {
  if (!hits.found.length) return;
  hits.at = (hits.at + step + hits.found.length) % hits.found.length;
  [...$("hits").children].forEach((item, place) => item.setAttribute("aria-selected", String(place === hits.at)));
  $("q").setAttribute("aria-activedescendant", `hit-${hits.at}`);
}

function takeHit(node) {
  closeHits();
  if (pathStart()) endPath(node);
  else select(node.id, true);
}

function startSearch() {
  $("q").addEventListener("input", showHits);
  $("q").addEventListener("focus", () => $("q").value && showHits());
  $("q").addEventListener("blur", closeHits);
  $("q").addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") moveHit(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter" && hits.found.length) takeHit(hits.found[Math.max(0, hits.at)]);
    else if (event.key === "Escape") closeHits();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}
