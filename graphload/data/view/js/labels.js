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
  const first = { text: clip(item.bubble ? item.label : mainName(item)), font: `${item.bubble ? 600 : 500} ${SIZE}px ${FACE}` };
  const second = item.bubble ? item.note : State.script === "both" && Stage.view.items.length <= BOTH ? otherName(item) : "";
  return second && second !== first.text ? [first, { text: clip(second), font: `${SIZE - 1}px ${FACE}`, soft: true }] : [first];
}

const clip = (text) => (text.length > 34 ? `${text.slice(0, 32).trimEnd()}…` : text);

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
  const seen = Stage.order.filter((item) => Math.abs(item.x - center.x) * scale < half[0] + 60 && Math.abs(item.y - center.y) * scale < half[1] + 40);
  if (seen.length <= 600) {
    for (const item of seen) {
      const [x, y, r] = [(item.x - center.x) * scale, (item.y - center.y) * scale, item.r * scale * 0.8];
      if (!item.bubble) taken.add([x - r, y - r, x + r, y + r]);
    }
  }
  const order = lit ? [...seen.filter((item) => lit.has(item)), ...seen.filter((item) => !lit.has(item))] : seen;
  const named = order.filter((item) => item.kind !== "Event" || scale > 1.3 || lit?.has(item));
  let drawn = 0;
  for (const item of named.slice(0, TRIES)) {
    if (drawn === MOST) break;
    drawn += drawLabel(context, item, scale, center, taken, lit && !lit.has(item));
  }
}

function drawLabel(context, item, scale, center, taken, dim) {
  const lines = linesOf(item);
  const width = Math.max(...lines.map((line) => widthOf(context, line.text, line.font)));
  const height = lines.length * (SIZE + 4);
  const [x, y] = [(item.x - center.x) * scale, (item.y - center.y) * scale];
  const r = Math.max(item.r * scale, 2) + 3;
  const spots = item.bubble
    ? [[0, -height / 2]]
    : [[0, r], [0, -r - height], [r + width / 2 + 2, -height / 2], [-r - width / 2 - 2, -height / 2]];
  for (const [dx, dy] of spots) {
    const box = [x + dx - width / 2 - 2, y + dy, x + dx + width / 2 + 2, y + dy + height];
    if (!taken.free(box)) continue;
    taken.add(box);
    writeLines(context, lines, item.x + dx / scale, item.y + dy / scale, scale, dim);
    return 1;
  }
  return 0;
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
