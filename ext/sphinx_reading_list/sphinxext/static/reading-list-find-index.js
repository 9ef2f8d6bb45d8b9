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
 *   citations: number[], years: NamesColumn, highlights: NamesColumn, elided: number[], aka: NamesColumn, authors: NamesColumn,
 *   venues: NamesColumn, series: NamesColumn, kinds: NamesColumn, plurals: string, tags: NamesColumn,
 *   sections: NamesColumn, pages: NamesColumn, ids: SparseColumn, has: NamesColumn, months: string }} Columns
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
 * @property {string[]} kindLabels  how an entry of each kind is called; the facet has the plurals
 * @property {Map<string, number>} words  those of all fields, counted
 * @property {Map<string, number>} people  those of authors
 * @property {{ words: Vocabulary | null, people: Vocabulary | null }} vocabularies
 * @property {Map<string, Uint8Array>} cache  what was found of words
 * @property {Map<string, string[]>} near  the words nearest to some that nothing has
 * @property {(() => void)[]} steps  without which nothing can be searched
 * @property {(() => void)[]} later  without which some searches take longer
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
 * @property {(index: Index, notes: NamesColumn) => void} addNotes
 * @property {(index: Index, sort: string) => number[]} orderOf
 * @property {(index: Index, which: "words" | "people") => Vocabulary} vocabularyOf
 * @property {(index: Index, number: number) => Line} line
 * @property {(code: number) => string} isoDate
 * @property {(names: Names, entry: number) => number[]} itemsOf
 * @property {(text: string) => Query} parse
 * @property {(text: string) => [number, number] | null} parseRange
 * @property {(state: FindState) => string} toParams
 * @property {(search: string) => FindState} fromParams
 * @property {(index: Index, query: Query, request?: SearchRequest) => Found} search
 *
 * @typedef {{ entries: number[], texts: string }} SparseColumn
 */

(function () {
  "use strict";

  const shared = /** @type {{ sphinxReadingList: Shared }} */ (/** @type {unknown} */ (globalThis)).sphinxReadingList;
  const finding = shared.finding;
  const { fold, foldTitle } = finding.words;

  /** The form of the index that this script reads. */
  const VERSION = 1;
  /** So many lines are folded in a step. */
  const STEP = 500;
  /** More than there are entries; with it two numbers are one, to be sorted together. */
  const MANY = 2 ** 20;
  const HIGHEST = 2 ** 32;

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
  function namesOf({ names, sizes, items, labels }, count) {
    const values = names ? names.split("\n") : [];
    const ends = new Uint32Array(count + 1);
    for (let entry = 0; entry < count; entry++) ends[entry + 1] = ends[entry] + sizes[entry];
    return { values, labels: labels ? labels.split("\n") : values, ends, items: new Uint32Array(items) };
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
    const kinds = names(columns.kinds);
    // A venue's place in its column is the number of its series.
    const series = namesOf(columns.series, venues.values.length);
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
        kind: { ...kinds, labels: lines(columns.plurals, kinds.values.length) },
        year: names(columns.years),
        venue: { ...series, ends: venues.ends, items: venues.items.map((venue) => series.items[venue]) },
        section: names(columns.sections),
        tag: names(columns.tags),
        highlight: names(columns.highlights),
        has: names(columns.has),
        author: names(columns.authors),
      },
      pages: names(columns.pages),
      ids: new Map(lines(columns.ids.texts, columns.ids.entries.length).map((id, at) => [columns.ids.entries[at], id])),
      months: columns.months.split("\n"),
      fields: [],
      orders: { curated: Array.from({ length: count }, (_, entry) => entry) },
      kindLabels: kinds.labels,
      words: new Map(),
      people: new Map(),
      vocabularies: { words: null, people: null },
      cache: new Map(),
      near: new Map(),
      steps: [],
      later: [],
    };
    const { author, tag } = index.facets;
    addField(index, index.titles, null, 6, foldTitle);
    addField(index, author.values, author, 4);
    addField(index, index.aka.values, index.aka, 4, foldTitle);
    addField(index, venues.values, venues, 2);
    addField(index, tag.values, tag, 2, foldTitle);
    for (const sort of ["relevance", "newest", "cited", "added", "title"]) index.later.push(() => void orderOf(index, sort));
    index.later.push(() => void vocabularyOf(index, "words"), () => void vocabularyOf(index, "people"));
    return index;
  }

  /**
   * Let texts be searched: fold them step by step, and later count their words.
   * @param {Index} index
   * @param {string[]} texts
   * @param {Names | null} names  whose texts they are; without, each entry has one
   * @param {number} weight
   * @param {(text: string) => string} folded
   */
  function addField(index, texts, names, weight, folded = fold) {
    const starts = new Uint32Array(texts.length + 1);
    const field = { text: "", starts, names, weight };
    for (let from = 0; from < texts.length; from += STEP) {
      const to = Math.min(from + STEP, texts.length);
      index.steps.push(() => {
        let part = "";
        for (let line = from; line < to; line++) {
          part += ` ${folded(texts[line])} \n`;
          starts[line + 1] = starts[from] + part.length;
        }
        field.text += part;
      });
      index.later.unshift(() => {
        const part = field.text.slice(starts[from], starts[to]);
        finding.words.count(index.words, part);
        if (names === index.facets.author) finding.words.count(index.people, part);
      });
    }
    index.steps.push(() => void index.fields.push(field));
  }

  /**
   * The entries by a number that each has, the highest first; equals in the curator's order.
   * @param {number} count
   * @param {(entry: number) => number} value
   */
  function highestFirst(count, value) {
    const both = Float64Array.from({ length: count }, (_, entry) => (HIGHEST - Math.min(value(entry), HIGHEST)) * MANY + entry);
    return Array.from(both.sort(), (one) => one % MANY);
  }

  /**
   * All entries in an order, the curator's for one that isn't known.
   * @param {Index} index
   * @param {string} sort
   * @returns {number[]}
   */
  function orderOf(index, sort) {
    const { count, dates, added, citations, fields, facets, orders } = index;
    const { ends } = facets.highlight;
    const made = {
      newest: () => highestFirst(count, (entry) => dates[entry]),
      cited: () => highestFirst(count, (entry) => citations[entry]),
      added: () => highestFirst(count, (entry) => added[entry]),
      // What is highlighted leads, and what is newer follows: the order of those that are found equally well.
      relevance: () => highestFirst(count, (entry) => (ends[entry + 1] - ends[entry]) * 2 ** 24 + dates[entry]),
      title: () => {
        const { text, starts } = fields[0];
        const lines = orders.curated.map((entry) => text.slice(starts[entry], starts[entry + 1]) + String(entry).padStart(7, "0"));
        return lines.sort().map((line) => Number(line.slice(-7)));
      },
    };
    const name = /** @type {keyof made} */ (sort);
    return (orders[sort] ??= made[name] ? made[name]() : orders.curated);
  }

  /**
   * The words of all fields, or of authors alone, for those that are misspelt.
   * @param {Index} index
   * @param {"words" | "people"} which
   * @returns {Vocabulary}
   */
  function vocabularyOf(index, which) {
    return (index.vocabularies[which] ??= finding.words.vocabulary(index[which]));
  }

  /**
   * Take the next steps towards an index that is ready, for so many milliseconds; without a limit take all.
   * @param {Index} index
   * @param {number} [milliseconds]
   * @returns {boolean} whether it is ready
   */
  function prepare(index, milliseconds = Infinity) {
    const end = Date.now() + milliseconds;
    for (let step; Date.now() <= end && (step = index.steps.shift() || index.later.shift()); ) step();
    return !index.steps.length && !index.later.length;
  }

  /**
   * Let the curators' notes be searched, too.
   * @param {Index} index
   * @param {NamesColumn} notes
   */
  function addNotes(index, notes) {
    const names = namesOf(notes, index.count);
    addField(index, names.values, names, 0);
    index.steps.push(() => {
      index.cache.clear();
      index.near.clear();
      index.vocabularies.words = null;
    });
    index.later.push(() => void vocabularyOf(index, "words"));
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
      kindLabel: index.kindLabels[itemsOf(kind, number)[0]],
      tags: texts(tag),
      highlight: highlight.ends[number + 1] > highlight.ends[number],
      has: texts(has),
      citations: index.citations[number] ? index.citations[number] - 1 : null,
      section: section.values[place],
      sectionTitle: section.labels[place],
      url: `${texts(index.pages)[0]}#entry-${index.ids.get(number) || index.keys[number]}`,
    };
  }

  Object.assign(finding, { index: null, decode, prepare, addNotes, line, isoDate, itemsOf, orderOf, vocabularyOf });
  shared.index = (columns) => void (finding.index = columns.version === VERSION ? decode(columns) : null);
  shared.notes = (notes) => void (finding.index && addNotes(finding.index, notes));
})();
