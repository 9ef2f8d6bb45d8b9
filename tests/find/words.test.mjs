/* Words as they are compared, and the nearest to one that is misspelt. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { load, plain, randomly } from "./finding.mjs";

const { fold, foldTitle, nearest, count, vocabulary } = load().finding.words;

const FOLDED = {
  "Self-Play  Preference": "self play preference",
  "Gödel, Erdős & Ångström": "godel erdos angstrom",
  "Straße, STRASSE, STRAẞE": "strasse strasse strasse",
  "Øystein Łukasz Đorđe Æsir Œuvre İstanbul ısı": "oystein lukasz dorde aesir oeuvre istanbul isi",
  "ﬁne-tuning ﬂow": "fine tuning flow",
  "ＲＬＨＦ　２０２４": "rlhf 2024",
  "𝕏 and 𝓡𝓛": "x and rl",
  "Don’t, don't, donʼt": "dont dont dont",
  "x² + y₁": "x2 y1",
  "ΟΔΟΣ οδός": "οδοσ οδοσ",
  "Ёлка йод": "елка иод",
  "e\u0301te\u0301 \u00e9t\u00e9": "ete ete",
  "שָׁלוֹם مُحَمَّد": "שלום محمد",
  "基于GPT-4的强化学习": "基于 gpt 4 的强化学习",
  "🌟 💡 ⭐️": "",
  "a\u200bb\u202ec\u2066d\ufeffe": "abcde",
  "\ud800 lone \udc00 surrogates": "lone surrogates",
  "<script>alert(1)</script>": "script alert 1 script",
  "__proto__ constructor": "proto constructor",
  "": "",
};

for (const [text, folded] of Object.entries(FOLDED)) {
  test(`folds ${JSON.stringify(text)}`, () => assert.equal(fold(text), folded));
}

test("folding twice changes nothing more", () => {
  for (const text of Object.keys(FOLDED)) assert.equal(fold(fold(text)), fold(text));
});

test("what is composed and what isn't is the same, in every script", () => {
  for (const text of ["ロボット", "한국어", "हिन्दी", "ภาษาไทย", "Việt Nam", "ﷺ"]) {
    assert.equal(fold(text.normalize("NFC")), fold(text.normalize("NFD")));
  }
});

test("a title's compounds are also one word, out of the way of its phrases", () => {
  assert.equal(foldTitle("Self-Play for Fine‑Tuning (state-of-the-art)"), "self play for fine tuning state of the art  selfplay  finetuning  stateoftheart");
  assert.equal(foldTitle("A - B -"), "a b");
});

/** How far words are apart, by the whole table: optimal string alignment as textbooks have it. */
function table(from, to) {
  const rows = Array.from({ length: from.length + 1 }, (_, i) => Array.from({ length: to.length + 1 }, (_, j) => i || j));
  for (let i = 1; i <= from.length; i++) {
    for (let j = 1; j <= to.length; j++) {
      if (i && j) rows[i][j] = Math.min(rows[i - 1][j - 1] + Number(from[i - 1] !== to[j - 1]), (i ? rows[i - 1][j] : 0) + 1, rows[i][j - 1] + 1);
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
    }
  }
  return rows;
}

function known(words) {
  const counts = new Map();
  for (const word of words) count(counts, ` ${word} `);
  return vocabulary(counts);
}

const COMMON = known("reward reward reward read reinforcement preference preferences alignment policy smith schmidt transformer transform".split(" "));
const NEAREST = {
  rewrad: ["reward"], // swapped
  rweard: ["reward"],
  refard: ["reward"],
  reeward: ["reward"],
  prefernce: ["preference"],
  prefernces: ["preferences"],
  reinforcment: ["reinforcement"],
  reinfrcment: ["reinforcement"],
  transfromer: ["transformer"],
  transfrom: ["transform"],
  algnm: ["alignment"], // still being typed
  smiht: ["smith"],
  rl: [],
  ppo: [],
  qqqqqqqqq: [],
};

for (const [word, words] of Object.entries(NEAREST)) {
  test(`nearest to ${word}`, () => assert.deepEqual(plain(nearest(word, COMMON)), words));
}

test("of several equally near those with the same first letter lead, then the most frequent; never more than three", () => {
  const words = known(["lane", "mane", "mane", "pane", "cane", "line", "line", "line"]);
  assert.deepEqual(plain(nearest("lxne", words)), ["line", "lane"]);
  assert.deepEqual(plain(nearest("xane", words)), ["mane", "cane", "lane"]);
  assert.deepEqual(plain(nearest("mime", known(["lime", "lime", "mine"]))), ["mine", "lime"]);
});

test("the nearest words are those that the whole table gives", () => {
  const random = randomly(11);
  const word = (most) => Array.from({ length: 3 + random.below(most) }, () => random.one(["a", "b", "c", "d"])).join("");
  for (let round = 0; round < 300; round++) {
    const words = known(Array.from({ length: 40 }, () => word(9)));
    const asked = word(9);
    const most = asked.length >= 8 ? 2 : asked.length >= 4 ? 1 : 0;
    const far = words.words.map((other) => {
      const rows = table(other, asked);
      return Math.min(rows[other.length][asked.length], Math.min(...rows.map((row) => row[asked.length])) + 0.5);
    });
    const least = Math.min(...far);
    const all = words.words.filter((_, at) => far[at] === least);
    const found = plain(nearest(asked, words));
    if (least > most + 0.5 || !most) assert.deepEqual(found, [], `${asked}: ${all}`);
    else {
      assert.equal(found.length, Math.min(3, all.length), `${asked}: ${found} of ${all}`);
      assert.ok(found.every((other) => all.includes(other)), `${asked}: ${found} of ${all}`);
    }
  }
});
