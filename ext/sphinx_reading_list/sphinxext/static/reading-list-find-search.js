/* The search itself: which entries have what is asked for, in which order, and how many more each choice would leave.

   Every condition is an array with a number for each entry, 0 where it doesn't hold. Ten thousand entries take a few
   milliseconds so, and nothing has to be sorted: the orders are known, and hits are picked from them. */

// @ts-check

/**
 * A reader's own marks: `state` is `read`, `later` or empty.
 * @typedef {{ of: (key: string) => { state: string, note: string } }} MarksOf
 *
 * `limit` is how many values of a facet are counted at most, the most frequent first.
 * @typedef {{ facets?: Chosen, sort?: string, marks?: MarksOf | null, limit?: number }} SearchRequest
 *
 * A value of a facet, how it is called, and how many entries choosing it would show.
 * @typedef {[value: string, label: string, count: number]} Count
 *
 * @typedef {object} Found
 * @property {number[]} hits  the entries' numbers, in the order asked for
 * @property {number} total
 * @property {{ [facet: string]: Count[] }} counts
 * @property {{ from: string, to: string }[]} corrected  what was searched in place of misspelt words
 * @property {string} sort  the order that `hits` is in
 */

(function () {
  "use strict";

  const shared = /** @type {{ sphinxReadingList: Shared }} */ (/** @type {unknown} */ (globalThis)).sphinxReadingList;
  const finding = shared.finding;
  const { fold, unspaced, nearest } = finding.words;

  /** Fields of which an entry has one value: asked for twice, they mean either. */
  const EITHER = ["kind", "year", "venue"];
  const MARKS = ["read", "later", "note"];
  /** The results of so many searches for a word are kept. */
  const KEPT = 60;

  /**
   * How well each line of a field has some words: 0 not at all, 1 as the beginning of a word, 1 more for whole words,
   * 2 more at the line's own beginning. `null` where no line has them.
   * @param {Field} field
   * @param {string} words
   * @param {boolean} exact
   * @returns {Uint8Array | null}
   */
  function scan(field, words, exact) {
    const { text, starts } = field;
    const inside = unspaced.test(words.slice(0, 1));
    const open = unspaced.test(words.slice(-1));
    const needle = inside ? words : ` ${words}`;
    /** @type {Uint8Array | null} */
    let found = null;
    for (let at = text.indexOf(needle), line = 0; at >= 0; at = text.indexOf(needle, at + 1)) {
      while (starts[line + 1] <= at) line++;
      const whole = text.charCodeAt(at + needle.length) === 32;
      if (exact && !whole && !open) continue;
      const rank = 1 + (whole ? 1 : 0) + (at - (inside ? 1 : 0) === starts[line] ? 2 : 0);
      found = found || new Uint8Array(starts.length - 1);
      if (found[line] < rank) found[line] = rank;
    }
    return found;
  }

  /**
   * Raise the levels of the entries that have a name which was found.
   * @param {Uint8Array} levels
   * @param {Names} names
   * @param {Uint8Array} found  by name
   * @param {number} weight
   */
  function raise(levels, names, found, weight) {
    const { ends, items } = names;
    for (let entry = 0; entry < levels.length; entry++) {
      for (let at = ends[entry]; at < ends[entry + 1]; at++) {
        const rank = found[items[at]];
        if (rank && levels[entry] < rank + weight) levels[entry] = rank + weight;
      }
    }
  }

  /**
   * How well each entry has some words, by the field that has them best; 0 where none does.
   * @param {Index} index
   * @param {string} words
   * @param {boolean} exact
   * @returns {Uint8Array}
   */
  function levelsOf(index, words, exact) {
    const name = `${words}\n${exact}`;
    const known = index.cache.get(name);
    if (known) return known;
    const levels = new Uint8Array(index.count);
    for (const field of index.fields) {
      const found = scan(field, words, exact);
      if (!found) continue;
      if (field.names) {
        // Only a title's own beginning counts as one.
        raise(levels, field.names, found.map((rank) => (rank > 2 ? rank - 2 : rank)), field.weight);
      } else found.forEach((rank, entry) => rank && (levels[entry] = Math.max(levels[entry], rank + field.weight)));
    }
    if (index.cache.size >= KEPT) index.cache.clear();
    index.cache.set(name, levels);
    return levels;
  }

  /** @param {Uint8Array} levels */
  function any(levels) {
    return levels.some(Boolean);
  }

  /**
   * The levels of a term; where nothing at all has it, those of the words nearest to it.
   * @param {Index} index
   * @param {Term} term
   * @param {Found["corrected"]} corrected
   * @returns {Uint8Array}
   */
  function termLevels(index, term, corrected) {
    const ways = [term.words, term.joined].filter(Boolean).map((words) => levelsOf(index, words, term.exact));
    const levels = union(ways);
    if (any(levels) || term.exact || term.negated) return levels;
    const parts = term.words.split(" ");
    if (parts.length > 1) return parts.map((words) => termLevels(index, { ...term, words, joined: "" }, corrected)).reduce(both);
    const words = index.vocabulary ? nearest(term.words, index.vocabulary) : [];
    for (const to of words) corrected.push({ from: term.words, to });
    return union([levels, ...words.map((word) => levelsOf(index, word, false))]);
  }

  /** @param {Uint8Array[]} ways */
  function union(ways) {
    return ways.length < 2 ? ways[0] : ways[0].map((_, at) => Math.max(...ways.map((levels) => levels[at])));
  }

  /**
   * @param {Uint8Array} one
   * @param {Uint8Array} other
   */
  function both(one, other) {
    return one.map((level, at) => level && other[at] && Math.max(level, other[at]));
  }

  /**
   * Which names a value stands for: the one that is called so, else those that have its words.
   * @param {Names} names
   * @param {string} value
   * @returns {Uint8Array}
   */
  function named(names, value) {
    const lower = value.toLowerCase();
    const same = Uint8Array.from(names.values, (name) => (name.toLowerCase() === lower ? 1 : 0));
    if (any(same)) return same;
    const words = fold(value);
    return Uint8Array.from(names.values, (name, at) => {
      const has = ` ${fold(name)} \n ${fold(names.labels[at])}`.includes(unspaced.test(words) ? words : ` ${words}`);
      return words && has ? 1 : 0;
    });
  }

  /**
   * The names of people that have each of some words, in any order: `Wu, Yue` is Yue Wu.
   * @param {Index} index
   * @param {Filter} filter
   * @param {Found["corrected"]} corrected
   * @returns {Uint8Array}
   */
  function people(index, filter, corrected) {
    const field = index.fields[1];
    const none = new Uint8Array(field.starts.length - 1);
    const words = fold(filter.value).split(" ").filter(Boolean);
    return words.map((word) => {
      const found = scan(field, word, filter.exact);
      if (found || filter.exact || filter.negated || !index.people) return found || none;
      const near = nearest(word, index.people);
      for (const to of near) corrected.push({ from: word, to });
      return union([none, ...near.map((to) => scan(field, to, false) || none)]);
    }).reduce(both, new Uint8Array(none.length).fill(1));
  }

  /**
   * @param {Names} names
   * @param {Uint8Array} wanted  by name
   * @returns {Uint8Array}
   */
  function having(names, wanted) {
    const levels = new Uint8Array(names.ends.length - 1);
    raise(levels, names, wanted, 0);
    return levels;
  }

  /**
   * @param {number[]} dates
   * @param {[number, number]} range
   */
  function within(dates, [from, to]) {
    return Uint8Array.from(dates, (date) => (date >= from && date <= to ? 1 : 0));
  }

  /**
   * The reader's marks, as names.
   * @param {Index} index
   * @param {MarksOf} marks
   * @returns {Names}
   */
  function marksOf(index, marks) {
    const ends = new Uint32Array(index.count + 1);
    /** @type {number[]} */
    const items = [];
    index.keys.forEach((key, entry) => {
      const { state, note } = marks.of(key);
      if (state === "read") items.push(0);
      if (state === "later") items.push(1);
      if (note) items.push(2);
      ends[entry + 1] = items.length;
    });
    return { values: MARKS, labels: ["Read", "To read", "With a note"], ends, items: Uint32Array.from(items) };
  }

  /**
   * @param {Index} index
   * @param {Filter} filter
   * @param {{ [facet: string]: Names }} facets
   * @param {Found["corrected"]} corrected
   * @returns {Uint8Array}
   */
  function filterLevels(index, filter, facets, corrected) {
    if (filter.range) return within(index.dates, filter.range);
    const value = filter.value.toLowerCase();
    if (filter.field === "author") return having(facets.author, people(index, filter, corrected));
    if (filter.field !== "is") return having(facets[filter.field], named(facets[filter.field], value));
    if (value === "highlight") return having(facets.highlight, Uint8Array.of(1));
    const mark = { read: 0, toread: 1, noted: 2 }[value];
    return facets.mark ? having(facets.mark, Uint8Array.from(MARKS, (_, at) => (at === mark ? 1 : 0))) : new Uint8Array(index.count);
  }

  /**
   * How well each entry has what was typed; 0 where it lacks something.
   * @param {Index} index
   * @param {Query} query
   * @param {{ [facet: string]: Names }} facets
   * @param {Found["corrected"]} corrected
   */
  function scoresOf(index, query, facets, corrected) {
    const scores = new Float32Array(index.count).fill(1);
    const keep = (/** @type {Uint8Array} */ levels, /** @type {boolean} */ negated) =>
      levels.forEach((level, entry) => {
        if (negated ? level : !level) scores[entry] = 0;
        else if (scores[entry]) scores[entry] += negated ? 0 : level;
      });
    for (const term of query.terms) keep(termLevels(index, term, corrected), term.negated);
    // Words that stand together as they were typed are worth as much as another word.
    const typed = query.terms.filter((term) => !term.negated && !term.exact);
    if (typed.length > 1) {
      const together = levelsOf(index, typed.map((term) => term.words).join(" "), false);
      together.forEach((level, entry) => scores[entry] && (scores[entry] += level));
    }
    /** @type {Map<string, Uint8Array[]>} */
    const either = new Map();
    for (const filter of query.filters) {
      const holds = filterLevels(index, filter, facets, corrected).map((level) => (level ? 1 : 0));
      if (filter.negated) keep(holds, true);
      else if (EITHER.includes(filter.field)) either.set(filter.field, [...(either.get(filter.field) || []), holds]);
      else keep(holds, false);
    }
    for (const ways of either.values()) keep(union(ways), false);
    return scores;
  }

  /**
   * Which entries have one of the chosen values of a facet.
   * @param {Index} index
   * @param {string} facet
   * @param {Names} names
   * @param {string[]} chosen
   */
  function chosenLevels(index, facet, names, chosen) {
    const ranges = facet === "year" ? chosen.map(finding.parseRange) : [];
    if (ranges.length) return union(ranges.map((range) => (range ? within(index.dates, range) : new Uint8Array(index.count))));
    const lower = new Set(chosen.map((value) => value.toLowerCase()));
    return having(names, Uint8Array.from(names.values, (name) => (lower.has(name.toLowerCase()) ? 1 : 0)));
  }

  /**
   * The values of a facet with their numbers of entries: those that have any, and those that are chosen.
   * @param {string} facet
   * @param {Names} names
   * @param {Uint32Array} counts
   * @param {string[]} chosen
   * @param {number} limit
   * @returns {Count[]}
   */
  function counted(facet, names, counts, chosen, limit) {
    const lower = new Set(chosen.map((value) => value.toLowerCase()));
    const held = (/** @type {number} */ item) => lower.has(names.values[item].toLowerCase());
    // There may be thousands of authors, and sorting them all would take longer than searching.
    const sizes = [...new Set(counts)].sort((a, b) => b - a);
    let least = 0;
    for (let room = limit, at = 0; at < sizes.length && sizes[at] && room > 0; at++) {
      least = sizes[at];
      room -= counts.reduce((sum, count) => sum + (count === least ? 1 : 0), 0);
    }
    /** @type {number[]} */
    let items = [];
    counts.forEach((count, item) => count && count >= least && items.push(item));
    if (facet === "year") items.reverse();
    else if (facet !== "section" && facet !== "has") items.sort((a, b) => counts[b] - counts[a] || a - b);
    items = items.slice(0, limit);
    if (lower.size) names.values.forEach((_, item) => held(item) && !items.includes(item) && items.push(item));
    return items.map((item) => [names.values[item], names.labels[item], counts[item]]);
  }

  /**
   * Find the entries that a query and the chosen values of facets ask for.
   * @param {Index} index
   * @param {Query} query
   * @param {SearchRequest} [request]
   * @returns {Found}
   */
  function search(index, query, request = {}) {
    finding.prepare(index);
    /** @type {Found["corrected"]} */
    const corrected = [];
    /** @type {{ [facet: string]: Names }} */
    const facets = request.marks ? { ...index.facets, mark: marksOf(index, request.marks) } : { ...index.facets };
    const chosen = request.facets || {};
    const scores = scoresOf(index, query, facets, corrected);

    // Which choice alone keeps an entry out: 0 none, a facet's place from 1 on, 255 several.
    const names = Object.keys(facets);
    const out = new Uint8Array(index.count);
    names.forEach((facet, place) => {
      if (!chosen[facet]?.length) return;
      const levels = chosenLevels(index, facet, facets[facet], chosen[facet]);
      levels.forEach((level, entry) => {
        if (!level) out[entry] = out[entry] ? 255 : place + 1;
      });
    });

    /** @type {Found["counts"]} */
    const counts = {};
    names.forEach((facet, place) => {
      const { ends, items, values } = facets[facet];
      const sums = new Uint32Array(values.length);
      for (let entry = 0; entry < index.count; entry++) {
        if (!scores[entry] || (out[entry] && out[entry] !== place + 1)) continue;
        for (let at = ends[entry]; at < ends[entry + 1]; at++) sums[items[at]]++;
      }
      counts[facet] = counted(facet, facets[facet], sums, chosen[facet] || [], request.limit || 200);
      if (facet === "year") counts[facet].unshift(...spans(counts[facet], chosen.year || []));
    });

    const sort = request.sort && (request.sort in index.orders) ? request.sort : query.terms.length ? "relevance" : "curated";
    const hits = index.orders[sort].filter((entry) => scores[entry] && !out[entry]);
    if (sort === "relevance") hits.sort((a, b) => scores[b] - scores[a]);
    return { hits, total: hits.length, counts, corrected, sort };
  }

  /**
   * The chosen spans of years that are no single year.
   * @param {Count[]} years
   * @param {string[]} chosen
   * @returns {Count[]}
   */
  function spans(years, chosen) {
    return chosen.filter((value) => !/^\d{4}$/.test(value)).map((value) => {
      const range = finding.parseRange(value);
      const inside = years.filter(([year]) => range && Number(year) * 416 >= range[0] && Number(year) * 416 <= range[1]);
      return [value, value.replace("..", "–"), inside.reduce((sum, [, , count]) => sum + count, 0)];
    });
  }

  finding.search = search;
})();
