// Small helpers for the document. Text enters it as text nodes only, never as markup.

const $ = (id) => document.getElementById(id);

function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child || child === 0));
  return node;
}

function svg(tag, attributes, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

// New children for a part of the page; the keyboard's place in it is kept, by id, or falls back to the part.
function fill(part, ...children) {
  const held = part.contains(document.activeElement) ? document.activeElement.id : null;
  part.replaceChildren(...children);
  if (held !== null) ((held && $(held)) || part).focus();
}

// The address if a browser may follow it from here, else null.
function safeUrl(text) {
  try {
    const url = new URL(text);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch {
    return null;
  }
}

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

function count(number, one, many) {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many || one + "s"}`;
}

// The colours of the style sheet, for the canvas.
const Ink = { bg: "", fg: "", muted: "", accent: "", warn: "" };

function readInk() {
  const style = getComputedStyle(document.documentElement);
  for (const name of Object.keys(Ink)) Ink[name] = style.getPropertyValue(`--${name}`).trim();
}

const FACE = '"Graphload Devanagari", system-ui, "Segoe UI", "Noto Sans", sans-serif';
