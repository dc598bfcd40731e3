// On the line of a case, j goes to the next case and k to the one before. Elsewhere these keys do
// what they always do.

const STEPS = { j: 1, k: -1 };

document.addEventListener("keydown", (event) => {
  const step = STEPS[event.key];
  const on = event.target.closest?.("details.case > summary");
  if (!step || !on || event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }
  const lines = [...document.querySelectorAll("details.case:not([hidden]) > summary")];
  lines[lines.indexOf(on) + step]?.focus();
  event.preventDefault();
});
