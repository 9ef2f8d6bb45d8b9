/* Whatever is in a list and whatever is asked for, the search gives what a slow and simple one gives. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { code, indexOf, load, plain, randomly } from "./finding.mjs";

const { finding } = load();
const { fold, foldTitle, beginsUnspaced } = finding.words;

const WORDS = [
  "reward", "rewards", "Rewarding", "model", "models", "self-play", "GPT-4", "RL", "RLHF", "é", "Größe", "naïve", "强化学习", "学习", "模型GPT",
  "ロボット", "한국어", "שלום", "مرحبا", "\u202eabc", "\u200b", "🌟", "🌟star", "\ud83c", "__proto__", "constructor", "toString", "<b>", "&amp;", "\\n",
  "a", "b", "the", "C++", "2024", "2024-05", "\u0301", "ﬁne", "ＲＬ", "𝕏", "%00", "x".repeat(500), "'", "don’t", "hasOwnProperty",
];
const AUTHORS = ["Yue Wu", "Wu Yue", "Wei Wang", "王伟", "__proto__", "Jürgen Groß", "\u202eEvil", "OpenAI", "a", "Ø"];
const TAGS = ["RLHF", "__proto__", "constructor", "C++", "C#", "🌟", "强化", "a/b"];
const VENUES = ["ICLR 2024", "ICLR 2025", "__proto__", "TMLR", "学习 2024"];
const DATES = ["", "2020", "2022-11", "2023", "2024-01", "2024-05", "2024-05-17", "2025-12"];
const KINDS = ["paper", "video", "repository"];
const HAS = ["code", "data", "model", "video"];
const SECTIONS = ["a", "b", "a/c", "__proto__"];

function madeUp(random) {
  const once = (values, most) => [...new Set(random.some(values, most))];
  return {
    title: random.some(WORDS, 7).join(" ").trim() || "untitled",
    authors: once(AUTHORS, 4), aka: once(WORDS, 1), venue: random.one(["", "", ...VENUES]), date: random.one(DATES),
    kind: random.one(KINDS), tags: once(TAGS, 2), sections: [random.one(SECTIONS)], highlight: random.below(4) === 0,
    has: HAS.filter(() => random.below(3) === 0), citations: random.one([undefined, 0, 3, 1e6]), added: random.one(["", "2025-01-01"]),
    note: random.one(["", "", random.some(WORDS, 3).join(" ").trim()]),
  };
}

/** Whether a folded text has some words, each at the beginning of one of its words. */
function has(text, words, exact) {
  const needle = beginsUnspaced(words) ? words : ` ${words}`;
  const open = finding.words.endsUnspaced(words);
  return ` ${text} `.includes(exact && !open ? `${needle} ` : needle);
}

function holds(entry, term) {
  const texts = [foldTitle(entry.title), ...entry.aka.map(foldTitle), ...entry.authors.map(fold), fold(entry.venue), ...entry.tags.map(foldTitle), fold(entry.note)];
  const ways = [[term.words, term.exact], [term.joined, false], [term.single, true]];
  return ways.some(([words, exact]) => words && texts.some((text) => has(text, words, exact)));
}

/** The values of a facet that an entry has. */
const VALUES = {
  kind: (entry) => [entry.kind], year: (entry) => (entry.date ? [entry.date.slice(0, 4)] : []),
  venue: (entry) => (entry.venue ? [entry.venue.replace(/ \d{4}$/, "")] : []), section: (entry) => entry.sections, tag: (entry) => entry.tags,
  highlight: (entry) => (entry.highlight ? ["1"] : []), has: (entry) => entry.has, author: (entry) => entry.authors,
};

function inRange(entry, text) {
  const range = finding.parseRange(text);
  return Boolean(range && entry.date && code(entry.date) >= range[0] && code(entry.date) <= range[1]);
}

function chosenBy(entry, facet, values) {
  return values.some((value) => (facet === "year" ? inRange(entry, value) : VALUES[facet](entry).includes(value)));
}

/** A condition, as far as it asks for a value by its name. */
function meets(entry, filter) {
  if (filter.field === "is") return filter.value === "highlight" && entry.highlight;
  if (filter.field === "author") return entry.authors.some((name) => fold(filter.value).split(" ").every((word) => has(fold(name), word, filter.exact)));
  return chosenBy(entry, filter.field, [filter.value]);
}

function slowly(entries, query, facets) {
  const alike = {};
  for (const filter of query.filters) {
    const name = !filter.negated && ["kind", "year", "venue"].includes(filter.field) ? filter.field : Symbol("own");
    (alike[name] ??= []).push(filter);
  }
  const groups = Reflect.ownKeys(alike).map((name) => alike[name]);
  const asked = (entry) =>
    query.terms.every((term) => holds(entry, term) !== term.negated) && groups.every((group) => group.some((filter) => Boolean(meets(entry, filter)) !== filter.negated));
  const chosen = (entry, but) => Object.entries(facets).every(([facet, values]) => facet === but || chosenBy(entry, facet, values));
  const found = [...entries.keys()].filter((number) => asked(entries[number]));
  const counts = {};
  for (const facet of Object.keys(VALUES)) {
    counts[facet] = new Map();
    for (const number of found) {
      if (chosen(entries[number], facet)) for (const value of VALUES[facet](entries[number])) counts[facet].set(value, (counts[facet].get(value) || 0) + 1);
    }
  }
  return { hits: found.filter((number) => chosen(entries[number])), counts };
}

/** Words that the list has, as they can be typed: whole, their beginnings, in quotation marks. */
function typed(random, entries) {
  const entry = random.one(entries);
  const word = random.one(`${entry.title} ${entry.authors.join(" ")} ${entry.tags.join(" ")} ${entry.note}`.split(" ").filter(Boolean));
  return random.one([word, word.slice(0, 1 + random.below(4)), `"${word}"`, `-${word}`]);
}

function condition(random) {
  return random.one([
    () => `kind:${random.one(KINDS)}`, () => `year:${random.one(["2024", "2020..2023", "2024-05", "..2023", "2024.."])}`, () => `has:${random.one(HAS)}`,
    () => "is:highlight", () => `author:${random.one(["wu", "wei", "王", "gro"])}`, () => 'author:"Wu, Yue"', () => `-kind:${random.one(KINDS)}`, () => "-is:highlight",
  ])();
}

test("a search gives what a slow and simple one gives", () => {
  const random = randomly(2026);
  let corrected = 0;
  let some = 0;
  for (let round = 0; round < 150; round++) {
    const entries = Array.from({ length: 1 + random.below(40) }, () => madeUp(random));
    const index = indexOf(finding, entries);
    for (let question = 0; question < 12; question++) {
      const text = [...random.some([() => typed(random, entries), () => condition(random)], 3).map((make) => make())].join(" ");
      const facets = {};
      for (const facet of random.some(Object.keys(VALUES), 2)) facets[facet] = random.some(VALUES[facet](random.one(entries)), 2).filter(Boolean);
      for (const facet of Object.keys(facets)) if (!facets[facet].length) delete facets[facet];
      if (random.below(6) === 0) facets.year = [random.one(["2020..2023", "2024", "..2022"])];
      const query = finding.parse(text);
      const found = plain(finding.search(index, query, { sort: "curated", facets }));
      if (found.corrected.length) {
        corrected++;
        continue;
      }
      const expected = slowly(entries, query, facets);
      const told = JSON.stringify({ text, facets });
      assert.deepEqual(found.hits, expected.hits, told);
      some += found.total ? 1 : 0;
      for (const facet of Object.keys(VALUES)) {
        for (const [value, , count] of found.counts[facet]) {
          if (facet !== "year" || /^\d{4}$/.test(value)) assert.equal(count, expected.counts[facet].get(value) || 0, `${told} ${facet} ${value}`);
        }
        const told_of = new Set(found.counts[facet].map(([value]) => value));
        assert.ok([...expected.counts[facet].keys()].every((value) => told_of.has(value)), `${told} ${facet}`);
      }
      for (const sort of ["newest", "cited", "title", "added", "relevance"]) {
        const ordered = plain(finding.search(index, query, { sort, facets })).hits;
        assert.deepEqual([...ordered].sort((a, b) => a - b), found.hits, `${told} ${sort}`);
        assert.deepEqual(plain(finding.search(index, query, { sort, facets })).hits, ordered, `${told} ${sort}`);
      }
    }
  }
  // The questions are of the kind that is asked.
  assert.ok(some > 400 && corrected < 600, `${some} ${corrected}`);
});

test("a title of 500 characters and a paper of 2,000 authors are found like others", () => {
  const authors = Array.from({ length: 2000 }, (_, number) => `Author Number${number}`);
  const title = `${"very ".repeat(98)}long title`;
  const index = indexOf(finding, [{ title: "Short", authors: authors.slice(0, 2) }, { title, authors }]);
  const search = (text, request) => plain(finding.search(index, finding.parse(text), request));
  assert.equal(title.length, 500);
  assert.deepEqual(search("long title").hits, [1]);
  assert.deepEqual(search("number1999").hits, [1]);
  assert.deepEqual(search('author:"Number1"').hits, [0, 1]);
  assert.equal(search("").counts.author.length, 200);
  assert.deepEqual(search("").counts.author[0], ["Author Number0", "Author Number0", 2]);
  assert.equal(finding.line(index, 1).authors.length, 2000);
});

test("names that objects have of themselves are names like others", () => {
  const names = ["__proto__", "constructor", "toString"];
  const index = indexOf(finding, names.map((name) => ({ title: name, key: name, tags: [name], authors: [name], venue: name, kind: "paper" })));
  for (const [number, name] of names.entries()) {
    for (const facet of ["tag", "author", "venue"]) {
      const found = plain(finding.search(index, finding.parse(""), { facets: { [facet]: [name] } }));
      assert.deepEqual(found.hits, [number]);
      assert.deepEqual(found.counts[facet].find(([value]) => value === name), [name, name, 1]);
    }
    assert.deepEqual(plain(finding.search(index, finding.parse(`tag:${name}`))).hits, [number]);
    assert.deepEqual(plain(finding.search(index, finding.parse(name))).hits, [number]);
  }
});
