// The sign of each kind of node, on the canvas and in the legend.

const CORNERS = {
  square: [
    [-0.86, -0.86],
    [0.86, -0.86],
    [0.86, 0.86],
    [-0.86, 0.86],
  ],
  diamond: [
    [0, -1.15],
    [1.15, 0],
    [0, 1.15],
    [-1.15, 0],
  ],
  triangle: [
    [0, -1.1],
    [1.05, 0.8],
    [-1.05, 0.8],
  ],
  triangleDown: [
    [0, 1.1],
    [1.05, -0.8],
    [-1.05, -0.8],
  ],
  hexagon: [
    [1, 0],
    [0.5, 0.88],
    [-0.5, 0.88],
    [-1, 0],
    [-0.5, -0.88],
    [0.5, -0.88],
  ],
};

function trace(context, shape, x, y, r) {
  const corners = CORNERS[shape];
  context.beginPath();
  if (!corners) {
    context.arc(x, y, r, 0, 2 * Math.PI);
    return;
  }
  corners.forEach(([dx, dy], place) => context[place ? "lineTo" : "moveTo"](x + dx * r, y + dy * r));
  context.closePath();
}

function swatch(kind) {
  const { shape, color } = Legend.nodes[kind];
  const corners = CORNERS[shape];
  const sign = corners
    ? svg("polygon", { points: corners.map(([x, y]) => `${9 + x * 6.5},${9 + y * 6.5}`).join(" "), fill: color })
    : svg("circle", { cx: 9, cy: 9, r: 6.5, fill: color });
  return svg("svg", { width: 18, height: 18, viewBox: "0 0 18 18", "aria-hidden": "true" }, sign);
}

function stroke(kind) {
  const { color, dashes, directed } = Legend.edges[kind];
  const line = svg("path", { d: directed ? "M1 9h15" : "M1 9h24", stroke: color, "stroke-width": 2.5, fill: "none" });
  if (dashes.length) line.setAttribute("stroke-dasharray", dashes.join(" "));
  const head = directed ? [svg("path", { d: "M16 4.5l9 4.5-9 4.5z", fill: color })] : [];
  return svg("svg", { width: 26, height: 18, viewBox: "0 0 26 18", "aria-hidden": "true" }, line, ...head);
}

const CROWD = 1200;

// Very many nodes: those of one colour in one path, as discs, or as dots where a disc would not be seen.
function drawCrowd(context, scale) {
  const box = stageBox(context, scale);
  const paths = new Map();
  const lit = litItems();
  for (const item of Stage.view.items) {
    if (outside(box, item, item) || item.bubble) continue;
    if (!paths.has(item.color)) paths.set(item.color, new Path2D());
    const path = paths.get(item.color);
    const r = Math.max(item.r, 1.6 / scale);
    if (r * scale < 3) path.rect(item.x - r, item.y - r, 2 * r, 2 * r);
    else {
      path.moveTo(item.x + r, item.y);
      path.arc(item.x, item.y, r, 0, 2 * Math.PI);
    }
  }
  context.globalAlpha = lit ? 0.16 : 1;
  for (const [color, path] of paths) {
    context.fillStyle = color;
    context.fill(path);
  }
  context.globalAlpha = 1;
}

// One node; `look` tells whether it is selected, under the pointer, or out of the light.
function drawNode(context, item, x, y, scale, look) {
  const r = Math.max(item.r, 2 / scale);
  context.globalAlpha = look.dim ? 0.16 : 1;
  if (look.selected || look.hover) {
    trace(context, "dot", x, y, r + 7 / scale);
    context.strokeStyle = Ink.accent;
    context.lineWidth = (look.selected ? 3 : 1.5) / scale;
    context.stroke();
  }
  trace(context, item.bubble ? "dot" : Legend.nodes[item.kind].shape, x, y, r);
  context.fillStyle = item.color;
  if (item.bubble) context.globalAlpha *= 0.3;
  context.fill();
  if (r * scale > 4) {
    context.strokeStyle = Ink.bg;
    context.lineWidth = 1.5;
    context.setLineDash(item.named === false ? [3, 3] : []);
    context.stroke();
    context.setLineDash([]);
  }
  if (State.pins.has(item.id) && !look.dim) {
    trace(context, "dot", x, y, 2.5);
    context.fillStyle = Ink.bg;
    context.fill();
  }
  context.globalAlpha = 1;
}
