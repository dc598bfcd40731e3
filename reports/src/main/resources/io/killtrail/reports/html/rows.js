// What is known of each case: its element, its place, and what filters and orders ask for.

const FACETS = ["cause", "unit", "host", "sender", "flag", "confidence"];

const rows = [...document.querySelectorAll("details.case")].map((entry, place) => ({
  entry,
  place,
  time: Number(entry.dataset.time),
  cause: [entry.dataset.cause],
  unit: [entry.dataset.unit],
  host: [entry.dataset.host],
  sender: [entry.dataset.sender],
  flag: entry.dataset.flag.split(" "),
  confidence: [entry.dataset.confidence],
}));

const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"' };

// The words in a piece of source, as the report writer makes it: no ">" stands inside of a tag.
const words = (source) =>
  source
    .replace(/<[^>]*>/g, " ")
    .replace(/&(?:#x([0-9A-F]+)|#(\d+)|(\w+));/g, (whole, hex, decimal, name) =>
      name ? NAMED[name] : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)),
    );

// All text of a case in lower case; made when it is first searched.
const textOf = (row) => {
  if (row.text === undefined) {
    const inert = row.entry.querySelector(":scope > noscript");
    const inside = inert ? words(inert.textContent) : "";
    row.text = (row.entry.textContent.replace(inert?.textContent ?? "", " ") + inside).toLowerCase();
  }
  return row.text;
};
