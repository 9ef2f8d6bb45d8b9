/* What a reader types, taken apart; and the state of a search as an address has it.

   The language: words, "exact words", -without; author: venue: kind: tag: section: has: is: year:2023..2025. What
   isn't understood is a word, and a warning says so. */

// @ts-check

/**
 * Words to be found one after the other. `words` is folded; with `exact` the last one isn't the beginning of a longer
 * word. `joined` is another way to write them (`selfplay` for `self-play`), `single` a word of which this is the plural
 * (`policy` for `policies`); empty where there is none.
 * @typedef {{ words: string, joined: string, single: string, exact: boolean, negated: boolean }} Term
 *
 * A condition on a field. `range` is that of a year, as codes of dates.
 * @typedef {{ field: string, value: string, exact: boolean, negated: boolean, range: [number, number] | null }} Filter
 *
 * @typedef {{ text: string, terms: Term[], filters: Filter[], warnings: string[] }} Query
 *
 * The values that are chosen of each facet, by its name.
 * @typedef {{ [facet: string]: string[] }} Chosen
 *
 * `sort` is empty where the reader chose none.
 * @typedef {{ q: string, sort: string, facets: Chosen }} FindState
 */

(function () {
  "use strict";

  const shared = /** @type {{ sphinxReadingList: Shared }} */ (/** @type {unknown} */ (globalThis)).sphinxReadingList;
  const finding = shared.finding;
  const { fold } = finding.words;

  const FIELDS = ["author", "year", "venue", "kind", "tag", "section", "has", "is"];
  /** @type {{ [field: string]: string[] }} */
  const KNOWN = { has: ["code", "data", "model", "video"], is: ["highlight", "read", "toread", "noted"] };
  const FACETS = ["kind", "year", "venue", "section", "tag", "has", "author", "highlight", "mark"];
  const SORTS = ["relevance", "curated", "newest", "cited", "title", "added"];
  const COMPOUND = /^[^\s\u2010\u2011-]+(?:[-\u2010\u2011][^\s\u2010\u2011-]+)+$/;
  /** So many words and conditions are searched. */
  const MOST = 32;
  /** A sign, a field, and words in quotation marks (that may still be open) or without. */
  const TOKEN = /([-−–]?)(?:([a-z]+):)?(?:["“”„]([^"“”„]*)(["“”]?)|(\S+))/giu;

  /**
   * @param {string} text  `2024` or `2024-05`
   * @param {boolean} last  whether its end is asked for
   * @returns {number} a date's code; NaN where the text is no date
   */
  function bound(text, last) {
    const found = /^(\d{4})(?:-(\d{1,2}))?$/.exec(text);
    if (!found || Number(found[2] || 1) < 1 || Number(found[2] || 1) > 12) return NaN;
    const month = found[2] ? Number(found[2]) : last ? 12 : 0;
    return (Number(found[1]) * 13 + month) * 32 + (last ? 31 : 0);
  }

  /**
   * A span of time, its ends included: `2024`, `2023..2025`, `..2020`, `2024-05..`.
   * @param {string} text
   * @returns {[number, number] | null}  codes of dates
   */
  function parseRange(text) {
    const [from, to = from, ...more] = text.trim().split(/\.{2,3}|…/);
    const range = [from ? bound(from, false) : 1, to ? bound(to, true) : Infinity];
    if (more.length || !(from || to) || range.some(Number.isNaN)) return null;
    return range[0] <= range[1] ? [range[0], range[1]] : [bound(to, false), bound(from, true)];
  }

  /**
   * @param {string} raw
   * @param {boolean} exact
   * @param {boolean} negated
   * @returns {Term | null}  nothing where it has neither letters nor digits
   */
  function termOf(raw, exact, negated) {
    const words = fold(raw);
    if (!words) return null;
    const compound = !exact && COMPOUND.test(raw);
    const plural = !exact && /^[a-z]{2,}[^s ]s$/.test(words);
    return {
      words,
      joined: compound ? words.replaceAll(" ", "") : "",
      single: plural ? words.replace(/ies$/, "ys").slice(0, -1) : "",
      exact,
      negated,
    };
  }

  /**
   * @param {string} field
   * @param {string} value
   * @returns {string}  what is wrong, if anything
   */
  function fault(field, value) {
    if (field === "year" && !parseRange(value)) return "a year or a span of years, such as 2024 or 2023..2025";
    const known = KNOWN[field];
    return known && !known.includes(value.toLowerCase()) ? `one of ${known.join(", ")}` : "";
  }

  /**
   * Read what was typed.
   * @param {string} text
   * @returns {Query}
   */
  function parse(text) {
    /** @type {Query} */
    const query = { text, terms: [], filters: [], warnings: [] };
    for (const [whole, sign, name, quoted, closing, plain] of text.matchAll(TOKEN)) {
      const field = (name || "").toLowerCase();
      // A condition that is still being typed.
      if (plain && plain.endsWith(":") && FIELDS.includes(plain.slice(0, -1).toLowerCase())) continue;
      const value = (quoted ?? plain).trim();
      const exact = quoted !== undefined && closing !== "";
      const negated = sign !== "";
      const wrong = FIELDS.includes(field) ? fault(field, value) : "";
      if (query.terms.length + query.filters.length === MOST) {
        query.warnings.push(`Only the first ${MOST} words and conditions were searched.`);
        break;
      }
      if (wrong) query.warnings.push(`${field}:${value} was searched as words; ${field}: takes ${wrong}.`);
      if (FIELDS.includes(field) && !wrong) {
        query.filters.push({ field, value, exact, negated, range: field === "year" ? parseRange(value) : null });
      } else {
        const term = termOf(name ? whole.slice(sign.length) : value, exact, negated);
        if (term) query.terms.push(term);
      }
    }
    return query;
  }

  /**
   * A facet as addresses name it. `highlight` is Sphinx's own: it would take that out, and mark its value in the page.
   * @param {string} facet
   */
  function inAddress(facet) {
    return facet === "highlight" ? "starred" : facet;
  }

  /**
   * A search as the part of an address after the question mark; empty for one without any wishes.
   * @param {FindState} state
   * @returns {string}
   */
  function toParams(state) {
    const params = new URLSearchParams();
    if (state.q.trim()) params.set("q", state.q);
    if (state.sort) params.set("sort", state.sort);
    for (const facet of FACETS) for (const value of state.facets[facet] || []) params.append(inAddress(facet), value);
    return params.toString();
  }

  /**
   * The state that an address asks for; what is no part of it is passed over.
   * @param {string} search  with or without its question mark
   * @returns {FindState}
   */
  function fromParams(search) {
    const params = new URLSearchParams(search);
    const sort = params.get("sort") || "";
    /** @type {Chosen} */
    const facets = {};
    for (const facet of FACETS) {
      const values = [...new Set(params.getAll(inAddress(facet)))].filter(Boolean);
      if (values.length) facets[facet] = values;
    }
    return { q: params.get("q") || "", sort: SORTS.includes(sort) ? sort : "", facets };
  }

  Object.assign(finding, { parse, parseRange, toParams, fromParams });
})();
