"use strict";
// Runs before anything is painted: light, dark, or what the system prefers. The choice is kept
// where the browser lets a page keep something; a file opened from disk may not be let.

document.documentElement.classList.add("js");

const theme = {
  names: ["system", "light", "dark"],
  now: "system",

  kept() {
    try {
      return localStorage.getItem("killtrail-theme");
    } catch {
      return null;
    }
  },

  keep() {
    try {
      localStorage.setItem("killtrail-theme", theme.now);
    } catch {
      // Then it holds until the page is closed.
    }
  },

  use(name) {
    theme.now = theme.names.includes(name) ? name : "system";
    document.documentElement.dataset.theme = theme.now;
  },

  next() {
    theme.use(theme.names[(theme.names.indexOf(theme.now) + 1) % theme.names.length]);
    theme.keep();
  },
};

theme.use(theme.kept());

addEventListener("DOMContentLoaded", () => {
  const button = document.getElementById("theme");
  const tell = () => (button.textContent = "Theme: " + theme.now);
  button.addEventListener("click", () => {
    theme.next();
    tell();
  });
  button.hidden = false;
  tell();
});
