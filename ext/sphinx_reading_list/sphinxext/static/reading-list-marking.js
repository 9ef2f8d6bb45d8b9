/* A reader's own marks as values: read, to read, a private note; from a text, to a text, and two of them made one.

   Pure: no page, no storage. Marks go by citation key, which never changes; a title is kept to show it, and may be
   an old one. */

// @ts-check

/**
 * A mark; `state` is `read`, `later` or empty. `place` is the address of the entry's card from the site's root, or empty;
 * `changed` is when the mark last changed, in ISO 8601 and UTC, or empty.
 * @typedef {{ state: string, note: string, title: string, place: string, changed: string }} Mark
 *
 * Marks by citation key, in the order in which they were made.
 * @typedef {Map<string, Mark>} MarkMap
 *
 * What a file says: marks, and how many of its items were none; or what is wrong with it.
 * @typedef {{ marks: MarkMap, skipped: number } | { problem: string }} LoadedMarks
 *
 * @typedef {object} Marking
 * @property {(text: string | null) => MarkMap} stored  what storage holds; what can't be read is none
 * @property {(text: string) => LoadedMarks} loaded  what a file holds
 * @property {(marks: MarkMap) => string} written
 * @property {(marks: MarkMap, key: string, change: Partial<Mark>, now: string) => MarkMap} changed
 * @property {(mine: MarkMap, theirs: MarkMap) => { marks: MarkMap, added: number, changed: number }} merged
 * @property {(marks: MarkMap) => { read: number, later: number, note: number }} counts
 */

(function () {
  "use strict";

  const shared = /** @type {{ sphinxReadingList: Shared }} */ (/** @type {unknown} */ (globalThis)).sphinxReadingList;
  if (!shared || shared.marking) return;

  /** The version of the form in which marks are written; it rises when an older script would misread it. */
  const VERSION = 1;
  const STATES = ["read", "later"];

  /** @param {unknown} value */
  function text(value) {
    return typeof value === "string" ? value : "";
  }

  /**
   * A mark, whatever stands where one should; null for what says nothing.
   * @param {any} item
   * @returns {Mark | null}
   */
  function markOf(item) {
    if (!item || typeof item !== "object") return null;
    const state = STATES.includes(item.state) ? item.state : "";
    const note = text(item.note).trim();
    if (!state && !note) return null;
    const changed = Number.isNaN(Date.parse(text(item.changed))) ? "" : new Date(item.changed).toISOString();
    return { state, note, title: text(item.title).trim(), place: text(item.place), changed };
  }

  /**
   * @param {any} data
   * @returns {{ marks: MarkMap, skipped: number } | null}
   */
  function marksOf(data) {
    const items = data && typeof data === "object" ? data.marks : null;
    if (!items || typeof items !== "object" || Array.isArray(items)) return null;
    /** @type {MarkMap} */
    const marks = new Map();
    let skipped = 0;
    for (const [key, item] of Object.entries(items)) {
      const mark = key ? markOf(item) : null;
      if (mark) marks.set(key, mark);
      else skipped += 1;
    }
    return { marks, skipped };
  }

  /** @param {string} json */
  function parsed(json) {
    try {
      return JSON.parse(json);
    } catch {
      return undefined;
    }
  }

  /** @param {string | null} json */
  function stored(json) {
    return marksOf(parsed(json || ""))?.marks || new Map();
  }

  /**
   * @param {string} json
   * @returns {LoadedMarks}
   */
  function loaded(json) {
    const data = parsed(json.replace(/^\ufeff/, ""));
    if (data === undefined) return { problem: "is no file of marks, or it is damaged" };
    if (data && Array.isArray(data.entries)) return { problem: "is a saved basket: load it in the basket" };
    if (data && typeof data.version === "number" && data.version > VERSION) {
      return { problem: "was saved by a newer version of this site, which this page can’t read yet" };
    }
    return marksOf(data) || { problem: "is no file of marks" };
  }

  /** @param {MarkMap} marks */
  function written(marks) {
    // Not by assignment: `__proto__` may be a key.
    return JSON.stringify({ version: VERSION, marks: Object.fromEntries(marks) }, null, 1);
  }

  /**
   * Marks of which one was changed; one that says nothing any more is gone.
   * @param {MarkMap} marks
   * @param {string} key
   * @param {Partial<Mark>} change
   * @param {string} now
   */
  function changed(marks, key, change, now) {
    const next = new Map(marks);
    const before = marks.get(key) || { state: "", note: "", title: "", place: "", changed: "" };
    const mark = markOf({ ...before, ...change, changed: now });
    if (mark) next.set(key, mark);
    else next.delete(key);
    return next;
  }

  /**
   * One of two marks of an entry: the newer one's state, and no word of a note lost.
   * @param {Mark} mine
   * @param {Mark} theirs
   * @returns {Mark}
   */
  function joined(mine, theirs) {
    // Of two from the same moment it must not matter which is whose.
    const order = (/** @type {Mark} */ mark) => JSON.stringify([mark.changed, mark.state, mark.note, mark.title, mark.place]);
    const [newer, older] = order(mine) >= order(theirs) ? [mine, theirs] : [theirs, mine];
    const note = newer.note.includes(older.note) ? newer.note : older.note.includes(newer.note) ? older.note : "";
    return {
      state: newer.state || older.state,
      note: note || `${newer.note}\n\n${older.note}`.trim(),
      title: newer.title || older.title,
      place: newer.place || older.place,
      changed: newer.changed,
    };
  }

  /**
   * Both: nothing is taken away by what comes in.
   * @param {MarkMap} mine
   * @param {MarkMap} theirs
   */
  function merged(mine, theirs) {
    const marks = new Map(mine);
    let added = 0;
    let differ = 0;
    for (const [key, mark] of theirs) {
      const before = mine.get(key);
      const after = before ? joined(before, mark) : mark;
      marks.set(key, after);
      if (!before) added += 1;
      else if (before.state !== after.state || before.note !== after.note) differ += 1;
    }
    return { marks, added, changed: differ };
  }

  /** @param {MarkMap} marks */
  function counts(marks) {
    const found = { read: 0, later: 0, note: 0 };
    for (const { state, note } of marks.values()) {
      if (state === "read") found.read += 1;
      if (state === "later") found.later += 1;
      if (note) found.note += 1;
    }
    return found;
  }

  shared.marking = { stored, loaded, written, changed, merged, counts };
})();
