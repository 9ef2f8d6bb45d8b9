/* The search's logic in Node.js, as a page has it: classic scripts, one after the other, in a scope of their own. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";

const STATIC = process.env.STATIC || new URL("../../ext/sphinx_reading_list/sphinxext/static", import.meta.url).pathname;
const SCRIPTS = ["words", "index", "query", "search"].map((name) => join(STATIC, `reading-list-find-${name}.js`));

/** A fresh `sphinxReadingList` with the search's logic; `files` are scripts to run after it (`find/index.js`). */
export function load(...files) {
  // A scope of its own has the language and nothing else: no document, no window, no storage.
  const context = createContext({ sphinxReadingList: {}, URLSearchParams });
  for (const file of [...SCRIPTS, ...files]) runInContext(readFileSync(file, "utf8"), context, { filename: file });
  return context.sphinxReadingList;
}

/** A value without the prototypes of the scope that it was made in, which `deepEqual` would tell apart. */
export function plain(value) {
  return structuredClone(value);
}

/** A column of names, as `finding/columns.py` makes it. */
function names(ofEntries, known = [...new Set(ofEntries.flat())].sort()) {
  const used = known.filter((name) => ofEntries.some((names) => names.includes(name)));
  return { names: used.join("\n"), sizes: ofEntries.map((names) => names.length), items: ofEntries.flat().map((name) => used.indexOf(name)) };
}

/** A date as a number, as `finding/columns.py` has it. */
export function code(iso) {
  const [year, month = 0, day = 0] = (iso || "").split("-").map(Number);
  return (year * 13 + month) * 32 + day;
}

/**
 * An index of entries like `{ title, authors, aka, venue, date, kind, tags, section, highlight, has, citations, added, note }`,
 * all but the title as needed.
 */
export function indexOf(finding, entries) {
  const each = (take) => entries.map(take);
  const venues = names(each((entry) => (entry.venue ? [entry.venue] : [])));
  const columns = {
    version: 1,
    count: entries.length,
    titles: each((entry) => entry.title).join("\n"),
    keys: each((entry, number) => entry.key || `key${number}`).join("\n"),
    ids: { entries: [], texts: "" },
    pages: names(each(() => ["list/all.html"])),
    dates: each((entry) => code(entry.date)),
    added: each((entry) => code(entry.added)),
    citations: each((entry) => (entry.citations === undefined ? 0 : entry.citations + 1)),
    years: names(each((entry) => (entry.date ? [entry.date.slice(0, 4)] : []))),
    highlights: names(each((entry) => (entry.highlight ? ["1"] : []))),
    elided: [],
    aka: names(each((entry) => entry.aka || [])),
    authors: names(each((entry) => entry.authors || [])),
    venues,
    series: names(venues.names ? venues.names.split("\n").map((venue) => [venue.replace(/ \d{4}$/, "")]) : []),
    kinds: { ...names(each((entry) => [entry.kind || "paper"])), labels: "" },
    plurals: "",
    tags: names(each((entry) => entry.tags || [])),
    sections: names(each((entry) => entry.sections || ["all"])),
    has: names(each((entry) => entry.has || []), ["code", "data", "model", "video"]),
    months: "\nJanuary\nFebruary\nMarch\nApril\nMay\nJune\nJuly\nAugust\nSeptember\nOctober\nNovember\nDecember",
  };
  const kinds = columns.kinds.names.split("\n").filter(Boolean);
  columns.kinds.labels = kinds.map((kind) => kind[0].toUpperCase() + kind.slice(1)).join("\n");
  columns.plurals = kinds.map((kind) => `${kind[0].toUpperCase()}${kind.slice(1)}s`).join("\n");
  const index = finding.decode(columns);
  const notes = names(each((entry) => (entry.note ? [entry.note] : [])));
  if (notes.names) finding.addNotes(index, notes);
  return index;
}

/** Numbers that look random and are the same each time (mulberry32, Tommy Ettinger's, public domain). */
export function randomly(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit) => Math.floor(next() * limit);
  return { below, one: (values) => values[below(values.length)], some: (values, most) => Array.from({ length: below(most + 1) }, () => values[below(values.length)]) };
}
