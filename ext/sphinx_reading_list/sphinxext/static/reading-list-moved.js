/* Leads from an old anchor to where its entry is now.

   A page that has given entries away, and one that is gone itself, hold a link for each old anchor. Without this script
   a reader follows it by hand. On a page that is gone, an anchor that isn't among them is handed on with the address,
   which a refresh alone would lose. */

// @ts-check

(function () {
  "use strict";

  /** Go where the anchor of the address leads, if it is one that has moved. */
  function leadOn() {
    let id = location.hash.slice(1);
    if (!id) return;
    try {
      id = decodeURIComponent(id);
    } catch {
      // It is no encoded text, so it is the id itself.
    }
    const place = document.getElementById(id);
    const item = place && place.closest(".rl-moved li");
    const link = /** @type {HTMLAnchorElement | null} */ (
      item ? item.querySelector("a") : document.querySelector("a.rl-moved-to:only-of-type")
    );
    if (item && link) location.replace(link.href);
    else if (!place && link && document.querySelectorAll("a.rl-moved-to").length === 1) {
      location.replace(link.href.replace(/#.*/, "") + location.hash);
    }
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", leadOn);
  else leadOn();
  window.addEventListener("hashchange", leadOn);
})();
