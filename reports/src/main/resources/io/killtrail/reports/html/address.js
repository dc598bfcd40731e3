// The address names a case (#case-ID), or what is filtered and how it is sorted (#unit=a.service).

const fragment = () => location.hash.slice(1);

const write = (params) => {
  const text = params.toString();
  if (text !== fragment()) {
    history.replaceState(null, "", text ? "#" + text : location.pathname + location.search);
  }
};

const update = () => {
  const params = show();
  sort(params.get("sort") ?? "");
  return params;
};

const choose = (params) => {
  for (const name of FACETS) {
    control(name).value = params.has(name) ? "=" + params.get(name) : "";
  }
  control("text").value = params.get("text") ?? "";
  control("sort").value = params.get("sort") ?? "";
  update();
};

const goTo = (entry) => {
  if (entry.hidden) {
    choose(new URLSearchParams());
  }
  openCase(entry);
  entry.scrollIntoView();
  entry.querySelector("summary").focus({ preventScroll: true });
};

const follow = () => {
  if (fragment().includes("=")) {
    choose(new URLSearchParams(fragment()));
    return;
  }
  const entry = document.getElementById(fragment())?.closest("details.case");
  if (entry) {
    goTo(entry);
  }
};

const copy = async (button) => {
  const link = button.parentElement.querySelector("a").href;
  try {
    await navigator.clipboard.writeText(link);
    button.textContent = "Copied";
  } catch {
    // No clipboard for this page: then it can be copied where the browser shows it.
    location.href = link;
    button.textContent = "Link is in the address bar";
  }
};

const openAll = () => {
  const shown = rows.map((row) => row.entry).filter((entry) => !entry.hidden);
  const close = shown.every((entry) => entry.open);
  shown.forEach((entry) => (close ? (entry.open = false) : openCase(entry)));
};

document.addEventListener("click", (event) => {
  if (event.target.matches("button.copy")) {
    copy(event.target);
  }
});

if (tools) {
  FACETS.forEach(fill);
  let waiting;
  tools.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => write(update()), 120);
  });
  tools.addEventListener("reset", () => setTimeout(() => write(update())));
  tools.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("open-all").addEventListener("click", openAll);
  tools.hidden = false;
  update();
  addEventListener("hashchange", follow);
  // The browser scrolls to the fragment by itself when the page is loaded, and takes the focus away.
  addEventListener("load", () => setTimeout(follow));
}
