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
  /**
   * What `is:` means: a value of a facet.
   * @type {{ [value: string]: [string, string] }}
   */
  const IS = { highlight: ["highlight", "1"], read: ["mark", "read"], toread: ["mark", "later"], noted: ["mark", "note"] };
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
   * Raise the levels of the entries that have a name which was found. Only a title's own beginning counts as one.
   * @param {Uint8Array} levels
   * @param {Names} names
   * @param {Uint8Array} found  by name
   * @param {number} weight
   */
  function raise(levels, { ends, items }, found, weight) {
    for (let entry = 0; entry < levels.length; entry++) {
      for (let at = ends[entry]; at < ends[entry + 1]; at++) {
        const rank = found[items[at]];
        if (rank) levels[entry] = Math.max(levels[entry], Math.min(rank, 2) + weight);
      }
    }
  }

  /**
   * What was worked out before for some words, or is now.
   * @template T
   * @param {Map<string, T>} known
   * @param {string} words
   * @param {() => T} made
   * @returns {T}
   */
  function kept(known, words, made) {
    let found = known.get(words);
    if (!found) {
      if (known.size >= KEPT) known.clear();
      known.set(words, (found = made()));
    }
    return found;
  }

  /**
   * How well each entry has some words, by the field that has them best; 0 where none does.
   * @param {Index} index
   * @param {string} words
   * @param {boolean} [exact]
   * @returns {Uint8Array}
   */
  function levelsOf(index, words, exact = false) {
    return kept(index.cache, `${words}\n${exact}`, () => {
      const levels = new Uint8Array(index.count);
      for (const field of index.fields) {
        const found = scan(field, words, exact);
        if (found && field.names) raise(levels, field.names, found, field.weight);
        else if (found) for (let entry = 0; entry < index.count; entry++) if (found[entry]) levels[entry] = found[entry] + field.weight;
      }
      return levels;
    });
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
    if (term.single) ways.push(levelsOf(index, term.single, true));
    const levels = union(ways);
    if (any(levels) || term.exact || term.negated) return levels;
    const parts = term.words.split(" ");
    if (parts.length > 1) return parts.map((words) => termLevels(index, { ...term, words, joined: "", single: "" }, corrected)).reduce(both);
    const near = corrections(index, "words", term.words, corrected);
    return union([levels, ...near.map((words) => levelsOf(index, words))]);
  }

  /**
   * The levels of a term that is the key of an entry.
   * @param {Index} index
   * @param {Term} term
   * @param {number} entry
   */
  function keyLevels(index, term, entry) {
    const levels = levelsOf(index, term.words).slice();
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
    const near = kept(index.near, `${which}\n${from}`, () => {
      finding.prepare(index);
      return nearest(from, finding.vocabularyOf(index, which));
    });
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
   * Which names are called as one of some values; capitals and width don't matter.
   * @param {Names} names
   * @param {string[]} values
   * @returns {Uint8Array}
   */
  function called({ values: known }, values) {
    const same = (/** @type {string} */ name) => name.normalize("NFKC").toLowerCase();
    const found = new Uint8Array(known.length);
    for (const value of values) {
      // Nearly always it is one of them, letter by letter.
      const item = known.indexOf(value);
      found[item < 0 ? known.findIndex((name) => same(name) === same(value)) : item] = 1;
    }
    return found;
  }

  /**
   * Which names a value stands for: the one that is called so, else those that have its words.
   * @param {Names} names
   * @param {string} value
   * @returns {Uint8Array}
   */
  function named(names, value) {
    const same = called(names, [value]);
    if (any(same)) return same;
    const words = fold(value);
    const needle = beginsUnspaced(words) ? words : ` ${words}`;
    return same.map((_, at) => (words && ` ${fold(names.values[at])} \n ${fold(names.labels[at])}`.includes(needle) ? 1 : 0));
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
    }).reduce(both, none.map(() => (words.length ? 1 : 0)));
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
    if (filter.field === "author") return having(facets.author, people(index, filter, corrected));
    const [facet, value] = filter.field === "is" ? IS[filter.value.toLowerCase()] : [filter.field, filter.value];
    return facets[facet] ? having(facets[facet], named(facets[facet], value)) : new Uint8Array(index.count);
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
    const keep = (/** @type {Uint8Array} */ levels, negated = false) => {
      for (let entry = 0; entry < scores.length; entry++) {
        if (negated ? levels[entry] : !levels[entry]) scores[entry] = 0;
        else if (scores[entry]) scores[entry] += levels[entry];
      }
    };
    const key = index.keys.indexOf(query.text.trim());
    for (const term of query.terms) keep(key < 0 ? termLevels(index, term, corrected) : keyLevels(index, term, key), term.negated);
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
      const group = EITHER.includes(filter.field) ? filter.field : String(either.size);
      if (filter.negated) keep(holds, true);
      else either.set(group, [...(either.get(group) || []), holds]);
    }
    for (const ways of either.values()) keep(union(ways));
    return scores;
  }

  /**
   * The values of a facet with their numbers of entries: the most frequent, and those that are chosen.
   * @param {string} facet
   * @param {Names} names
   * @param {Uint32Array} counts
   * @param {string[]} chosen
   * @param {number} limit
   * @returns {Count[]}
   */
  function counted(facet, names, counts, chosen, limit) {
    // There may be thousands of authors, and sorting them all would take longer than searching.
    const least = Math.max(counts.slice().sort()[counts.length - limit] || 0, 1);
    /** @type {number[]} */
    const items = [];
    /** @type {number[]} */
    const last = [];
    counts.forEach((count, item) => count >= least && (count > least ? items : last).push(item));
    items.sort((a, b) => counts[b] - counts[a] || a - b).push(...last.slice(0, limit - items.length));
    called(names, chosen).forEach((wanted, item) => wanted && !items.includes(item) && items.push(item));
    // Time and the order of the site and of our own tables mean more than numbers.
    if (facet === "year") items.sort((a, b) => b - a);
    if (facet === "section" || facet === "has") items.sort((a, b) => a - b);
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
    const facets = { ...index.facets, ...(request.marks ? { mark: marksOf(index, request.marks) } : {}) };
    const chosen = request.facets || {};
    const scores = scoresOf(index, query, facets, corrected);
    const spans = spansOf(index, chosen.year || []);

    // Which choice alone keeps an entry out: 0 none, a facet's place from 1 on, 255 several.
    const out = new Uint8Array(index.count);
    const names = Object.keys(facets);
    names.forEach((facet, place) => {
      if (!chosen[facet]?.length) return;
      const levels = having(facets[facet], called(facets[facet], chosen[facet]));
      union([levels, ...(facet === "year" ? spans.values() : [])]).forEach((level, entry) => {
        if (!level) out[entry] = out[entry] ? 255 : place + 1;
      });
    });

    /** @type {Found["counts"]} */
    const counts = {};
    names.forEach((facet, place) => {
      const { ends, items, values } = facets[facet];
      const open = (/** @type {number} */ entry) => scores[entry] && (!out[entry] || out[entry] === place + 1);
      const sums = new Uint32Array(values.length);
      for (let entry = 0; entry < index.count; entry++) {
        if (open(entry)) for (let at = ends[entry]; at < ends[entry + 1]; at++) sums[items[at]]++;
      }
      counts[facet] = counted(facet, facets[facet], sums, chosen[facet] || [], request.limit || 200);
      if (facet !== "year") return;
      for (const [value, levels] of spans) {
        counts.year.unshift([value, value.replace("..", "–"), levels.filter((level, entry) => level && open(entry)).length]);
      }
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
   * The entries of each span of time among the chosen years.
   * @param {Index} index
   * @param {string[]} years
   */
  function spansOf(index, years) {
    /** @type {Map<string, Uint8Array>} */
    const spans = new Map();
    for (const value of years) {
      const range = /^\d{4}$/.test(value) ? null : finding.parseRange(value);
      if (range) spans.set(value, within(index.dates, range));
    }
    return spans;
  }

  finding.search = search;
})();
