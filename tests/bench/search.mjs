/* What a search costs in Node.js, in CPU time: `node search.mjs find/index.js` prints milliseconds by question as JSON.

   Chromium runs the same engine; what it needs to show results isn't in here. */

import { load } from "../find/finding.mjs";

const ROUNDS = 15;
const QUESTIONS = {
  "a letter": [["a"], ["r"], ["s"]],
  "a word": [["reason"], ["robust"], ["wang"]],
  "several words": [["reasoning model"], ["wei wang"], ["robust transfer network"]],
  "misspelt words": [["raesoning"], ["trasnfer netwrok"], ["author:wagn"]],
  "conditions": [["year:2020..2024 has:code kind:paper"], ["author:wang -is:highlight"], ["venue:iclr tag:reasoning"]],
  "facets chosen": [["", { kind: ["paper", "video"], year: ["2023", "2024"] }], ["model", { venue: ["ICLR", "NeurIPS"], has: ["code"] }]],
};

function milliseconds(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function median(values) {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

const times = {};
let shared;
times.loading = milliseconds(() => (shared = load(process.argv[2])));
const { finding } = shared;
const { index } = finding;
const steps = [];
for (let step; (step = index.steps.shift() || index.later.shift()); ) steps.push(milliseconds(step));
times.preparing = steps.reduce((sum, step) => sum + step, 0);
times["longest step"] = Math.max(...steps);
for (const [name, questions] of Object.entries(QUESTIONS)) {
  const found = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const [text, facets = {}] of questions) {
      // What was found for the same words before isn't at hand, as if each letter were the first.
      index.cache.clear();
      index.near.clear();
      found.push(milliseconds(() => finding.search(index, finding.parse(text), { facets })));
    }
  }
  times[name] = median(found);
  times[`${name}, worst`] = found[Math.floor(found.length * 0.95)];
}
console.log(JSON.stringify(times));
