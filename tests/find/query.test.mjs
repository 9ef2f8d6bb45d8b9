/* What a reader types, taken apart; and the state of a search in an address. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { load, plain, randomly } from "./finding.mjs";

const { finding } = load();
const parse = (text) => plain(finding.parse(text));

test("words, quoted words and words that must not be there", () => {
  const terms = parse('Reward "Language Model" -video').terms;
  assert.deepEqual(terms, [
    { words: "reward", joined: "", single: "", exact: false, negated: false },
    { words: "language model", joined: "", single: "", exact: true, negated: false },
    { words: "video", joined: "", single: "", exact: false, negated: true },
  ]);
});

test("a quotation mark that is still open begins words that may go on", () => {
  assert.deepEqual(parse('"reward mod').terms, [{ words: "reward mod", joined: "", single: "", exact: false, negated: false }]);
});

test("a compound is looked for in one word, too", () => {
  assert.deepEqual(parse("self-play").terms, [{ words: "self play", joined: "selfplay", single: "", exact: false, negated: false }]);
});

test("of a plural, the word itself is looked for, too", () => {
  const single = (text) => parse(text).terms[0].single;
  assert.deepEqual(["models", "policies", "Rewards", "loss", "gas", "rl", "s", '"models"', "self-plays", "强s"].map(single), ["model", "policy", "reward", "", "", "", "", "", "", ""]);
});

test("more words than anybody types are left alone, however they are written", () => {
  const { terms, filters, warnings } = parse(`year:2024 ${"word ".repeat(5000)}`);
  assert.deepEqual([terms.length, filters.length, warnings], [31, 1, ["Only the first 32 words and conditions were searched."]]);
  assert.deepEqual(parse("word ".repeat(32)).warnings, []);
  // Each of these would take for ever, were there two ways to read a hyphen, a quotation mark or a colon.
  for (const text of ["a\u2010".repeat(5000) + "-", '"'.repeat(20000), "a:".repeat(10000), "-".repeat(20000), "a".repeat(50000), "..".repeat(9999)]) {
    assert.ok(parse(text).terms.length <= 32);
    assert.equal(finding.parseRange(text), null);
  }
});

test("conditions on fields, with and without quotation marks", () => {
  const { filters, terms, warnings } = parse('author:"Wu, Yue" KIND:paper -has:code tag:RLHF “section:x” is:highlight');
  assert.deepEqual(filters, [
    { field: "author", value: "Wu, Yue", exact: true, negated: false, range: null },
    { field: "kind", value: "paper", exact: false, negated: false, range: null },
    { field: "has", value: "code", exact: false, negated: true, range: null },
    { field: "tag", value: "RLHF", exact: false, negated: false, range: null },
    { field: "is", value: "highlight", exact: false, negated: false, range: null },
  ]);
  assert.deepEqual(terms.map((term) => term.words), ["section x"]);
  assert.deepEqual(warnings, []);
});

test("what isn't understood is a word, and a warning says so", () => {
  const { filters, terms, warnings } = parse("year:soon has:wings is:good");
  assert.deepEqual(filters, []);
  assert.deepEqual(terms.map((term) => term.words), ["year soon", "has wings", "is good"]);
  assert.deepEqual(warnings, [
    "year:soon was searched as words; year: takes a year or a span of years, such as 2024 or 2023..2025.",
    "has:wings was searched as words; has: takes one of code, data, model, video.",
    "is:good was searched as words; is: takes one of highlight, read, toread, noted.",
  ]);
});

test("a colon makes no condition of what is none", () => {
  assert.deepEqual(parse("REINFORCE++: https://arxiv.org/abs/2405.00675 title:x").filters, []);
  assert.deepEqual(parse("REINFORCE++: title:x").terms.map((term) => term.words), ["reinforce", "title x"]);
});

test("nothing, signs alone and a condition that is still being typed ask for nothing", () => {
  for (const text of ["", "   ", "-", "- –", '"', '""', "author:", "-kind:", "🌟", "\u202e", "--", ":", "::"]) {
    assert.deepEqual(parse(text), { text, terms: [], filters: [], warnings: [] }, text);
  }
});

const day = (year, month, date) => (year * 13 + month) * 32 + date;
const RANGES = {
  2024: [day(2024, 0, 0), day(2024, 12, 31)],
  "2023..2025": [day(2023, 0, 0), day(2025, 12, 31)],
  "2025..2023": [day(2023, 0, 0), day(2025, 12, 31)],
  "2023...2025": [day(2023, 0, 0), day(2025, 12, 31)],
  "2023…2025": [day(2023, 0, 0), day(2025, 12, 31)],
  "..2020": [1, day(2020, 12, 31)],
  "2024..": [day(2024, 0, 0), Infinity],
  "2024-05": [day(2024, 5, 0), day(2024, 5, 31)],
  "2024-5..2024-08": [day(2024, 5, 0), day(2024, 8, 31)],
  "2023..2024-06": [day(2023, 0, 0), day(2024, 6, 31)],
};

for (const [text, range] of Object.entries(RANGES)) {
  test(`${text} is a span of time`, () => assert.deepEqual(plain(finding.parseRange(text)), range));
}

for (const text of ["", "..", "soon", "24", "20244", "2024-13", "2024-00", "2020..2021..2022", "2020..soon", "-2020", "2024-", "__proto__"]) {
  test(`${JSON.stringify(text)} is no span of time`, () => assert.equal(finding.parseRange(text), null));
}

const STATE = {
  q: 'reward "language model" -video año 强化',
  sort: "newest",
  facets: { kind: ["paper", "video"], year: ["2024", "2020..2022"], author: ["Ülo & Co; a=b"], tag: ["__proto__", "C++"], highlight: ["1"] },
};

test("a state comes back from its address", () => {
  assert.deepEqual(plain(finding.fromParams(finding.toParams(STATE))), STATE);
  assert.deepEqual(plain(finding.fromParams(`?${finding.toParams(STATE)}`)), STATE);
});

test("an address says no more than it has to", () => {
  assert.equal(finding.toParams({ q: " ", sort: "", facets: {} }), "");
  assert.equal(finding.toParams({ q: "reward", sort: "", facets: { kind: ["paper", "video"], year: ["2024"] } }), "q=reward&kind=paper&kind=video&year=2024");
});

test("the addresses of the pictures' bars are states", () => {
  assert.deepEqual(plain(finding.fromParams("?kind=paper&year=2020..2022")), { q: "", sort: "", facets: { kind: ["paper"], year: ["2020..2022"] } });
  assert.deepEqual(plain(finding.fromParams("?author=Yue+Wu")), { q: "", sort: "", facets: { author: ["Yue Wu"] } });
});

test("what an address says that is no part of a state is passed over", () => {
  const search = "?sort=backwards&__proto__=x&toString=y&kind=&kind=paper&kind=paper&utm_source=z&q=%E0%A4%A";
  assert.deepEqual(plain(finding.fromParams(search)).facets, { kind: ["paper"] });
  assert.equal(finding.fromParams(search).sort, "");
});

test("whatever is typed can be parsed, and put into an address and taken from it", () => {
  const random = randomly(5);
  const parts = ['"', "“", "-", ":", "..", "year:", "author:", "has:", "is:", "a", "2024", " ", " ", "强", "é", "\u202e", "\ud83c", "🌟", "\n", "\\", "&", "=", "#", "%", "+", "__proto__", "'"];
  for (let round = 0; round < 3000; round++) {
    const text = Array.from({ length: random.below(9) }, () => random.one(parts)).join("");
    const query = parse(text);
    assert.equal(query.text, text);
    for (const term of query.terms) assert.ok(term.words.trim(), text);
    const state = { q: Buffer.from(text).toString(), sort: "", facets: {} };
    if (state.q.trim()) assert.deepEqual(plain(finding.fromParams(finding.toParams(state))), state);
  }
});
