/* Words as they are compared in the search, and the nearest known word to one that is misspelt.

   Pure: no page, no storage. Python has no part in this: the index holds texts as they are read, and both they and
   what a reader types are folded here, by the same function. */

// @ts-check

/**
 * @typedef {object} Words
 * @property {(text: string) => string} fold
 * @property {(text: string) => string} foldTitle
 * @property {(words: string) => boolean} beginsUnspaced  whether no space stands before them in a text
 * @property {(words: string) => boolean} endsUnspaced
 * @property {(word: string, known: Vocabulary) => string[]} nearest
 * @property {(counts: Map<string, number>, text: string) => void} count
 * @property {(counts: Map<string, number>) => Vocabulary} vocabulary
 *
 * Words in the order of their letters, how many of these each shares with the word before it, and how often it occurs.
 * @typedef {{ words: string[], shared: Uint8Array, counts: Map<string, number> }} Vocabulary
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
  const first = new RegExp(`^[${UNSPACED}]`, "u");
  const last = new RegExp(`[${UNSPACED}]$`, "u");
  const RUNS = new RegExp(`[${UNSPACED}\\p{M}]+`, "gu");
  const HYPHEN = /[-\u2010\u2011]/;
  /** Longer words are no one's misspelling. */
  const LONGEST = 40;
  /** A distance that is too far in any case. */
  const FAR = 99;

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
    if (!HYPHEN.test(title)) return fold(title);
    const compounds = title.split(" ").filter((word) => HYPHEN.test(word)).map((word) => fold(word));
    return [fold(title), ...compounds.filter((words) => words.includes(" ")).map((words) => words.replaceAll(" ", ""))].join("  ");
  }

  /**
   * Count the words of a folded text.
   * @param {Map<string, number>} counts
   * @param {string} text
   */
  function count(counts, text) {
    for (const word of text.split(/[ \n]+/)) {
      if (word.length > 2 && word.length <= LONGEST) counts.set(word, (counts.get(word) || 0) + 1);
    }
  }

  /**
   * @param {Map<string, number>} counts
   * @returns {Vocabulary}
   */
  function vocabulary(counts) {
    const words = [...counts.keys()].sort();
    const shares = new Uint8Array(words.length);
    for (let at = 1; at < words.length; at++) {
      const [before, word] = [words[at - 1], words[at]];
      while (shares[at] < before.length && before[shares[at]] === word[shares[at]]) shares[at]++;
    }
    return { words, shared: shares, counts };
  }

  /**
   * The nearest words to one that isn't known: one letter changed, added, left out or swapped with its neighbour from
   * four letters on, two from eight on (optimal string alignment). Where no word is as near, the beginning of one will
   * do. At most three, all as near as the first; those with the same first letter and the most frequent lead.
   *
   * The words are taken in order, with a row of the table of distances for each letter: what a word shares with the one
   * before it needn't be worked out again, and where a beginning is already too far off, all words with it are.
   * @param {string} word
   * @param {Vocabulary} known
   * @returns {string[]}
   */
  function nearest(word, known) {
    const size = word.length;
    const most = size > LONGEST ? 0 : size >= 8 ? 2 : size >= 4 ? 1 : 0;
    let least = most + 0.5;
    /** @type {string[]} */
    let found = [];
    const letters = Array.from({ length: size }, (_, at) => word.charCodeAt(at));
    // Row `i` for a beginning of `i` letters. Cells further from the diagonal than `most` are never less, and stay far.
    const rows = Array.from({ length: LONGEST + 1 }, () => new Uint8Array(size + 1).fill(FAR));
    for (let at = 0; at <= most; at++) rows[0][at] = rows[at][0] = at;
    // For each beginning: how near the nearest beginning of it is to the whole of `word`.
    const best = new Uint8Array(LONGEST + 1).fill(FAR);
    for (let at = 0, kept = 0; most && at < known.words.length; at++) {
      kept = Math.min(kept, known.shared[at]);
      const other = known.words[at];
      let near = true;
      while (near && kept < other.length) {
        const i = kept + 1;
        const letter = other.charCodeAt(kept);
        const previous = kept && other.charCodeAt(kept - 1);
        const [row, above, before] = [rows[i], rows[kept], rows[kept && kept - 1]];
        let lowest = row[0];
        for (let j = Math.max(1, i - most), end = Math.min(size, i + most); j <= end; j++) {
          let cost = Math.min(above[j - 1] + (letter === letters[j - 1] ? 0 : 1), above[j] + 1, row[j - 1] + 1);
          if (j > 1 && kept && letter === letters[j - 2] && previous === letters[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
          row[j] = cost;
          if (cost < lowest) lowest = cost;
        }
        best[i] = Math.min(best[kept], row[size]);
        near = lowest <= most;
        kept = i;
      }
      const off = Math.min(near && kept === other.length ? rows[kept][size] : FAR, best[kept] + 0.5);
      if (off < least) found = [];
      if (off <= least) {
        least = off;
        found.push(other);
      }
      if (!near && best[kept] > most) while (known.shared[at + 1] >= kept) at++;
    }
    const rank = (/** @type {string} */ other) => (other[0] === word[0] ? 1e9 : 0) + (known.counts.get(other) || 0);
    return found.sort((a, b) => rank(b) - rank(a) || (a < b ? -1 : 1)).slice(0, 3);
  }

  const beginsUnspaced = (/** @type {string} */ words) => first.test(words);
  const endsUnspaced = (/** @type {string} */ words) => last.test(words);
  finding.words = { fold, foldTitle, beginsUnspaced, endsUnspaced, nearest, count, vocabulary };
})();
