/* What a card does when it is used: unfold its authors, copy its BibTeX. Everything else works without this script.

   A classic script in <head>, neither deferred nor a module: the first thing it does is to mark <html>, so that the
   style sheet shows the buttons and folds the authors before anything is painted. It listens on the document, so
   cards may come later, and it may itself come late or twice. */

// @ts-check

document.documentElement.classList.add("rl-js");

(function () {
  "use strict";

  const scope = /** @type {{ sphinxReadingList?: { version: number } }} */ (/** @type {unknown} */ (window));
  if (scope.sphinxReadingList) return;
  scope.sphinxReadingList = { version: 1 };

  /** How long a button says what it did, in milliseconds. */
  const SAID = 2000;

  /** @type {WeakMap<HTMLElement, { words: string, timer: number }>} */
  const saying = new WeakMap();

  /**
   * The place where screen readers listen; there before it is first needed, or its first words may be missed.
   * @returns {HTMLElement}
   */
  function liveRegion() {
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
   * @returns {boolean} whether it was copied
   */
  function copyOldWay(text) {
    const before = document.activeElement;
    const area = document.createElement("textarea");
    area.value = text;
    area.readOnly = true;
    area.className = "rl-vh";
    document.body.append(area);
    area.select();
    let copied = false;
    /** @param {ClipboardEvent} event */
    const give = (event) => {
      if (!event.clipboardData) return;
      // The text itself, and not what the style sheet makes of its spaces.
      event.clipboardData.setData("text/plain", text);
      event.preventDefault();
    };
    document.addEventListener("copy", give);
    try {
      copied = document.execCommand("copy");
    } catch {
      // Refused: the text is selected instead, see copy().
    }
    document.removeEventListener("copy", give);
    area.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    return copied;
  }

  /**
   * Select all that an element holds, for the reader's own Ctrl+C.
   * @param {HTMLElement} element
   */
  function select(element) {
    const selection = window.getSelection();
    if (selection) selection.selectAllChildren(element);
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
    const region = liveRegion();
    region.textContent = "";
    // Emptied first, so that the same words are said again.
    window.setTimeout(() => (region.textContent = message), 50);
    const timer = window.setTimeout(() => {
      label.textContent = words;
      saying.delete(button);
    }, SAID);
    saying.set(button, { words, timer });
  }

  /**
   * Copy the BibTeX of the button's card, just as the .bib file has it.
   * @param {HTMLElement} button
   */
  async function copy(button) {
    const code = /** @type {HTMLElement | null | undefined} */ (
      button.closest(".rl-panel")?.querySelector(".rl-bibtex code")
    );
    if (!code) return;
    const text = code.textContent || "";
    let copied = false;
    try {
      await navigator.clipboard.writeText(text);
      copied = true;
    } catch {
      copied = copyOldWay(text);
    }
    if (!copied) select(code);
    say(button, copied ? "Copied" : "Selected: press Ctrl+C");
  }

  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const button = /** @type {HTMLElement | null} */ (target && target.closest(".rl-more, .rl-copy"));
    if (!button) return;
    if (button.classList.contains("rl-more")) unfold(button);
    else void copy(button);
  });

  /** The page is there: the live region too, and buttons are no longer hidden from a page without its style sheet. */
  function ready() {
    liveRegion();
    for (const button of document.querySelectorAll(".rl-entry .rl-button[hidden]")) button.removeAttribute("hidden");
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready);
  else ready();
})();
