// Runs before the page is painted, so that the stored theme appears at once.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");
  try {
    var theme = localStorage.getItem("reference-theme");
    if (theme === "dark" || theme === "light") root.dataset.theme = theme;
  } catch (error) {
    // Without storage, the theme is that of the system.
  }
})();
