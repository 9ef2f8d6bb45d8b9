/* The way to the search: loads its scripts and its index (find/) at the first sign that a reader wants them, and lets
   `/` lead to its field. It is all of the search that a page has from the start.

   Where something can't be loaded, the page stays as it was, and says so. */

// @ts-check

/**
 * @typedef {object} Find
 * @property {string} root  the address of the site's root, with a slash at its end
 * @property {(path: string) => Promise<void>} run  run a script of the site, by its path from the root
 * @property {(form: HTMLFormElement) => Promise<void>} begin  from reading-list-find-bar.js: take over a form
 * @property {(index: Index) => Results} here  from reading-list-find-here.js
 * @property {(browse: HTMLElement, index: Index) => Results} list  from reading-list-find-list.js
 * @property {(holder: HTMLElement, choose: (facet: string, value: string, on: boolean) => void, more: () => void) => Facets} facets
 * @property {(panel: HTMLElement, index: Index, keys: () => string[]) => void} citing  from reading-list-cite-these.js
 * @property {Map<string, string>} cards  the cards that were loaded so far, by key
 */

(function () {
  "use strict";

  const shared = /** @type {{ sphinxReadingList: Shared }} */ (/** @type {unknown} */ (window)).sphinxReadingList;
  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  if (!shared || shared.find || !script) return;

  const root = new URL("../", script.src).href;
  const page = document.documentElement.classList;
  // The page of results hides what it shows without scripts, before any of that is painted.
  page.add("rl-finds");

  /** @type {Promise<unknown> | null} */
  let asked = null;

  /**
   * @param {string} path
   * @returns {Promise<void>}
   */
  function run(path) {
    return new Promise((done, failed) => {
      const element = document.createElement("script");
      element.src = root + path;
      // One after the other, in the order asked for.
      element.async = false;
      element.onload = () => done();
      element.onerror = () => failed(new Error(`${path} can't be loaded`));
      document.head.append(element);
      element.remove();
    });
  }

  /** The form whose results are on this page. */
  function form() {
    return /** @type {HTMLFormElement | null} */ (document.querySelector(".rl-find:not(.rl-find-way)"));
  }

  /** Load what the search needs, once, and let it take over. */
  function begin() {
    const found = form();
    if (!found || asked) return;
    found.setAttribute("aria-busy", "true");
    const ready = shared.finding ? Promise.resolve() : run("find/search.js");
    asked = Promise.all([ready, run("find/index.js")])
      .then(() => shared.find.begin(found))
      .catch((error) => failed(found, error))
      .then(() => found.removeAttribute("aria-busy"));
  }

  /**
   * @param {HTMLFormElement} found
   * @param {unknown} error
   */
  function failed(found, error) {
    asked = null;
    page.remove("rl-finds");
    const told = document.createElement("p");
    told.className = "rl-failed";
    told.innerHTML = 'The search couldn’t be loaded. <button type="button" class="rl-button rl-again">Try again</button>';
    found.append(told);
    shared.announce("The search couldn’t be loaded.");
    window.console.warn(error);
  }

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const button = target && target.closest(".rl-filter, .rl-again");
    if (!button) return;
    if (button.matches(".rl-again")) {
      button.parentElement?.remove();
      page.add("rl-finds");
      begin();
    } else button.setAttribute("aria-expanded", String(button.getAttribute("aria-expanded") !== "true"));
  });

  document.addEventListener("focusin", (event) => {
    if (event.target instanceof Element && event.target.closest(".rl-find") === form()) begin();
  });

  // Before Sphinx and the theme, which lead it to their own search.
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (target && (target.isContentEditable || target.closest("input:not([type=checkbox], [type=radio]), textarea, select, dialog"))) return;
      const field = document.querySelector(".rl-find [name=q]");
      if (!(field instanceof HTMLInputElement)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      field.focus();
      field.select();
    },
    true,
  );

  /** Begin at once where a page shows results, or an address asks for some, or a reader was faster than this script. */
  function ready() {
    const field = form()?.querySelector("[name=q]");
    const typed = field instanceof HTMLInputElement && (field.value || field === document.activeElement);
    if (document.querySelector(".rl-browse") || window.location.search || typed) begin();
  }

  shared.find = /** @type {Find} */ ({ root, run, cards: new Map() });
  // Until the search's own has come, and where it doesn't.
  shared.index = () => undefined;
  shared.card = (key, html) => void shared.find.cards.set(key, html);
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready);
  else ready();
})();
