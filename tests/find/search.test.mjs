/* What is found, in which order, and how many more each choice would leave: on a small list, as a reader would search. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { indexOf, load, plain } from "./finding.mjs";

const { finding } = load();
const LIST = [
  { title: "Self-Play Preference Optimization", authors: ["Yue Wu", "Zhiqing Sun"], venue: "ICLR 2025", date: "2024-05", tags: ["RLHF"], highlight: true, citations: 76, added: "2025-03-01", has: ["code"] },
  { title: "Reward Models: A Survey", authors: ["Ana García"], venue: "TMLR 2024", date: "2023", tags: ["reward models"], citations: 5, added: "2025-01-01" },
  { title: "Learning a Reward for Robots", authors: ["Ana García", "Wei Wang"], venue: "ICLR 2023", date: "2022-11", has: ["code", "video"], citations: 0 },
  { title: "verl", kind: "repository", authors: [], date: "2024-09-30", tags: ["RLHF", "C++"], has: ["code"], added: "2025-02-01", note: "A fast trainer with a reward manager" },
  { title: "The rewards of teaching", kind: "video", has: ["video"], sections: ["talks", "all"] },
  { title: "基于GPT-4的强化学习综述", authors: ["王伟"], date: "2024-06", tags: ["RLHF"], aka: ["A Survey of RL with GPT-4"] },
  { title: "Über Größe", authors: ["Jürgen Groß"], kind: "article", date: "2020-01", highlight: true },
];
const index = indexOf(finding, LIST);
const find = (text, request) => plain(finding.search(index, finding.parse(text), request));
const hits = (text, request) => find(text, { sort: "curated", ...request }).hits;

const FOUND = {
  "": [0, 1, 2, 3, 4, 5, 6],
  preference: [0],
  pref: [0], // the beginning of a word
  ference: [], // and not its middle
  "PREFERENCE Self": [0],
  "self-play": [0],
  selfplay: [0],
  "self play": [0],
  "play self": [0],
  "wu yue": [0],
  "garcia reward": [1, 2],
  iclr: [0, 2],
  "iclr 2025": [0],
  rlhf: [0, 3, 5],
  trainer: [3], // in a note
  "gpt-4": [5],
  gpt4: [5],
  强化学习: [5],
  学习: [5],
  "gpt 学习": [5],
  王: [5],
  "über": [6],
  uber: [6],
  grosse: [6],
  Gross: [6],
  "ｒｅｗａｒｄ": [1, 2, 3, 4],
  '"reward"': [1, 2, 3], // whole words
  '"reward models"': [1],
  '"models reward"': [],
  '"reward mod': [1], // still being typed
  "reward -survey": [2, 3, 4],
  'reward -"reward models"': [2, 3, 4],
  "-reward -kind:article": [0, 5],
  surveys: [1, 5], // a plural
  preferences: [0],
  optimizations: [0],
  self: [0],
  rls: [], // too short to be one
  "author:garcia": [1, 2],
  "author:garcia author:wang": [2],
  "author:\"Wang, Wei\"": [2],
  "author:\"wei garcia\"": [], // of one and the same
  "author:王": [5],
  "author:🌟": [],
  "-author:garcia rewards": [3, 4],
  "year:2024": [0, 3, 5],
  "year:2022..2023": [1, 2],
  "year:2022 year:2020": [2, 6], // either
  "year:..2022": [2, 6],
  "year:2024-06..": [3, 5],
  "-year:2020..": [4], // undated
  "venue:iclr": [0, 2],
  "venue:iclr venue:tmlr": [0, 1, 2],
  "kind:repository": [3],
  "kind:videos": [4],
  "kind:rep": [3],
  "tag:rlhf": [0, 3, 5],
  "tag:reward": [1],
  "tag:c++": [3],
  "tag:rlhf tag:c++": [3], // both
  "section:talks": [4],
  "section:tal": [4],
  "has:code": [0, 2, 3],
  "has:code has:video": [2],
  "has:VIDEO": [2, 4],
  "is:highlight": [0, 6],
  "-is:highlight year:2024": [3, 5],
  "is:read": [],
  "🌟": [0, 1, 2, 3, 4, 5, 6],
};

for (const [text, numbers] of Object.entries(FOUND)) {
  test(`finds ${JSON.stringify(text)}`, () => assert.deepEqual(hits(text), numbers));
}

test("a whole key finds its work, before what has its words", () => {
  assert.deepEqual(hits(" key3 "), [3]);
  assert.deepEqual(find("key9").hits, []);
  const keyed = indexOf(finding, [{ title: "Two: a verl" }, { title: "One", key: "two-verl" }, { title: "Two verl" }]);
  assert.deepEqual(plain(finding.search(keyed, finding.parse("two-verl"))).hits, [1, 2]);
  assert.deepEqual(plain(finding.search(keyed, finding.parse("-two-verl"))).hits, [0, 1]);
});

test("words that nothing has are corrected, and the reader is told", () => {
  assert.deepEqual(find("rewrad modles").corrected, [{ from: "rewrad", to: "reward" }, { from: "modles", to: "models" }]);
  assert.deepEqual(hits("rewrad modles"), [1]);
  assert.deepEqual(hits("author:gracia"), [1, 2]);
  assert.deepEqual(find("author:gracia").corrected, [{ from: "gracia", to: "garcia" }]);
  assert.deepEqual(hits("optmization-pref"), [0]);
});

test("what is quoted, negated, known or short is not corrected", () => {
  for (const text of ['"rewrad"', "-rewrad", "reward", "xyz", "author:\"gracia\""]) assert.deepEqual(find(text).corrected, [], text);
  assert.equal(find("-rewrad").total, LIST.length);
});

test("titles that begin with the words lead, then words of titles, people, venues and tags, notes", () => {
  assert.deepEqual(find("reward").hits, [1, 2, 4, 3]);
  const ranked = indexOf(finding, ["note", "tag", "venue", "author", "aka", "inside", "start", "whole"].map((place) => ({
    title: { inside: "On rewarding", start: "Rewarding", whole: "Reward" }[place] || "Other",
    aka: place === "aka" ? ["Rewarding"] : [],
    authors: place === "author" ? ["Rewarding"] : [],
    venue: place === "venue" ? "Rewarding" : "",
    tags: place === "tag" ? ["rewarding"] : [],
    note: place === "note" ? "rewarding" : "",
  })));
  // Author and other title, venue and tag are worth the same, and stay in the curator's order.
  assert.deepEqual(plain(finding.search(ranked, finding.parse("reward")).hits), [7, 6, 5, 3, 4, 1, 2, 0]);
});

test("among those that are found equally well, what is highlighted leads, then what is newer, then the curator's order", () => {
  const equal = indexOf(finding, [
    { title: "reward" }, { title: "reward", date: "2020" }, { title: "reward", date: "2024-02" }, { title: "reward", date: "2024" },
    { title: "reward", date: "2019", highlight: true }, { title: "reward", date: "2024-02" }, { title: "reward" },
  ]);
  assert.deepEqual(plain(finding.search(equal, finding.parse("reward")).hits), [4, 2, 5, 3, 1, 0, 6]);
});

test("words that stand together as they were typed lead", () => {
  const both = indexOf(finding, [
    { title: "A model of reward", date: "2025" }, { title: "A reward model", date: "2020" }, { title: "Model", tags: ["reward"], date: "2024" },
  ]);
  assert.deepEqual(plain(finding.search(both, finding.parse("reward model")).hits), [1, 0, 2]);
});

test("orders", () => {
  const order = (sort) => find("", { sort }).hits;
  assert.deepEqual(order("curated"), [0, 1, 2, 3, 4, 5, 6]);
  assert.deepEqual(order("newest"), [3, 5, 0, 1, 2, 6, 4]);
  assert.deepEqual(order("cited"), [0, 1, 2, 3, 4, 5, 6]);
  assert.deepEqual(order("added"), [0, 3, 1, 2, 4, 5, 6]);
  assert.deepEqual(order("title"), [2, 1, 0, 4, 6, 3, 5]);
});

test("numbers larger than any true one break no order", () => {
  const cited = indexOf(finding, [{ title: "a", citations: 3 }, { title: "b", citations: 2 ** 50 }, { title: "c", citations: 2 ** 32 - 2 }]);
  assert.deepEqual(plain(finding.search(cited, finding.parse(""), { sort: "cited" })).hits, [1, 2, 0]);
});

test("without words the curator's order is kept; with words the best lead; an order that isn't known is none", () => {
  assert.equal(find("").sort, "curated");
  assert.equal(find("kind:paper").sort, "curated");
  assert.equal(find("reward").sort, "relevance");
  assert.equal(find("reward", { sort: "newest" }).sort, "newest");
  assert.equal(find("reward", { sort: "__proto__" }).sort, "relevance");
  assert.equal(find("", { sort: "constructor" }).sort, "curated");
});

const counts = (text, request, facet) => Object.fromEntries(find(text, request).counts[facet].map(([value, , count]) => [value, count]));

test("every facet counts what is found", () => {
  const found = find("").counts;
  assert.deepEqual(found.kind, [["paper", "Papers", 4], ["article", "Articles", 1], ["repository", "Repositorys", 1], ["video", "Videos", 1]]);
  assert.deepEqual(found.year, [["2024", "2024", 3], ["2023", "2023", 1], ["2022", "2022", 1], ["2020", "2020", 1]]);
  assert.deepEqual(found.venue, [["ICLR", "ICLR", 2], ["TMLR", "TMLR", 1]]);
  assert.deepEqual(found.section, [["all", "all", 7], ["talks", "talks", 1]]);
  assert.deepEqual(found.tag, [["RLHF", "RLHF", 3], ["C++", "C++", 1], ["reward models", "reward models", 1]]);
  assert.deepEqual(found.highlight, [["1", "1", 2]]);
  assert.deepEqual(found.has, [["code", "code", 3], ["video", "video", 2]]);
  assert.deepEqual(found.author.slice(0, 2), [["Ana García", "Ana García", 2], ["Jürgen Groß", "Jürgen Groß", 1]]);
});

test("within a facet either, between facets both; a facet counts as if nothing of it were chosen", () => {
  const request = { facets: { kind: ["paper", "repository"], has: ["code"] } };
  assert.deepEqual(hits("", request), [0, 2, 3]);
  assert.deepEqual(counts("", request, "kind"), { paper: 2, repository: 1 });
  assert.deepEqual(counts("", request, "has"), { code: 3, video: 1 });
  assert.deepEqual(counts("", request, "year"), { 2024: 2, 2022: 1 });
  assert.deepEqual(counts("reward", request, "kind"), { paper: 1, repository: 1 });
});

test("what is chosen keeps its place, even where it leaves nothing", () => {
  const request = { facets: { kind: ["video"], venue: ["ICLR"], author: ["Wei Wang"] } };
  assert.deepEqual(hits("", request), []);
  assert.equal(counts("", request, "kind").video, 0);
  assert.deepEqual(counts("", request, "venue"), { ICLR: 0 });
  assert.deepEqual(counts("", request, "author"), { "Wei Wang": 0 });
});

test("names are the same whatever their capitals and width", () => {
  assert.deepEqual(hits("", { facets: { author: ["ANA GARCÍA"] } }), [1, 2]);
  assert.deepEqual(hits("", { facets: { venue: ["ｉclr"] } }), [0, 2]);
  assert.deepEqual(hits("", { facets: { author: ["nobody"] } }), []);
  assert.deepEqual(hits("", { facets: { tag: ["C"] } }), []);
});

test("sections stay in the order of the site, and what there is in ours", () => {
  const few = indexOf(finding, [{ title: "a", sections: ["a"], has: ["code"] }, { title: "b", sections: ["b"], has: ["video"] }, { title: "c", sections: ["b"], has: ["video"] }]);
  const { counts } = plain(finding.search(few, finding.parse("")));
  assert.deepEqual([counts.section.map(([name]) => name), counts.has.map(([name]) => name)], [["a", "b"], ["code", "video"]]);
});

test("a compound finds what is written in one word", () => {
  const tuned = indexOf(finding, [{ title: "Finetuning" }, { title: "Fine-Tuning" }, { title: "Fine tuning" }]);
  assert.deepEqual(plain(finding.search(tuned, finding.parse("fine-tuning"))).hits, [0, 1, 2]);
});

test("spans of years can be chosen, as pictures do", () => {
  const request = { facets: { year: ["2022..2023", "2020"] } };
  assert.deepEqual(hits("", request), [1, 2, 6]);
  assert.deepEqual(find("", request).counts.year[0], ["2022..2023", "2022–2023", 2]);
  assert.deepEqual(hits("", { facets: { year: ["soon"] } }), []);
  assert.deepEqual(hits("", { facets: { year: ["2024-06.."] } }), [3, 5]);
  const { year } = find("rlhf", { facets: { year: ["2024-06..2024-12"], kind: ["paper"] } }).counts;
  assert.deepEqual(year, [["2024-06..2024-12", "2024-06–2024-12", 1], ["2024", "2024", 2]]);
});

test("facets that aren't known change nothing", () => {
  assert.equal(find("", { facets: { colour: ["red"], toString: ["x"] } }).total, LIST.length);
});

test("the most frequent values are counted, up to a limit, and what is chosen", () => {
  const many = indexOf(finding, Array.from({ length: 60 }, (_, number) => ({ title: `t${number}`, authors: [`A${number % 20}`, `B${number}`] })));
  const found = plain(finding.search(many, finding.parse(""), { limit: 25, facets: { author: ["B59"] } })).counts.author;
  assert.deepEqual(found.slice(0, 2), [["A0", "A0", 3], ["A1", "A1", 3]]);
  assert.deepEqual(found.slice(20, 22), [["B0", "B0", 1], ["B1", "B1", 1]]);
  assert.equal(found.length, 26);
  assert.deepEqual(found[25], ["B59", "B59", 1]);
});

test("a reader's own marks", () => {
  const known = { key0: { state: "read", note: "" }, key1: { state: "later", note: "for the talk" } };
  const marks = { of: (key) => known[key] || { state: "", note: "" } };
  assert.deepEqual(hits("is:read", { marks }), [0]);
  assert.deepEqual(hits("is:toread", { marks }), [1]);
  assert.deepEqual(hits("is:noted", { marks }), [1]);
  assert.deepEqual(hits("-is:read year:2024", { marks }), [3, 5]);
  assert.deepEqual(hits("", { marks, facets: { mark: ["read", "note"] } }), [0, 1]);
  assert.deepEqual(find("", { marks }).counts.mark, [["read", "Read", 1], ["later", "To read", 1], ["note", "With a note", 1]]);
  assert.equal(find("").counts.mark, undefined);
  assert.deepEqual(hits("-is:read"), [0, 1, 2, 3, 4, 5, 6]);
});

test("a line of results has all that it shows", () => {
  assert.deepEqual(plain(finding.line(index, 0)), {
    number: 0, key: "key0", title: "Self-Play Preference Optimization", aka: [], authors: ["Yue Wu", "Zhiqing Sun"], elided: false,
    venue: "ICLR 2025", date: "2024-05", dateInWords: "May 2024", kind: "paper", kindLabel: "Paper", tags: ["RLHF"], highlight: true,
    has: ["code"], citations: 76, section: "all", sectionTitle: "all", url: "list/all.html#entry-key0",
  });
  const { date, dateInWords, citations, venue } = finding.line(index, 3);
  assert.deepEqual([date, dateInWords, citations, venue], ["2024-09-30", "30 September 2024", null, ""]);
  assert.deepEqual([finding.line(index, 1).dateInWords, finding.line(index, 4).dateInWords, finding.line(index, 2).citations], ["2023", "", 0]);
});

test("an empty list, and one without dates", () => {
  const none = indexOf(finding, []);
  assert.equal(finding.prepare(none), true);
  for (const text of ["", "reward", "author:x year:2024", "-x"]) {
    const found = plain(finding.search(none, finding.parse(text), { facets: { year: ["2024"] } }));
    assert.deepEqual([found.hits, found.total, found.counts.kind, found.corrected], [[], 0, [], []]);
  }
  const undated = indexOf(finding, [{ title: "b" }, { title: "a" }]);
  for (const sort of ["newest", "cited", "added", "curated"]) assert.deepEqual(plain(finding.search(undated, finding.parse(""), { sort }).hits), [0, 1]);
  assert.deepEqual(plain(finding.search(undated, finding.parse(""), {}).counts.year), []);
});

test("an index of another form is left alone", () => {
  const shared = load();
  shared.index({ version: 99 });
  assert.equal(shared.finding.index, null);
  shared.notes({ names: "", sizes: [], items: [] });
});

test("steps can be taken one by one, and searching between them is no different", () => {
  const slow = indexOf(finding, LIST);
  let rounds = 0;
  while (!finding.prepare(slow, -1)) {
    assert.ok(slow.steps.length || slow.later.length);
    (slow.steps.shift() || slow.later.shift())();
    rounds++;
  }
  assert.ok(rounds > 10);
  const early = indexOf(finding, LIST);
  early.steps.shift()();
  for (const text of Object.keys(FOUND)) {
    assert.deepEqual(plain(finding.search(early, finding.parse(text))), plain(finding.search(slow, finding.parse(text))), text);
  }
});

test("notes may come later, and are found and corrected from then on", () => {
  const later = indexOf(finding, [{ title: "One" }, { title: "Two" }]);
  const search = (text) => plain(finding.search(later, finding.parse(text)));
  assert.deepEqual([search("gradient").total, search("gradeint").total], [0, 0]);
  finding.addNotes(later, { names: "On policy gradients", sizes: [0, 1], items: [0] });
  assert.deepEqual([search("gradient").hits, search("gradeint").hits, search("two").hits], [[1], [1], [1]]);
  assert.deepEqual([search("gradient").corrected, search("gradeint").corrected], [[], [{ from: "gradeint", to: "gradients" }]]);
});
