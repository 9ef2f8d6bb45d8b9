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
  const { fold, beginsUnspaced, endsUnspaced, nearest } = finding.words;

  /** Fields of which an entry has one value: asked for twice, they mean either. */
  const EITHER = ["kind", "year", "venue"];
  const SORTS = ["relevance", "curated", "newest", "cited", "title", "added"];
  const MARKS = ["read", "later", "note"];
  /** More than any words are worth. */
  const BEST = 20;
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
    const inside = beginsUnspaced(words);
    const open = endsUnspaced(words);
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
   * @param {number} [most]  the highest level that a name is found with
   */
  function raise(levels, { ends, items }, found, weight, most = 2) {
    for (let entry = 0; entry < levels.length; entry++) {
      for (let at = ends[entry]; at < ends[entry + 1]; at++) {
        const rank = found[items[at]];
        if (rank) levels[entry] = Math.max(levels[entry], Math.min(rank, most) + weight);
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
      // Only a title's own beginning counts as one.
      if (field.names) raise(levels, field.names, found, field.weight);
      else for (let entry = 0; entry < index.count; entry++) if (found[entry]) levels[entry] = found[entry] + field.weight;
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
    const near = corrections(index, "words", term.words, corrected);
    return union([levels, ...near.map((words) => levelsOf(index, words, false))]);
  }

  /**
   * The levels of a term that is the key of an entry.
   * @param {Index} index
   * @param {Term} term
   * @param {number} entry
   */
  function keyLevels(index, term, entry) {
    const levels = levelsOf(index, term.words, false).slice();
    levels[entry] = BEST;
    return levels;
  }

  /**
   * The words nearest to one that nothing has, which are told to the reader.
   * @param {Index} index
   * @param {"words" | "people"} which
   * @param {string} from
   * @param {Found["corrected"]} corrected
   */
  function corrections(index, which, from, corrected) {
    const name = `${which}\n${from}`;
    let near = index.near.get(name);
    if (!near) {
      finding.prepare(index);
      near = nearest(from, finding.vocabularyOf(index, which));
      if (index.near.size >= KEPT) index.near.clear();
      index.near.set(name, near);
    }
    for (const to of near) corrected.push({ from, to });
    return near;
  }

  /**
   * The better of two levels of each entry.
   * @param {Uint8Array[]} ways
   */
  function union([first, ...others]) {
    if (!others.length) return first;
    const levels = first.slice();
    for (const other of others) {
      for (let at = 0; at < levels.length; at++) if (other[at] > levels[at]) levels[at] = other[at];
    }
    return levels;
  }

  /**
   * The better of two levels, where both are there.
   * @param {Uint8Array} one
   * @param {Uint8Array} other
   */
  function both(one, other) {
    return one.map((level, at) => level && other[at] && Math.max(level, other[at]));
  }

  /**
   * Which names a value stands for: the one that is called so, and those below it (`rlhf/rewards` below `rlhf`); else
   * those that have its words.
   * @param {Names} names
   * @param {string} value
   * @returns {Uint8Array}
   */
  function named(names, value) {
    const lower = value.toLowerCase();
    const same = Uint8Array.from(names.values, (name) => (`${name.toLowerCase()}/`.startsWith(`${lower}/`) ? 1 : 0));
    if (any(same)) return same;
    const words = fold(value);
    const needle = beginsUnspaced(words) ? words : ` ${words}`;
    return Uint8Array.from(names.values, (name, at) => {
      return words && ` ${fold(name)} \n ${fold(names.labels[at])}`.includes(needle) ? 1 : 0;
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
      if (found || filter.exact || filter.negated) return found || none;
      const near = corrections(index, "people", word, corrected);
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
    const levels = new Uint8Array(dates.length);
    for (let entry = 0; entry < dates.length; entry++) if (dates[entry] >= from && dates[entry] <= to) levels[entry] = 1;
    return levels;
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
    const scores = new Uint16Array(index.count).fill(1);
    const add = (/** @type {Uint8Array} */ levels) => {
      for (let entry = 0; entry < scores.length; entry++) {
        scores[entry] = scores[entry] && levels[entry] ? scores[entry] + levels[entry] : 0;
      }
    };
    const drop = (/** @type {Uint8Array} */ levels) => {
      for (let entry = 0; entry < scores.length; entry++) if (levels[entry]) scores[entry] = 0;
    };
    const key = index.keys.indexOf(query.text.trim());
    for (const term of query.terms) (term.negated ? drop : add)(key < 0 ? termLevels(index, term, corrected) : keyLevels(index, term, key));
    // Words that stand together as they were typed are worth as much as another word.
    const typed = query.terms.filter((term) => !term.negated && !term.exact);
    if (typed.length > 1) {
      const together = levelsOf(index, typed.map((term) => term.words).join(" "), false);
      for (let entry = 0; entry < scores.length; entry++) if (scores[entry]) scores[entry] += together[entry];
    }
    /** @type {Map<string, Uint8Array[]>} */
    const either = new Map();
    for (const filter of query.filters) {
      const holds = filterLevels(index, filter, facets, corrected);
      if (filter.negated) drop(holds);
      else {
        const group = EITHER.includes(filter.field) ? filter.field : String(either.size);
        either.set(group, [...(either.get(group) || []), holds]);
      }
    }
    for (const ways of either.values()) {
      const holds = union(ways);
      for (let entry = 0; entry < scores.length; entry++) if (!holds[entry]) scores[entry] = 0;
    }
    return scores;
  }

  /**
   * The numbers of the names that are called so; capitals and width don't matter.
   * @param {Names} names
   * @param {string[]} values
   */
  function itemsNamed({ values: known }, values) {
    const same = (/** @type {string} */ name) => name.normalize("NFKC").toLowerCase();
    return values.map((value) => {
      const item = known.indexOf(value);
      return item < 0 ? known.findIndex((name) => same(name) === same(value)) : item;
    }).filter((item) => item >= 0);
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
    const wanted = new Uint8Array(names.values.length);
    for (const item of itemsNamed(names, chosen)) wanted[item] = 1;
    return having(names, wanted);
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
    // There may be thousands of authors, and sorting them all would take longer than searching.
    const least = Math.max(1, counts.length > limit ? counts.slice().sort()[counts.length - limit] : 1);
    /** @type {number[]} */
    const items = [];
    /** @type {number[]} */
    const last = [];
    counts.forEach((count, item) => count >= least && (count > least ? items : last).push(item));
    if (facet === "year") items.push(...last), items.sort((a, b) => b - a);
    else if (facet === "section" || facet === "has") items.push(...last), items.sort((a, b) => a - b);
    else items.sort((a, b) => counts[b] - counts[a] || a - b).push(...last.slice(0, limit - items.length));
    for (const item of itemsNamed(names, chosen)) if (!items.includes(item)) items.push(item);
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
    for (let step; (step = index.steps.shift()); ) step();
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

    const sort = SORTS.includes(request.sort || "") ? String(request.sort) : query.terms.length ? "relevance" : "curated";
    const order = finding.orderOf(index, sort).filter((entry) => scores[entry] && !out[entry]);
    const hits = sort === "relevance" ? bestFirst(order, scores) : order;
    return { hits, total: hits.length, counts, corrected, sort };
  }

  /**
   * Entries by their scores, the best first; equals stay in their order.
   * @param {number[]} entries
   * @param {Uint16Array} scores
   */
  function bestFirst(entries, scores) {
    /** @type {number[][]} */
    const groups = [];
    for (const entry of entries) (groups[scores[entry]] ??= []).push(entry);
    return groups.reverse().flat();
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
