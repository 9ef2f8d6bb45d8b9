/* What has to be so before a page is painted, or it would flash and move: how dense cards are, and a reader's marks.

   A classic script in <head>, behind reading-list.js, not deferred: it dresses each card as it arrives. It also brings
   what is needed for that, to all scripts: the browser's own storage, and word of cards that arrive. */

// @ts-check

/**
 * The browser's own storage. Nothing in it goes anywhere, and everything works without it.
 * @typedef {object} Storing
 * @property {(name: string) => string} key  its name there: other sites of the same host have their own
 * @property {(name: string) => string | null} recall  null where nothing is, or where the browser forbids it
 * @property {(name: string, text: string) => boolean} remember  false where it is full, or forbidden
 *
 * How a reader wants cards to be.
 * @typedef {object} Early
 * @property {() => boolean} compact
 * @property {(compact: boolean) => void} setCompact
 * @property {() => boolean} hiding  whether what was read is hidden on the pages of sections
 * @property {(hide: boolean) => void} setHiding
 * @property {(listener: (cards: HTMLElement[]) => void) => void} cards  called with all there are, and with each that comes
 * @property {(card: HTMLElement, mark: { state: string, note: string }) => void} dress
 * @property {(buttons: Iterable<Element>, count: number) => void} label  the buttons that lead to all marks
 */

(function () {
  "use strict";

  const shared = /** @type {{ sphinxReadingList: Shared }} */ (/** @type {unknown} */ (window)).sphinxReadingList;
  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  if (!shared || shared.early || !script) return;

  const root = new URL("../", script.src).href;
  const page = document.documentElement;
  /** What a card says of its mark, and the icon before it. @type {{ [state: string]: [words: string, icon: string] }} */
  const SAID = { read: ["Read", "check-circle-fill"], later: ["To read", "clock"] };
  const CARD = ".rl-entry[data-key]";

  /** @param {string} name */
  function key(name) {
    return `sphinx-reading-list:${new URL(root).pathname}:${name}`;
  }

  /** @param {string} name */
  function recall(name) {
    try {
      return window.localStorage.getItem(key(name));
    } catch {
      return null;
    }
  }

  /**
   * @param {string} name
   * @param {string} text
   */
  function remember(name, text) {
    try {
      window.localStorage.setItem(key(name), text);
      return true;
    } catch {
      return false;
    }
  }

  /** What the reader wants; the style sheet knows what the site does. @param {string | null} density */
  function showDensity(density) {
    page.classList.toggle("rl-compact", density === "compact");
    page.classList.toggle("rl-comfortable", density === "comfortable");
  }

  function compact() {
    if (page.classList.contains("rl-comfortable")) return false;
    return page.classList.contains("rl-compact") || Boolean(document.querySelector("script[data-rl-density=compact]"));
  }

  /**
   * Show a reader's mark on a card, or on an entry's page.
   * @param {HTMLElement} card
   * @param {{ state: string, note: string }} mark
   */
  function dress(card, { state, note }) {
    card.classList.toggle("rl-is-read", state === "read");
    card.classList.toggle("rl-is-later", state === "later");
    const loading = document.readyState === "loading" && !card.nextSibling;
    const meta = card.querySelector(".rl-meta");
    const [words, icon] = SAID[state] || ["", ""];
    // Each behind what is there already, and before what comes next is painted.
    if (!loading || meta?.nextSibling) {
      const said = part(card, "span", "rl-said", words, meta, null);
      if (said && said.textContent !== ` · ${words}`) {
        said.innerHTML = ` · <svg class="rl-icon" width="16" height="16" aria-hidden="true"><use href="#rl-i-${icon}"></use></svg>`;
        said.append(words);
      }
    }
    const foot = card.querySelector(":scope > .rl-head > .rl-tools, :scope > .rl-foot");
    if (loading && !foot) return;
    const mine = part(card, "p", "rl-my-note", note, (foot && foot.parentElement) || card, foot);
    if (mine && mine.lastChild?.textContent !== note) {
      const said = document.createElement("span");
      said.dir = "auto";
      said.textContent = note;
      mine.replaceChildren("My note: ", said);
    }
  }

  /**
   * The part of a card that says something, made where it has something to say, and else taken away.
   * @param {Element} card
   * @param {string} tag
   * @param {string} name
   * @param {string} words
   * @param {Element | null} holder
   * @param {Element | null} before
   */
  function part(card, tag, name, words, holder, before) {
    let found = card.querySelector(`.${name}`);
    if (!words) found?.remove();
    if (!words || !holder) return null;
    if (!found) {
      found = document.createElement(tag);
      found.className = name;
      holder.insertBefore(found, before);
    }
    return found;
  }

  /**
   * @param {Iterable<Element>} buttons
   * @param {number} count
   */
  function label(buttons, count) {
    const words = `My marks${count ? ` (${count})` : ""}${page.classList.contains("rl-hide-read") ? " · what I read is hidden" : ""}`;
    for (const button of buttons) {
      const span = button.querySelector("span");
      if (span && span.textContent !== words) span.textContent = words;
    }
  }

  /** @type {((cards: HTMLElement[]) => void)[]} */
  const listeners = [];

  /** @param {ParentNode} within */
  function cardsIn(within) {
    return /** @type {HTMLElement[]} */ (Array.from(within.querySelectorAll(CARD)));
  }

  /** Cards of which the beginning has arrived, but not the end. @type {Set<HTMLElement>} */
  const coming = new Set();

  new MutationObserver((changes) => {
    const cards = new Set(coming);
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (!(node instanceof HTMLElement)) continue;
        if (node.matches(CARD)) cards.add(node);
        else if (node.childElementCount) cardsIn(node).forEach((card) => cards.add(card));
        // Not before the words of the button are there: the parser would add them to these.
        if (!shared.marks && node.matches(".rl-end")) label(node.parentElement?.querySelectorAll(".rl-my-marks") || [], count);
      }
    }
    if (cards.size) arrived([...cards]);
  }).observe(page, { childList: true, subtree: true });

  /** @param {HTMLElement[]} cards */
  function arrived(cards) {
    for (const card of cards) {
      if (document.readyState === "loading" && !card.nextSibling) coming.add(card);
      else coming.delete(card);
    }
    for (const listener of listeners) listener(cards);
  }

  /** The marks as they were when the page began; reading-list-marks.js reads them with care. @returns {unknown} */
  function marksThen() {
    try {
      return JSON.parse(recall("marks") || "").marks;
    } catch {
      return null;
    }
  }

  const marks = marksThen();
  const count = marks && typeof marks === "object" ? Object.keys(marks).length : 0;
  listeners.push((cards) => {
    if (shared.marks || !marks || typeof marks !== "object") return;
    for (const card of cards) {
      const name = card.dataset.key || "";
      const mark = Object.hasOwn(marks, name) ? /** @type {any} */ (marks)[name] : null;
      if (mark) dress(card, { state: String(mark.state || ""), note: typeof mark.note === "string" ? mark.note : "" });
    }
  });
  document.addEventListener("DOMContentLoaded", () => arrived([...coming]));

  showDensity(recall("density"));
  page.classList.toggle("rl-hide-read", recall("hide-read") === "1");

  shared.root = root;
  shared.storage = { key, recall, remember };
  shared.early = {
    compact,
    setCompact(compact) {
      showDensity(compact ? "compact" : "comfortable");
      remember("density", compact ? "compact" : "comfortable");
    },
    hiding: () => page.classList.contains("rl-hide-read"),
    setHiding(hide) {
      page.classList.toggle("rl-hide-read", hide);
      remember("hide-read", hide ? "1" : "0");
    },
    cards(listener) {
      listeners.push(listener);
      listener(cardsIn(document));
    },
    dress,
    label,
  };
})();
