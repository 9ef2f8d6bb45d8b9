/* Words as they are compared in the search, and the nearest known word to one that is misspelt.

   Pure: no page, no storage. Python has no part in this: the index holds texts as they are read, and both they and
   what a reader types are folded here, by the same function. */

// @ts-check

/**
 * @typedef {object} Words
 * @property {(text: string) => string} fold
 * @property {(text: string) => string} foldTitle
 * @property {RegExp} unspaced  a character of a script that is written without spaces between its words
 * @property {(word: string, known: Vocabulary) => string[]} nearest
 * @property {(texts: string[]) => Vocabulary} vocabulary
 *
 * Words, each once, with the letters that each has (see `letters`) and how often it occurs.
 * @typedef {{ words: string[], letters: Int32Array, counts: number[] }} Vocabulary
 */

(function () {
  "use strict";

  const shared = /** @type {{ sphinxReadingList: Shared }} */ (/** @type {unknown} */ (globalThis)).sphinxReadingList;
  const finding = (shared.finding = shared.finding || /** @type {Finding} */ ({}));

  /** What Unicode doesn't take apart. */
  const ALIKE = new Map(Object.entries({ ß: "ss", ø: "o", ł: "l", đ: "d", æ: "ae", œ: "oe", ı: "i", þ: "th", ð: "d", ς: "σ" }));
  const UNLIKE_ASCII = /[ßøłđæœıþðς]/g;
  /** Accents, vowel points, variation selectors, what has no shape of its own, and apostrophes. */
  const DROPPED = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u20d0-\u20ff\ufe00-\ufe0f'’ʼ\p{Cf}]/gu;
  const BETWEEN = /[^\p{L}\p{M}\p{N}]+/gu;
  const UNSPACED = "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}";
  const unspaced = new RegExp(`[${UNSPACED}]`, "u");
  const RUNS = new RegExp(`[${UNSPACED}\\p{M}]+`, "gu");
  const COMPOUND = /[\p{L}\p{N}]+(?:[-\u2010\u2011][\p{L}\p{N}]+)+/gu;

  /**
   * Words as they are compared: in lower case, without accents, width and ligatures, a single space between them.
   * What is written without spaces stands apart from what isn't.
   * @param {string} text
   * @returns {string}
   */
  function fold(text) {
    // Most texts are plain, and there are many.
    if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase().replace(/'/g, "").replace(/[^a-z0-9]+/g, " ").trim();
    let folded = text.normalize("NFKD").toLowerCase().replace(DROPPED, "");
    folded = folded.replace(UNLIKE_ASCII, (letter) => ALIKE.get(letter) || letter).replace(BETWEEN, " ");
    if (unspaced.test(folded)) folded = folded.replace(RUNS, (run) => (unspaced.test(run) ? ` ${run} ` : run)).replace(/ +/g, " ");
    return folded.trim();
  }

  /**
   * A title's words, and after two spaces its compounds in one word: `self play  selfplay`.
   * @param {string} title
   * @returns {string}
   */
  function foldTitle(title) {
    const compounds = /[-\u2010\u2011]/.test(title) ? title.match(COMPOUND) : null;
    if (!compounds) return fold(title);
    return [fold(title), ...compounds.map((compound) => fold(compound).replaceAll(" ", ""))].join("  ");
  }

  /**
   * Which letters a word has, a bit each; two words that differ in few places differ in few bits.
   * @param {string} word
   */
  function lettersOf(word) {
    let bits = 0;
    for (let at = 0; at < word.length; at++) bits |= 1 << word.charCodeAt(at) % 31;
    return bits;
  }

  /** @param {number} bits */
  function bitCount(bits) {
    let count = 0;
    for (; bits; bits &= bits - 1) count++;
    return count;
  }

  /**
   * The words of folded texts.
   * @param {string[]} texts
   * @returns {Vocabulary}
   */
  function vocabulary(texts) {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const text of texts) {
      for (const word of text.split(/[ \n]+/)) if (word.length > 2) counts.set(word, (counts.get(word) || 0) + 1);
    }
    const words = [...counts.keys()];
    return { words, letters: Int32Array.from(words, lettersOf), counts: [...counts.values()] };
  }

  /**
   * How many letters have to be changed, added, left out or swapped with their neighbours to make one word of another
   * (optimal string alignment); `most + 1` where more than `most`. A half more than that for the beginning of a word.
   * @param {string} from
   * @param {string} to
   * @param {number} most
   */
  function distance(from, to, most) {
    /** @type {number[]} */
    let before = [];
    let row = Array.from({ length: to.length + 1 }, (_, at) => at);
    for (let i = 1; i <= from.length; i++) {
      const next = [i];
      let least = i;
      for (let j = 1; j <= to.length; j++) {
        const same = from[i - 1] === to[j - 1];
        let cost = Math.min(row[j - 1] + (same ? 0 : 1), row[j] + 1, next[j - 1] + 1);
        if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
        next.push(cost);
        least = Math.min(least, cost);
      }
      if (least > most) return most + 1;
      before = row;
      row = next;
    }
    return Math.min(row[to.length], Math.min(...row) + 0.5);
  }

  /**
   * The nearest words to one that isn't known: one letter off from four letters on, two from eight on. At most three,
   * all as near as the first, those with the same first letter and the most frequent before others.
   * @param {string} word
   * @param {Vocabulary} known
   * @returns {string[]}
   */
  function nearest(word, known) {
    const most = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
    const letters = lettersOf(word);
    let least = most;
    /** @type {number[]} */
    let found = [];
    for (let at = 0; most && at < known.words.length; at++) {
      const other = known.words[at];
      if (other.length < word.length - most || bitCount(letters & ~known.letters[at]) > most) continue;
      const off = distance(word, other, most);
      if (off > least) continue;
      if (off < least) found = [];
      least = off;
      found.push(at);
    }
    const rank = (/** @type {number} */ at) => (known.words[at][0] === word[0] ? 1e9 : 0) + known.counts[at];
    found.sort((a, b) => rank(b) - rank(a) || (known.words[a] < known.words[b] ? -1 : 1));
    return found.slice(0, 3).map((at) => known.words[at]);
  }

  finding.words = { fold, foldTitle, unspaced, nearest, vocabulary };
})();
