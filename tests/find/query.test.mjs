/* What a reader types, taken apart; and the state of a search in an address. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { load, plain } from "./finding.mjs";

const { finding } = load();
const parse = (text) => plain(finding.parse(text));

test("words, quoted words and words that must not be there", () => {
  const terms = parse('Reward "Language Model" -video').terms;
  assert.deepEqual(terms, [
    { words: "reward", joined: "", exact: false, negated: false },
    { words: "language model", joined: "", exact: true, negated: false },
    { words: "video", joined: "", exact: false, negated: true },
  ]);
});

test("a quotation mark that is still open begins words that may go on", () => {
  assert.deepEqual(parse('"reward mod').terms, [{ words: "reward mod", joined: "", exact: false, negated: false }]);
});

test("a compound is looked for in one word, too", () => {
  assert.deepEqual(parse("self-play").terms, [{ words: "self play", joined: "selfplay", exact: false, negated: false }]);
});
