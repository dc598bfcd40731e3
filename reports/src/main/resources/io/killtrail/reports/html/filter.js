// Shows the cases that fit what is chosen, says how many they are, and keeps the choice in the
// address, so that a filtered view can be linked.

const tools = document.getElementById("tools");
const control = (name) => tools.elements.namedItem(name);

const EMPTY = { unit: "no unit", host: "unknown", sender: "unknown", flag: "not flagged" };

// A choice is written "=value", since "" is "any" and there are cases without a unit.
const fill = (name) => {
  const counts = new Map();
  for (const row of rows) {
    for (const value of row[name]) {
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  const values = [...counts.keys()].sort((one, other) => (one < other ? -1 : 1));
  for (const value of values) {
    const label = value || EMPTY[name];
    control(name).add(new Option(`${label} (${counts.get(value)})`, "=" + value));
  }
  control(name).closest("label").hidden = values.length < 2;
};

const asked = () => {
  const params = new URLSearchParams();
  for (const name of FACETS) {
    if (control(name).value) {
      params.set(name, control(name).value.slice(1));
    }
  }
  for (const name of ["text", "sort"]) {
    if (control(name).value.trim()) {
      params.set(name, control(name).value.trim());
    }
  }
  return params;
};

const fits = (row, params, needles) =>
  FACETS.every((name) => !params.has(name) || row[name].includes(params.get(name))) &&
  (needles.length === 0 || needles.every((needle) => textOf(row).includes(needle)));

const tell = (shown, filtered) => {
  const all = rows.length === 1 ? "1 case" : rows.length.toLocaleString("en") + " cases";
  const some = shown.toLocaleString("en") + " of " + all + (shown === 1 ? " matches" : " match");
  document.getElementById("shown-count").textContent = filtered ? some : all;
  document.documentElement.classList.toggle("filtered", filtered);
};

const tellSections = (filtered) => {
  for (const section of document.querySelectorAll("section.cases")) {
    const all = section.querySelectorAll("details.case").length;
    const shown = section.querySelectorAll("details.case:not([hidden])").length;
    section.hidden = shown === 0;
    const count = (filtered ? shown.toLocaleString("en") + " of " : "") + all.toLocaleString("en");
    section.querySelector("h2 .count").textContent = count;
  }
};

const show = () => {
  const params = asked();
  const needles = (params.get("text") ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const filtered = [...params.keys()].some((name) => name !== "sort");
  let shown = 0;
  for (const row of rows) {
    const fit = fits(row, params, needles);
    row.entry.hidden = !fit;
    shown += fit ? 1 : 0;
  }
  tellSections(filtered);
  tell(shown, filtered);
  return params;
};
