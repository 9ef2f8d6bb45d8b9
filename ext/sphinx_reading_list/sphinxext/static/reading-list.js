/* What a card does when it is used: unfold its authors, copy its BibTeX. Everything else works without this script.

   A classic script in <head>, neither deferred nor a module: the first thing it does is to mark <html>, so that the
   style sheet shows the buttons and folds the authors before anything is painted. It listens on the document, so
   cards may come later, and it may itself come late or twice.

   It brings `sphinxReadingList`, the one name that our scripts add to a page: what they share, and what the scripts
   under cite/ call. The other scripts add to it. */

// @ts-check

/**
 * A formatted reference.
 * @typedef {{ text: string, html: string }} Reference
 *
 * An entry in every format, by the format's name.
 * @typedef {{ [format: string]: string | Reference }} Texts
 *
 * A format: `before`, `between` and `after` make one file of several texts.
 * @typedef {{ name: string, label: string, suffix: string, type: string, reference?: boolean,
 *             before: string, between: string, after: string }} Format
 *
 * @typedef {object} Shared
 * @property {number} version
 * @property {Map<string, Texts>} cited  the entries that were loaded so far, by key
 * @property {Format[]} formats
 * @property {Set<string> | null} keys  those of all entries, once they are loaded
 * @property {(key: string, texts: Texts) => void} cite  called by cite/KEY.js
 * @property {(formats: Format[]) => void} offer  called by cite/formats.js
 * @property {(keys: string[]) => void} list  called by cite/keys.js
 * @property {(message: string) => void} announce
 * @property {(button: HTMLElement, message: string) => void} say
 * @property {(button: HTMLElement, words: string) => void} relabel
 * @property {(text: string, html?: string) => Promise<boolean>} copy
 * @property {string} root  the address of the site's root, with a slash at its end; from reading-list-early.js
 * @property {Storing} storage  from reading-list-early.js
 * @property {Early} early  from reading-list-early.js
 * @property {Library} library  from reading-list-cite.js
 * @property {Panels} panels  from reading-list-panel.js
 * @property {Windows} windows  from reading-list-window.js
 * @property {Basket} basket  from reading-list-basket.js
 * @property {Marking} marking  from reading-list-marking.js
 * @property {Marks} marks  from reading-list-marks.js
 * @property {Finding} finding  from reading-list-find-*.js
 * @property {(columns: Columns) => void} index  called by find/index.js
 * @property {(notes: NamesColumn) => void} notes  called by find/notes.js
 * @property {Find} find  from reading-list-find.js
 * @property {(key: string, html: string) => void} card  called by find/cards/KEY.js
 * @property {(html: string) => void} icons  called by find/icons.js
 */

document.documentElement.classList.add("rl-js");
if (document.readyState === "loading") {
  // What stands at the end of a row is shown once all of the row is there: it would move.
  document.documentElement.classList.add("rl-coming");
  document.addEventListener("DOMContentLoaded", () => document.documentElement.classList.remove("rl-coming"));
}

(function () {
  "use strict";

  const scope = /** @type {{ sphinxReadingList?: Partial<Shared> }} */ (/** @type {unknown} */ (window));
  if (scope.sphinxReadingList) return;

  /** How long a button says what it did, in milliseconds. */
  const SAID = 2000;

  /** @type {WeakMap<HTMLElement, { words: string, timer: number }>} */
  const saying = new WeakMap();
  /** @type {Map<string, Texts>} */
  const cited = new Map();

  const shared = (scope.sphinxReadingList = {
    version: 2,
    cited,
    formats: /** @type {Format[]} */ ([]),
    keys: /** @type {Set<string> | null} */ (null),
    cite: (/** @type {string} */ key, /** @type {Texts} */ texts) => void cited.set(key, texts),
    offer: (/** @type {Format[]} */ formats) => void (shared.formats = formats),
    list: (/** @type {string[]} */ keys) => void (shared.keys = new Set(keys)),
    announce,
    say,
    relabel,
    copy,
  });

  /**
   * The place where screen readers listen; there before it is first needed, or its first words may be missed.
   * Behind an open dialog nothing is heard, so that has one of its own.
   * @returns {HTMLElement}
   */
  function liveRegion() {
    const inDialog = document.querySelector("dialog[open] [role=status]");
    if (inDialog instanceof HTMLElement) return inDialog;
    let region = document.getElementById("rl-status");
    if (!region) {
      region = document.createElement("div");
      region.id = "rl-status";
      region.className = "rl-vh";
      region.setAttribute("role", "status");
      document.body.append(region);
    }
    return region;
  }

  /**
   * Say something aloud.
   * @param {string} message
   */
  function announce(message) {
    const region = liveRegion();
    region.textContent = "";
    // Emptied first, so that the same words are said again.
    window.setTimeout(() => (region.textContent = message), 50);
  }

  /**
   * Show or fold the authors that a button controls.
   * @param {HTMLElement} button
   */
  function unfold(button) {
    const rest = document.getElementById(button.getAttribute("aria-controls") || "");
    if (!rest) return;
    const open = button.getAttribute("aria-expanded") !== "true";
    const words = button.textContent || "";
    rest.classList.toggle("rl-open", open);
    button.setAttribute("aria-expanded", String(open));
    button.textContent = button.dataset.rlOther || "";
    button.dataset.rlOther = words;
  }

  /**
   * Copy as browsers did before the clipboard interface: the one way where that is missing (http://) or refused.
   * @param {string} text
   * @param {string} [html]
   * @returns {boolean} whether it was copied
   */
  function copyOldWay(text, html) {
    const before = document.activeElement;
    const area = document.createElement("textarea");
    area.value = text;
    area.readOnly = true;
    area.className = "rl-vh";
    // Outside of an open dialog nothing can be selected.
    (document.querySelector("dialog[open]") || document.body).append(area);
    area.select();
    let copied = false;
    /** @param {ClipboardEvent} event */
    const give = (event) => {
      if (!event.clipboardData) return;
      // The text itself, and not what the style sheet makes of its spaces.
      event.clipboardData.setData("text/plain", text);
      if (html) event.clipboardData.setData("text/html", html);
      event.preventDefault();
    };
    document.addEventListener("copy", give);
    try {
      copied = document.execCommand("copy");
    } catch {
      // Refused: the text is selected instead, see copyShown().
    }
    document.removeEventListener("copy", give);
    area.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    return copied;
  }

  /**
   * Copy a text; with `html`, also as that, for programs that keep italics.
   * @param {string} text
   * @param {string} [html]
   * @returns {Promise<boolean>} whether it was copied
   */
  async function copy(text, html) {
    try {
      if (html) {
        const item = { "text/plain": blob(text, "text/plain"), "text/html": blob(html, "text/html") };
        await navigator.clipboard.write([new ClipboardItem(item)]);
      } else await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return copyOldWay(text, html);
    }
  }

  /**
   * @param {string} text
   * @param {string} type
   */
  function blob(text, type) {
    return new Blob([text], { type });
  }

  /**
   * Say something in place of a button's words for a moment, and aloud.
   * @param {HTMLElement} button
   * @param {string} message
   */
  function say(button, message) {
    const label = button.querySelector("span") || button;
    const known = saying.get(button);
    if (known) window.clearTimeout(known.timer);
    const words = known ? known.words : label.textContent || "";
    label.textContent = message;
    announce(message);
    saying.set(button, { words, timer: window.setTimeout(() => relabel(button, words), SAID) });
  }

  /**
   * Give a button other words, whatever it says at the moment.
   * @param {HTMLElement} button
   * @param {string} words
   */
  function relabel(button, words) {
    const known = saying.get(button);
    if (known) window.clearTimeout(known.timer);
    saying.delete(button);
    (button.querySelector("span") || button).textContent = words;
  }

  /**
   * Copy what the button's panel shows, just as the file has it.
   * @param {HTMLElement} button
   */
  async function copyShown(button) {
    const shown = button.closest(".rl-panel")?.querySelector(".rl-text:not([hidden])");
    if (!shown) return;
    const code = shown.querySelector("code");
    const element = code || shown;
    const copied = await copy(element.textContent || "", code ? undefined : element.innerHTML);
    if (!copied) window.getSelection()?.selectAllChildren(element);
    say(button, copied ? "Copied" : "Selected: press Ctrl+C");
  }

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const button = /** @type {HTMLElement | null} */ (target && target.closest(".rl-more, .rl-copy"));
    if (!button) return;
    if (button.classList.contains("rl-more")) unfold(button);
    else void copyShown(button);
  });

  /** The page is there: the live region too, and buttons are no longer hidden from a page without its style sheet. */
  function ready() {
    liveRegion();
    // A page serves who has no script; the search, who has.
    for (const link of document.querySelectorAll("a[data-rl-filtered]"))
      link.setAttribute("href", link.getAttribute("data-rl-filtered") || "");
    for (const button of document.querySelectorAll(".rl-button[hidden]")) button.removeAttribute("hidden");
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready);
  else ready();
})();
