// Names: at most 150, the weightiest first, none on another or on a node, in a size that does not zoom.

const MOST = 150;
const TRIES = 1500;
const BOTH = 70;
const SIZE = 13;
const widths = new Map();

function widthOf(context, text, font) {
  const key = font + text;
  if (!widths.has(key)) {
    context.font = font;
    widths.set(key, context.measureText(text).width);
  }
  return widths.get(key);
}

// The lines of a label, each with its font: the name, and where there is room the other script's.
function linesOf(item) {
  const first = {
    text: clip(item.bubble ? item.label : mainName(item)),
    font: `${item.bubble ? 600 : 500} ${SIZE}px ${FACE}`,
  };
  const second = item.bubble ? item.note : State.script === "both" && roomForBoth() ? otherName(item) : "";
  return second && second !== first.text
    ? [first, { text: clip(second), font: `${SIZE - 1}px ${FACE}`, soft: true }]
    : [first];
}

const roomForBoth = () => Stage.view.items.length <= BOTH && $("mynetwork").clientWidth >= 600;
const clip = (text) =>
  text.length > 26
    ? `${text
        .slice(0, 25)
        .trimEnd()
        .replace(/\u094d$/, "")}…`
    : text;

// Boxes that are taken, in a grid of cells so that few are compared.
class Taken {
  constructor() {
    this.cells = new Map();
  }

  *near([left, top, right, bottom]) {
    for (let x = Math.floor(left / 80); x <= right / 80; x++) {
      for (let y = Math.floor(top / 80); y <= bottom / 80; y++) yield x * 65536 + y;
    }
  }

  free(box) {
    for (const cell of this.near(box)) {
      for (const [left, top, right, bottom] of this.cells.get(cell) || []) {
        if (left < box[2] && right > box[0] && top < box[3] && bottom > box[1]) return false;
      }
    }
    return true;
  }

  add(box) {
    for (const cell of this.near(box)) {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push(box);
    }
  }
}

function drawLabels(context, scale) {
  const center = Stage.network.getViewPosition();
  const half = [context.canvas.clientWidth / 2, context.canvas.clientHeight / 2];
  const lit = litItems();
  const taken = new Taken();
  taken.left = Math.min(MOST, Math.ceil((half[0] * half[1]) / 1800));
  const seen = Stage.order.filter(
    (item) => Math.abs(item.x - center.x) * scale < half[0] + 60 && Math.abs(item.y - center.y) * scale < half[1] + 40,
  );
  if (seen.length <= 600) {
    for (const item of seen) {
      const [x, y, r] = [(item.x - center.x) * scale, (item.y - center.y) * scale, item.r * scale * 0.8];
      if (!item.bubble) taken.add([x - r, y - r, x + r, y + r]);
    }
  }
  const order = lit ? [...seen.filter((item) => lit.has(item)), ...seen.filter((item) => !lit.has(item))] : seen;
  const named = order.filter((item) => item.kind !== "Event" || scale > 1.3 || lit?.has(item));
  const place = { context, scale, center, half, taken };
  const below = named.slice(0, TRIES).filter((item) => !drawLabel(place, item, 0, 1, lit && !lit.has(item)));
  for (const item of below) {
    const dim = lit && !lit.has(item);
    if (!drawLabel(place, item, 1, 8, dim)) drawLabel(place, item, 0, 8, dim, 1);
  }
}

// Tries some of the four places for a label (below, above, to the right, to the left); whether it found one.
function drawLabel({ context, scale, center, half, taken }, item, first, last, dim, most = 2) {
  if (!taken.left) return true;
  const lines = linesOf(item).slice(0, most);
  const width = Math.max(...lines.map((line) => widthOf(context, line.text, line.font)));
  const height = lines.length * (SIZE + 4);
  const [x, y] = [(item.x - center.x) * scale, (item.y - center.y) * scale];
  const r = Math.max(item.r * scale, 2) + 3;
  const spots = item.bubble
    ? [[0, -height / 2]]
    : [
        [0, r],
        [0, -r - height],
        ...[1, -1].flatMap((side) =>
          [-height / 2, r / 2, -r / 2 - height].map((top) => [side * (r + width / 2 + 2), top]),
        ),
      ];
  for (const [dx, dy] of spots.slice(first, last)) {
    const box = [x + dx - width / 2 - 2, y + dy, x + dx + width / 2 + 2, y + dy + height];
    if (!taken.free(box) || box[0] < -half[0] || box[2] > half[0] || box[3] > half[1]) continue;
    taken.add(box);
    taken.left--;
    writeLines(context, lines, item.x + dx / scale, item.y + dy / scale, scale, dim);
    return true;
  }
  return false;
}

function writeLines(context, lines, x, y, scale, dim) {
  context.save();
  context.translate(x, y);
  context.scale(1 / scale, 1 / scale);
  context.globalAlpha = dim ? 0.25 : 1;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = Ink.bg;
  lines.forEach((line, place) => {
    context.font = line.font;
    context.fillStyle = line.soft ? Ink.muted : Ink.fg;
    const at = (place + 0.5) * (SIZE + 4);
    context.strokeText(line.text, 0, at);
    context.fillText(line.text, 0, at);
  });
  context.restore();
}
