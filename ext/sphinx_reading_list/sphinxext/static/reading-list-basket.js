/* The basket: entries that a reader keeps while reading, on any page, to cite them together.

   It lives in the browser's own storage and is sent nowhere. Where storage is full or forbidden, it lasts as long as
   the page. Here are its state, the buttons that put entries in, and the one that opens it (reading-list-dialog.js). */

// @ts-check

/**
 * An entry in the basket; `place` is the address of its card from the site's root, or empty.
 * @typedef {{ key: string, title: string, place: string }} Kept
 *
 * @typedef {object} Basket
 * @property {() => Kept[]} entries
 * @property {() => boolean} lasts  whether it outlives the page
 * @property {(change: (entries: Kept[]) => Kept[]) => void} change
 * @property {(more: Kept[]) => number} add  how many weren't in it
 * @property {(text: string) => Kept[] | null} parsed  null for what is no basket
 * @property {(entries: Kept[]) => string} written
 * @property {(count: number) => string} counted
 * @property {(listener: () => void) => void} listen  called after each change, also by another tab
 * @property {(element: Element) => Kept} entryOf  the entry that an element belongs to
 * @property {(place: unknown) => string} onSite  an address, if it is one of this site
 * @property {() => void} open  from reading-list-dialog.js
 */

(function () {
  "use strict";

  const shared = /** @type {{ sphinxReadingList: Shared }} */ (/** @type {unknown} */ (window)).sphinxReadingList;
  if (!shared || !shared.panels || shared.basket) return;
  const { announce, panels, root, say, storage } = shared;

  const NAME = "basket";

  /** @type {(() => void)[]} */
  const listeners = [];
  /** What is in it as far as this page knows; only asked where storage can't be. @type {Kept[]} */
  let known = parsed(storage.recall(NAME) || "") || [];
  let lasts = true;

  /**
   * Read a basket, from storage or a reader's file: anything may be in either.
   * @param {string} text
   * @returns {Kept[] | null}
   */
  function parsed(text) {
    /** @type {unknown} */
    let data;
    try {
      data = JSON.parse(text);
    } catch {
      return null;
    }
    const items = /** @type {{ entries?: unknown } | null} */ (data)?.entries;
    if (!Array.isArray(items)) return null;
    /** @type {Map<string, Kept>} */
    const found = new Map();
    for (const item of items) {
      if (!item || typeof item.key !== "string" || !item.key || found.has(item.key)) continue;
      const title = typeof item.title === "string" && item.title.trim() ? item.title : item.key;
      found.set(item.key, { key: item.key, title, place: onSite(item.place) });
    }
    return [...found.values()];
  }

  /**
   * An address from the site's root, if it is one of this site; else nothing.
   * @param {unknown} place
   */
  function onSite(place) {
    if (typeof place !== "string" || !place) return "";
    try {
      return new URL(place, root).href.startsWith(root) ? place : "";
    } catch {
      return "";
    }
  }

  /** @param {Kept[]} entries */
  function written(entries) {
    return JSON.stringify({ version: 1, entries }, null, 1);
  }

  /** What is in it now: another tab may have changed it. */
  function entries() {
    const text = lasts ? storage.recall(NAME) : null;
    if (text !== null) known = parsed(text) || [];
    return known;
  }

  /** @param {(entries: Kept[]) => Kept[]} how */
  function change(how) {
    known = how(entries());
    lasts = storage.remember(NAME, written(known));
    refresh();
  }

  /**
   * @param {Kept[]} more
   * @returns {number} how many weren't in it
   */
  function add(more) {
    const there = new Set(entries().map((entry) => entry.key));
    // A work may stand on a page more than once.
    const fresh = more.filter((entry) => !there.has(entry.key) && there.add(entry.key));
    if (fresh.length) change((now) => [...now, ...fresh]);
    return fresh.length;
  }

  /** @param {number} count */
  function counted(count) {
    return count === 1 ? "1 entry" : `${count} entries`;
  }

  /**
   * The entry that an element belongs to.
   * @param {Element} element
   * @returns {Kept}
   */
  function entryOf(element) {
    const holder = /** @type {HTMLElement} */ (element.closest("[data-key]"));
    const page = window.location.href.replace(/[?#].*$/, "");
    const place = page.startsWith(root) ? page.slice(root.length) : "";
    return {
      key: holder.dataset.key || "",
      title: panels.titleOf(holder),
      place: onSite(holder.id ? `${place}#${holder.id}` : place),
    };
  }

  /** @param {HTMLElement} button */
  function toggle(button) {
    const entry = entryOf(button);
    const without = entries().filter((other) => other.key !== entry.key);
    const out = without.length < entries().length;
    change(() => (out ? without : [...without, entry]));
    announce(`${out ? "Taken out of" : "Kept in"} the basket, which has ${counted(entries().length)} now`);
  }

  /** @param {HTMLElement} button */
  function addSection(button) {
    const section = button.closest(".rl-row")?.getAttribute("data-section");
    const cards = Array.from(document.querySelectorAll(".rl-entry"));
    const fresh = add(cards.filter((card) => card.getAttribute("data-section") === section).map(entryOf));
    say(button, fresh ? `Kept ${fresh}` : "All are kept already");
  }

  const opener = document.createElement("button");
  opener.type = "button";
  opener.className = "rl-basket";
  opener.hidden = true;
  opener.setAttribute("aria-haspopup", "dialog");
  opener.innerHTML = `${panels.icon("bookmark-fill")}<span>Basket</span> <span class="rl-number"></span>`;
  document.body.append(opener);

  /** Show the state of the basket on the page. */
  function refresh() {
    const now = entries();
    const keys = new Set(now.map((entry) => entry.key));
    for (const button of document.querySelectorAll(".rl-mark")) {
      const kept = keys.has(button.closest("[data-key]")?.getAttribute("data-key") || "");
      if (button.getAttribute("aria-pressed") === String(kept)) continue;
      button.setAttribute("aria-pressed", String(kept));
      const drawing = button.querySelector("use");
      if (drawing) drawing.setAttribute("href", `#rl-i-bookmark${kept ? "-fill" : ""}`);
    }
    opener.hidden = !now.length;
    opener.setAttribute("aria-label", `Basket: ${counted(now.length)}`);
    /** @type {HTMLElement} */ (opener.querySelector(".rl-number")).textContent = String(now.length);
    document.documentElement.classList.toggle("rl-with-basket", now.length > 0);
    for (const listener of listeners) listener();
  }

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const button = /** @type {HTMLElement | null} */ (
      target && target.closest(".rl-mark, .rl-mark-all, .rl-open-basket, .rl-basket")
    );
    if (!button) return;
    if (button.classList.contains("rl-mark")) toggle(button);
    else if (button.classList.contains("rl-mark-all")) addSection(button);
    else shared.basket.open();
  });
  // Cards that came later.
  document.addEventListener("rl:cards", refresh);
  window.addEventListener("storage", (event) => {
    if (event.key === null || event.key === storage.key(NAME)) refresh();
  });
  // A page that the browser took out of its memory again has missed what happened since.
  window.addEventListener("pageshow", (event) => event.persisted && refresh());

  shared.basket = {
    entries,
    lasts: () => lasts,
    change,
    add,
    parsed,
    written,
    counted,
    listen: (listener) => void listeners.push(listener),
    entryOf,
    onSite,
    open: () => undefined,
  };
  // Now, and whenever cards are added to the page.
  shared.early.cards(refresh);
})();
