// Dates as days since 1970; a date of year or month precision is the interval it may stand for.

const DAY = 864e5;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

// [first day, last day] of an ISO date cut to its precision; null for none, or for what is no date.
function span(date) {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date || "");
  if (!found) return null;
  const [year, month, day] = found.slice(1).map(Number);
  if (found[3]) return [Date.UTC(year, month - 1, day) / DAY, Date.UTC(year, month - 1, day) / DAY];
  if (found[2]) return [Date.UTC(year, month - 1, 1) / DAY, Date.UTC(year, month, 0) / DAY];
  return [Date.UTC(year, 0, 1) / DAY, Date.UTC(year, 11, 31) / DAY];
}

const isoDay = (day) => new Date(day * DAY).toISOString().slice(0, 10);

function spell(date) {
  const [year, month, day] = (date || "").split("-");
  return [day && Number(day), month && MONTHS[month - 1], year].filter(Boolean).join(" ");
}

const precision = (date) => ({ 4: "year only", 7: "month only" })[(date || "").length] || "";

// "2018 – 2024" or one date: the time that some edges cover.
function period(edges) {
  const dates = edges
    .map((edge) => edge.date)
    .filter(Boolean)
    .sort();
  if (!dates.length) return "";
  if (dates.length === 1 || dates[0] === dates.at(-1)) return spell(dates[0]);
  const years = [dates[0].slice(0, 4), dates.at(-1).slice(0, 4)];
  return years[0] === years[1] ? years[0] : years.join(" – ");
}
