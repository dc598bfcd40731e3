// Orders the cases within their sections.

const SURENESS = ["proven", "likely", "possible"];

const compare = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

// Cases without a unit stand last.
const ORDERS = {
  "": () => 0,
  latest: (one, other) => other.time - one.time,
  cause: (one, other) => compare(one.cause[0], other.cause[0]),
  unit: (one, other) =>
    compare(one.unit[0] === "", other.unit[0] === "") || compare(one.unit[0], other.unit[0]),
  confidence: (one, other) =>
    SURENESS.indexOf(one.confidence[0]) - SURENESS.indexOf(other.confidence[0]),
};

let sorted = "";

const sort = (name) => {
  if (name === sorted) {
    return;
  }
  sorted = name;
  const order = ORDERS[name] ?? ORDERS[""];
  const inOrder = [...rows].sort((one, other) => order(one, other) || one.place - other.place);
  for (const section of document.querySelectorAll("section.cases")) {
    const entries = inOrder.map((row) => row.entry).filter((entry) => entry.parentNode === section);
    // Outside of the document thousands of cases move in a fraction of the time.
    const place = document.createComment("");
    section.replaceWith(place);
    section.append(...entries);
    place.replaceWith(section);
  }
};
