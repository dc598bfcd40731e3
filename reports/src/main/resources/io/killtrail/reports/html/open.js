"use strict";
// The inside of a closed case stands in a <noscript>: one inert text, so that ten thousand cases
// cost little. It becomes elements when the case is opened. All text in it was escaped when the
// report was written, as everywhere on this page.

const unfold = (entry) => {
  const inert = entry.querySelector(":scope > noscript");
  if (inert) {
    const template = document.createElement("template");
    template.innerHTML = inert.textContent;
    inert.replaceWith(template.content);
  }
};

const openCase = (entry) => {
  unfold(entry);
  entry.open = true;
};

// Before the case opens, so that it never opens empty.
document.addEventListener(
  "click",
  (event) => {
    const summary = event.target.closest("details.case > summary");
    if (summary) {
      unfold(summary.parentElement);
    }
  },
  true,
);

// For what opens a case without a click.
document.addEventListener(
  "toggle",
  (event) => {
    if (event.target.matches("details.case[open]")) {
      unfold(event.target);
    }
  },
  true,
);

// What is flagged is printed in full, and closed again behind it.
let openedToPrint = [];

addEventListener("beforeprint", () => {
  openedToPrint = [...document.querySelectorAll("details.flagged:not([open], [hidden])")];
  openedToPrint.forEach(openCase);
});

addEventListener("afterprint", () => {
  openedToPrint.forEach((entry) => (entry.open = false));
  openedToPrint = [];
});
