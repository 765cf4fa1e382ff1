// Lines: one path a kind where there are many, curves with arrowheads and marks where there are few.

const FEW = 1500;
const MOVING = 5000;

function drawEdges(context, scale) {
  const { links } = Stage.view;
  const lit = litLinks();
  context.lineCap = "butt";
  if (links.length > FEW) drawMany(context, scale, lit ? 0.12 : 0.4);
  else {
    const alpha = lit ? 0.1 : Math.min(1, 14 / Math.sqrt(links.length));
    for (const link of links) if (!lit || !lit.has(link)) drawLink(context, link, scale, alpha, false);
  }
  if (lit) for (const link of lit) drawLink(context, link, scale, 1, true);
  context.globalAlpha = 1;
}

// Straight lines, all of one kind in one path, those off the stage left out; while the stage moves, a share of them.
function drawMany(context, scale, alpha) {
  const box = stageBox(context, scale);
  const paths = new Map();
  const { links } = Stage.view;
  const step = Stage.moving ? Math.ceil(links.length / MOVING) : 1;
  for (let place = 0; place < links.length; place += step) {
    const { kind, from, to } = links[place];
    if (outside(box, from, to)) continue;
    if (!paths.has(kind)) paths.set(kind, new Path2D());
    const path = paths.get(kind);
    path.moveTo(from.x, from.y);
    path.lineTo(to.x, to.y);
  }
  context.globalAlpha = alpha;
  context.lineWidth = 0.8 / scale;
  for (const [kind, path] of paths) {
    context.strokeStyle = kind ? Legend.edges[kind].color : Ink.muted;
    context.stroke(path);
  }
}

function stageBox(context, scale) {
  const middle = Stage.network.getViewPosition();
  const width = context.canvas.clientWidth / scale / 2;
  const height = context.canvas.clientHeight / scale / 2;
  return [middle.x - width, middle.y - height, middle.x + width, middle.y + height];
}

const outside = ([left, top, right, bottom], a, b) =>
  (a.x < left && b.x < left) ||
  (a.x > right && b.x > right) ||
  (a.y < top && b.y < top) ||
  (a.y > bottom && b.y > bottom);

// The curve of a link: its control point, and its ends cut back to the rims of the nodes.
function curve(link, scale) {
  const { from, to, bend } = link;
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const control = { x: (from.x + to.x) / 2 - dy * bend, y: (from.y + to.y) / 2 + dx * bend };
  const head = Legend.edges[link.kind]?.directed ? 7 : 0;
  const tip = rim(control, to, Math.max(to.r, 2 / scale) + 2);
  return { control, tip, end: rim(control, to, Math.max(to.r, 2 / scale) + 2 + head), head };
}

function rim(from, to, gap) {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const part = Math.max(0, 1 - gap / length);
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}

// The point half way along the curve.
const middle = ({ from, to }, control) => ({
  x: from.x / 4 + control.x / 2 + to.x / 4,
  y: from.y / 4 + control.y / 2 + to.y / 4,
});

function drawLink(context, link, scale, alpha, strong) {
  const look = Legend.edges[link.kind] || { color: Ink.muted, dashes: [] };
  const { control, tip, end, head } = curve(link, scale);
  const status = standing(link.seen);
  const width = Math.min(6, 1.6 + 0.9 * Math.log2(link.seen.length)) + (strong ? 1 : 0);
  context.globalAlpha = alpha * (status === "happened" ? 0.9 : 0.55);
  context.strokeStyle = context.fillStyle = look.color;
  context.lineWidth = Math.max(width, 0.7 / scale);
  context.setLineDash(status === "planned" ? [1.5, 5] : look.dashes);
  context.beginPath();
  context.moveTo(link.from.x, link.from.y);
  context.quadraticCurveTo(control.x, control.y, end.x, end.y);
  context.stroke();
  context.setLineDash([]);
  if (head && scale > 0.15) arrow(context, end, tip, width);
  if (scale > 0.35 && !FOLLOWERS.has(link.from.kind) && !FOLLOWERS.has(link.to.kind))
    drawMarks(context, link, middle(link, control), status, look.color, alpha);
}

function arrow(context, end, tip, width) {
  const [dx, dy] = [(tip.x - end.x) / 7, (tip.y - end.y) / 7];
  const half = 3 + width / 2;
  context.beginPath();
  context.moveTo(tip.x, tip.y);
  context.lineTo(end.x - dx * 2 - dy * half, end.y - dy * 2 + dx * half);
  context.lineTo(end.x - dx * 2 + dy * half, end.y - dy * 2 - dx * half);
  context.fill();
}

// How often, denied, disputed: small marks on the middle of the line.
function drawMarks(context, link, at, status, color, alpha) {
  const marks = [];
  if (link.seen.length > 1) marks.push([String(link.seen.length), color]);
  if (status === "denied") marks.push(["×", color]);
  if (link.seen.some((edge) => edge.disputed)) marks.push(["!", Ink.warn]);
  context.globalAlpha = alpha;
  context.font = `600 10px ${FACE}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  marks.forEach(([text, tint], place) => {
    const x = at.x + (place - (marks.length - 1) / 2) * 17;
    trace(context, "dot", x, at.y, 7.5);
    context.fillStyle = Ink.bg;
    context.strokeStyle = tint;
    context.lineWidth = 1.4;
    context.fill();
    context.stroke();
    context.fillStyle = Ink.fg;
    context.fillText(text, x, at.y + 0.5);
  });
}

// The link under a point of the drawing, or null.
function linkAt(x, y, reach, scale) {
  let best = null;
  let nearest = reach;
  for (const link of Stage.view.links) {
    const { control } = curve(link, scale);
    let last = link.from;
    for (let step = 1; step <= 8; step++) {
      const t = step / 8;
      const u = 1 - t;
      const point = {
        x: u * u * link.from.x + 2 * u * t * control.x + t * t * link.to.x,
        y: u * u * link.from.y + 2 * u * t * control.y + t * t * link.to.y,
      };
      const gap = distance(x, y, last, point);
      if (gap < nearest) [best, nearest] = [link, gap];
      last = point;
    }
  }
  return best;
}

function distance(x, y, a, b) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const part = Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - a.x - part * dx, y - a.y - part * dy);
}
