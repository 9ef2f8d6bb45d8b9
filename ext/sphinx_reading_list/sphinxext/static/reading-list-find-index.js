/* The index of the search: what find/index.js brings, made ready for searching.

   Everything is kept by the entry's number, its place in the curator's order. Folding ten thousand titles takes longer
   than a frame, so it is cut into steps that a page can take while nobody waits. */

// @ts-check

/**
 * Names (of authors, venues, tags, …), and which of them each entry has: those of entry `e` are
 * `items[ends[e]]` up to, not including, `items[ends[e + 1]]`.
 * @typedef {{ values: string[], labels: string[], ends: Uint32Array, items: Uint32Array }} Names
 *
 * Folded texts, one a line: line `i` begins at `starts[i]`. Its lines belong to the names of `names`, or to entries.
 * @typedef {{ text: string, starts: Uint32Array, names: Names | null, weight: number }} Field
 *
 * As find/index.js has them; see `finding/` in the Python package.
 * @typedef {{ names: string, sizes: number[], items: number[], labels?: string }} NamesColumn
 * @typedef {{ version: number, count: number, titles: string, keys: string, dates: number[], added: number[],
 *   citations: number[], highlights: number[], elided: number[], aka: NamesColumn, authors: NamesColumn,
 *   venues: NamesColumn, series: NamesColumn, kinds: NamesColumn, tags: NamesColumn, sections: NamesColumn,
 *   pages: NamesColumn, ids: NotesColumn, has: NamesColumn, months: string }} Columns
 *
 * @typedef {"curated" | "newest" | "cited" | "title" | "added" | "relevance"} Sort
 * @typedef {"kind" | "year" | "venue" | "section" | "tag" | "highlight" | "has" | "author"} Facet
 *
 * @typedef {object} Index
 * @property {number} count
 * @property {string[]} titles
 * @property {string[]} keys
 * @property {number[]} dates  as `dateOf` takes them apart; 0 where unknown
 * @property {number[]} added
 * @property {number[]} citations  one more than are known; 0 where unknown
 * @property {Set<number>} elided
 * @property {Names} aka
 * @property {Names} venues  as they are shown, with the year
 * @property {{ [facet in Facet]: Names }} facets
 * @property {Names} pages  the address of the page with its card, from the site's root
 * @property {Map<number, string>} ids  keys as they are written in ids, where that differs
 * @property {string[]} months
 * @property {Field[]} fields
 * @property {{ [sort: string]: number[] }} orders
 * @property {Vocabulary | null} vocabulary
 * @property {Vocabulary | null} people
 * @property {Map<string, Uint8Array>} cache
 * @property {(() => void)[]} steps
 *
 * An entry as a line of results shows it before its card has arrived; `url` is from the site's root.
 * @typedef {{ number: number, key: string, title: string, aka: string[], authors: string[], elided: boolean,
 *   venue: string, date: string, dateInWords: string, kind: string, kindLabel: string, tags: string[],
 *   highlight: boolean, has: string[], citations: number | null, section: string, sectionTitle: string,
 *   url: string }} Line
 *
 * @typedef {object} Finding
 * @property {Words} words
 * @property {Index | null} index  once find/index.js has arrived
 * @property {(columns: Columns) => Index} decode
 * @property {(index: Index, until?: number) => boolean} prepare
 * @property {(index: Index, notes: NotesColumn) => void} addNotes
 * @property {(index: Index, number: number) => Line} line
 * @property {(code: number) => string} isoDate
 * @property {(names: Names, entry: number) => number[]} itemsOf
 * @property {(text: string) => Query} parse
 * @property {(text: string) => [number, number] | null} parseRange
 * @property {(state: FindState) => string} toParams
 * @property {(search: string) => FindState} fromParams
 * @property {(index: Index, query: Query, request?: SearchRequest) => Found} search
 *
 * @typedef {{ entries: number[], texts: string }} NotesColumn
 */

(function () {
  "use strict";

  const shared = /** @type {{ sphinxReadingList: Shared }} */ (/** @type {unknown} */ (globalThis)).sphinxReadingList;
  const finding = shared.finding;
  const { fold, foldTitle } = finding.words;

  /** So many lines are folded in a step. */
  const STEP = 500;

  /**
   * Lines of text; none of them holds a line feed.
   * @param {string} text
   * @param {number} count
   */
  function lines(text, count) {
    return count ? text.split("\n") : [];
  }

  /**
   * @param {NamesColumn} column
   * @param {number} count  of entries
   * @returns {Names}
   */
  function namesOf(column, count) {
    const values = column.names ? column.names.split("\n") : [];
    const ends = new Uint32Array(count + 1);
    for (let entry = 0; entry < count; entry++) ends[entry + 1] = ends[entry] + column.sizes[entry];
    return { values, labels: column.labels ? column.labels.split("\n") : values, ends, items: Uint32Array.from(column.items) };
  }

  /**
   * Names of which each entry has one at most.
   * @param {(string | number)[]} of  the name of each entry; one that is empty or 0 is none
   * @returns {Names}
   */
  function singles(of) {
    const values = [...new Set(of.filter(Boolean).map(String))].sort();
    const numbers = new Map(values.map((value, at) => [value, at]));
    const ends = new Uint32Array(of.length + 1);
    /** @type {number[]} */
    const items = [];
    of.forEach((value, entry) => {
      if (value) items.push(/** @type {number} */ (numbers.get(String(value))));
      ends[entry + 1] = items.length;
    });
    return { values, labels: values, ends, items: Uint32Array.from(items) };
  }

  /**
   * The numbers of an entry's names.
   * @param {Names} names
   * @param {number} entry
   */
  function itemsOf(names, entry) {
    return Array.from(names.items.subarray(names.ends[entry], names.ends[entry + 1]));
  }

  /**
   * A date's parts, 0 where unknown: a code is `(year * 13 + month) * 32 + day`.
   * @param {number} code
   * @returns {[number, number, number]}
   */
  function dateOf(code) {
    return [Math.floor(code / 416), Math.floor(code / 32) % 13, code % 32];
  }

  /**
   * A date as far as it is known: `2025-02`.
   * @param {number} code
   */
  function isoDate(code) {
    const [year, month, day] = dateOf(code);
    if (!code) return "";
    return [String(year).padStart(4, "0"), month, day].filter(Boolean).map((part) => String(part).padStart(2, "0")).join("-");
  }

  /**
   * What find/index.js brings, ready for searching once all its steps are taken (see `prepare`).
   * @param {Columns} columns
   * @returns {Index}
   */
  function decode(columns) {
    const { count } = columns;
    const names = (/** @type {NamesColumn} */ column) => namesOf(column, count);
    const venues = names(columns.venues);
    const sections = names(columns.sections);
    const highlighted = new Set(columns.highlights);
    // A venue's place in its column is the number of its series.
    const series = namesOf(columns.series, venues.values.length);
    const entries = Array.from({ length: count }, (_, entry) => entry);
    /** @type {Index} */
    const index = {
      count,
      titles: lines(columns.titles, count),
      keys: lines(columns.keys, count),
      dates: columns.dates,
      added: columns.added,
      citations: columns.citations,
      elided: new Set(columns.elided),
      aka: names(columns.aka),
      venues,
      facets: {
        kind: names(columns.kinds),
        year: singles(columns.dates.map((code) => (code ? isoDate(code).slice(0, 4) : ""))),
        venue: { ...series, ends: venues.ends, items: venues.items.map((venue) => series.items[venue]) },
        section: sections,
        tag: names(columns.tags),
        highlight: singles(entries.map((entry) => (highlighted.has(entry) ? 1 : 0))),
        has: names(columns.has),
        author: names(columns.authors),
      },
      pages: names(columns.pages),
      ids: new Map(lines(columns.ids.texts, columns.ids.entries.length).map((id, at) => [columns.ids.entries[at], id])),
      months: columns.months.split("\n"),
      fields: [],
      orders: { curated: entries },
      vocabulary: null,
      people: null,
      cache: new Map(),
      steps: [],
    };
    index.steps = steps(index);
    return index;
  }

  /**
   * The steps in which a field is made of texts.
   * @param {Index} index
   * @param {string[]} texts
   * @param {Names | null} names
   * @param {number} weight
   * @param {(text: string) => string} folded
   */
  function fieldSteps(index, texts, names, weight, folded = fold) {
    /** @type {string[]} */
    const done = [];
    const parts = [];
    for (let from = 0; from < texts.length; from += STEP) {
      parts.push(() => {
        for (const text of texts.slice(from, from + STEP)) done.push(` ${folded(text)} \n`);
      });
    }
    parts.push(() => {
      const starts = new Uint32Array(done.length + 1);
      done.forEach((line, at) => (starts[at + 1] = starts[at] + line.length));
      index.fields.push({ text: done.join(""), starts, names, weight });
    });
    return parts;
  }

  /**
   * @param {Index} index
   * @returns {(() => void)[]}
   */
  function steps(index) {
    const { author, tag } = index.facets;
    const by = (/** @type {number[]} */ values) => (/** @type {number} */ a, /** @type {number} */ b) => values[b] - values[a] || a - b;
    const order = (/** @type {string} */ name, /** @type {(a: number, b: number) => number} */ compare) => () => {
      index.orders[name] = [...index.orders.curated].sort(compare);
    };
    const { ends } = index.facets.highlight;
    const highlight = (/** @type {number} */ entry) => ends[entry + 1] - ends[entry];
    const newer = by(index.dates);
    return [
      ...fieldSteps(index, index.titles, null, 6, foldTitle),
      ...fieldSteps(index, author.values, author, 4),
      ...fieldSteps(index, index.aka.values, index.aka, 4, foldTitle),
      ...fieldSteps(index, index.venues.values, index.venues, 2),
      ...fieldSteps(index, tag.values, tag, 2, foldTitle),
      order("newest", newer),
      order("cited", by(index.citations)),
      order("added", by(index.added)),
      order("relevance", (a, b) => highlight(b) - highlight(a) || newer(a, b)),
      () => {
        const titles = index.fields[0];
        const folded = index.titles.map((_, entry) => titles.text.slice(titles.starts[entry] + 1, titles.starts[entry + 1]));
        order("title", (a, b) => (folded[a] < folded[b] ? -1 : folded[a] > folded[b] ? 1 : a - b))();
      },
      () => {
        index.vocabulary = finding.words.vocabulary(index.fields.map((field) => field.text));
        index.people = finding.words.vocabulary([index.fields[1].text]);
      },
    ];
  }

  /**
   * Take the next steps towards an index that is ready, for so many milliseconds; without a limit take all.
   * @param {Index} index
   * @param {number} [milliseconds]
   * @returns {boolean} whether it is ready
   */
  function prepare(index, milliseconds = Infinity) {
    const end = Date.now() + milliseconds;
    while (index.steps.length && Date.now() <= end) /** @type {() => void} */ (index.steps.shift())();
    return !index.steps.length;
  }

  /**
   * Let the curators' notes be searched, too.
   * @param {Index} index
   * @param {NotesColumn} notes
   */
  function addNotes(index, notes) {
    const ends = new Uint32Array(index.count + 1);
    for (const entry of notes.entries) ends[entry + 1]++;
    for (let entry = 0; entry < index.count; entry++) ends[entry + 1] += ends[entry];
    const texts = lines(notes.texts, notes.entries.length);
    const names = { values: texts, labels: texts, ends, items: Uint32Array.from(texts.keys()) };
    index.steps.push(...fieldSteps(index, texts, names, 0), () => {
      index.cache.clear();
      index.vocabulary = finding.words.vocabulary(index.fields.map((field) => field.text));
    });
  }

  /**
   * What a line of results shows of an entry before its card has arrived.
   * @param {Index} index
   * @param {number} number
   * @returns {Line}
   */
  function line(index, number) {
    const { kind, section, tag, has, author, highlight } = index.facets;
    const texts = (/** @type {Names} */ names) => itemsOf(names, number).map((item) => names.values[item]);
    const [year, month, day] = dateOf(index.dates[number]);
    const place = itemsOf(section, number)[0];
    return {
      number,
      key: index.keys[number],
      title: index.titles[number],
      aka: texts(index.aka),
      authors: texts(author),
      elided: index.elided.has(number),
      venue: texts(index.venues)[0] || "",
      date: isoDate(index.dates[number]),
      dateInWords: [day, index.months[month], year].filter(Boolean).join(" "),
      kind: texts(kind)[0],
      kindLabel: kind.labels[itemsOf(kind, number)[0]],
      tags: texts(tag),
      highlight: highlight.ends[number + 1] > highlight.ends[number],
      has: texts(has),
      citations: index.citations[number] ? index.citations[number] - 1 : null,
      section: section.values[place],
      sectionTitle: section.labels[place],
      url: `${texts(index.pages)[0]}#entry-${index.ids.get(number) || index.keys[number]}`,
    };
  }

  Object.assign(finding, { index: null, decode, prepare, addNotes, line, isoDate, itemsOf });
  shared.index = (columns) => void (finding.index = decode(columns));
  shared.notes = (notes) => void (finding.index && addNotes(finding.index, notes));
})();
