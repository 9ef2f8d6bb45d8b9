/* A reader's own marks on this page: kept in the browser's storage, shown on cards, made in a panel below a card.

   Nothing is sent anywhere. Where storage is full or forbidden, marks last as long as the page, and that is said once. */

// @ts-check

/**
 * @typedef {object} Marks
 * @property {(key: string) => { state: string, note: string }} of
 * @property {() => MarkMap} all
 * @property {(how: (marks: MarkMap) => MarkMap) => void} change
 * @property {() => boolean} last  whether they outlive the page
 * @property {() => void} refresh
 * @property {() => void} open  from reading-list-marks-dialog.js
 */

(function () {
  "use strict";

  const shared = /** @type {{ sphinxReadingList: Shared }} */ (/** @type {unknown} */ (window)).sphinxReadingList;
  if (!shared || !shared.marking || !shared.basket || shared.marks) return;
  const { announce, basket, early, marking, panels, storage } = shared;

  const NAME = "marks";
  const NONE = Object.freeze({ state: "", note: "" });
  const PASSING =
    "Your browser doesn’t let this site remember anything: marks last until you leave the page. Save them as a file to keep them.";
  const CHOICES = [["", "No mark"], ["later", "To read"], ["read", "Read"]];
  /** @type {{ [state: string]: string }} */
  const TOLD = { "": "The mark was taken away", later: "Marked as to read", read: "Marked as read" };
  /** @type {{ [state: string]: string }} */
  const ICONS = { "": "check-circle", later: "clock", read: "check-circle-fill" };
  /** How long a reader rests before a note is kept, in milliseconds; leaving the field or the page keeps it at once. */
  const REST = 500;

  let known = marking.stored(storage.recall(NAME));
  let last = true;
  let told = false;
  let panelCount = 0;

  /** What another tab did since. */
  function catchUp() {
    if (last) known = marking.stored(storage.recall(NAME));
  }

  /**
   * @param {(marks: MarkMap) => MarkMap} how
   * @param {string} [words]  what was done
   */
  function change(how, words = "") {
    catchUp();
    known = how(known);
    last = storage.remember(NAME, marking.written(known));
    refresh();
    const news = [words, last || told ? "" : PASSING].filter(Boolean);
    if (news.length) announce(news.join(". "));
    told = told || !last;
  }

  /**
   * @param {HTMLElement} card
   * @param {{ state?: string, note?: string }} mark
   * @param {string} [words]
   */
  function set(card, mark, words) {
    const { key, title, place } = basket.entryOf(card);
    change((marks) => marking.changed(marks, key, { title, place, ...mark }, new Date().toISOString()), words);
  }

  /** @param {HTMLElement[]} cards */
  function show(cards) {
    for (const card of cards) {
      const mark = of(card.dataset.key || "");
      if (mark !== NONE || card.matches(".rl-is-read, .rl-is-later") || card.querySelector(".rl-my-note")) early.dress(card, mark);
      const button = card.querySelector(".rl-marker");
      const icon = `#rl-i-${ICONS[mark.state]}`;
      const drawing = button && button.querySelector("use");
      if (drawing && drawing.getAttribute("href") !== icon) drawing.setAttribute("href", icon);
      const panel = card.querySelector(".rl-marking");
      if (panel) fill(panel, mark);
    }
  }

  /** @param {string} key */
  function of(key) {
    return known.get(key) || NONE;
  }

  function refresh() {
    show(/** @type {HTMLElement[]} */ (Array.from(document.querySelectorAll(".rl-entry[data-key]"))));
    labelRows();
    document.dispatchEvent(new CustomEvent("rl:marks"));
  }

  /** The buttons that lead to all marks say how many there are. */
  function labelRows() {
    early.label(document.querySelectorAll(".rl-my-marks"), known.size);
  }

  /**
   * Show a mark in its panel, without taking a note from under the reader's fingers.
   * @param {Element} panel
   * @param {{ state: string, note: string }} mark
   */
  function fill(panel, mark) {
    for (const input of panel.querySelectorAll("input")) input.checked = input.value === mark.state;
    const area = panel.querySelector("textarea");
    if (area && area !== document.activeElement) area.value = mark.note;
    const passing = /** @type {HTMLElement} */ (panel.querySelector(".rl-passing"));
    passing.textContent = last ? "Kept in this browser only." : PASSING;
  }

  /**
   * @param {HTMLElement} card
   * @param {HTMLElement} button
   */
  function makePanel(card, button) {
    const panel = document.createElement("div");
    const name = `rl-marking-${++panelCount}`;
    panel.className = "rl-panel rl-marking";
    panel.id = name;
    const choices = CHOICES.map(
      ([value, words]) => `<label><input type="radio" name="${name}-state" value="${value}"><span>${words}</span></label>`,
    );
    panel.innerHTML = `
<fieldset class="rl-formats"><legend class="rl-vh"></legend>${choices.join("")}</fieldset>
<label class="rl-note-label" for="${name}-note">Note to myself</label>
<textarea id="${name}-note" rows="2" dir="auto"></textarea>
<p class="rl-actions"><span class="rl-passing"></span>
<button type="button" class="rl-button rl-my-marks"><span>My marks</span></button></p>`;
    /** @type {HTMLElement} */ (panel.querySelector("legend")).textContent = `My mark: ${panels.titleOf(card)}`;
    panel.addEventListener("change", (event) => {
      const { target } = event;
      if (target instanceof HTMLInputElement) set(card, { state: target.value }, TOLD[target.value]);
    });
    panel.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      toggle(button);
      button.focus();
    });
    keepNote(card, /** @type {HTMLTextAreaElement} */ (panel.querySelector("textarea")));
    const below = card.querySelector(":scope > .rl-head > .rl-tools, :scope > .rl-foot");
    if (below) below.after(panel);
    else card.append(panel);
    button.setAttribute("aria-controls", name);
    return panel;
  }

  /**
   * @param {HTMLElement} card
   * @param {HTMLTextAreaElement} area
   */
  function keepNote(card, area) {
    let timer = 0;
    const keep = () => {
      window.clearTimeout(timer);
      if (area.value.trim() !== of(card.dataset.key || "").note) set(card, { note: area.value });
    };
    area.addEventListener("input", () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(keep, REST);
    });
    area.addEventListener("change", keep);
    window.addEventListener("pagehide", () => area.isConnected && document.activeElement === area && keep());
  }

  /** @param {HTMLElement} button */
  function toggle(button) {
    const card = button.closest(".rl-entry[data-key]");
    if (!(card instanceof HTMLElement)) return;
    const open = button.getAttribute("aria-expanded") !== "true";
    const panel = /** @type {HTMLElement | null} */ (card.querySelector(".rl-marking")) || makePanel(card, button);
    panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (!open) return;
    fill(panel, of(card.dataset.key || ""));
    labelRows();
    /** @type {HTMLElement | null} */ (panel.querySelector("input:checked"))?.focus();
  }

  document.addEventListener("click", (event) => {
    const pressed = event.target instanceof Element && event.target.closest(".rl-marker, .rl-my-marks");
    if (!(pressed instanceof HTMLElement)) return;
    if (pressed.classList.contains("rl-marker")) toggle(pressed);
    else shared.marks.open();
  });
  window.addEventListener("storage", (event) => {
    const name = event.key && [NAME, "hide-read"].find((one) => storage.key(one) === event.key);
    if (event.key !== null && !name) return;
    if (name === "hide-read") early.setHiding(event.newValue === "1");
    catchUp();
    refresh();
  });
  // A page that the browser took out of its memory again has missed what happened since.
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    catchUp();
    refresh();
  });

  shared.marks = { of, all: () => known, change, last: () => last, refresh, open: () => undefined };
  early.cards(show);
  labelRows();
  // A search may have begun without them.
  if (known.size) document.dispatchEvent(new CustomEvent("rl:marks"));
})();
