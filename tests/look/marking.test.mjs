/* A reader's marks as values: read from anything, written, changed, and two of them made one. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";

const SCRIPT = new URL("../../ext/sphinx_reading_list/sphinxext/static/reading-list-marking.js", import.meta.url);
const context = createContext({ sphinxReadingList: {} });
runInContext(readFileSync(SCRIPT, "utf8"), context, { filename: "reading-list-marking.js" });
const { marking } = context.sphinxReadingList;

const THEN = "2025-01-01T00:00:00.000Z";
const NOW = "2025-02-01T00:00:00.000Z";
/** Marks in the scope that the script runs in, which has a Map of its own. */
const marks = (items) => marking.stored(JSON.stringify({ version: 1, marks: items }));
/** A value without the prototypes of that scope. */
const plain = (found) => structuredClone(typeof found.entries === "function" ? [...found] : found);
const mark = (facts) => ({ state: "", note: "", title: "", place: "", changed: "", ...facts });

test("what is written reads back the same, whatever the keys and the notes", () => {
  const items = {};
  for (const key of ["a2024b", "__proto__", "constructor", "DBLP:conf/x/Y", "🌟/../x", " "]) {
    Object.defineProperty(items, key, { value: mark({ state: "read", note: "a\n\"b\" </script> \u2028 \u202e" }), enumerable: true });
  }
  const made = marks(items);
  assert.equal(made.size, 6);
  assert.deepEqual(plain(marking.loaded(marking.written(made)).marks), plain(made));
  assert.equal(made.get("constructor").state, "read");
  assert.equal(Object.prototype.state, undefined);
});

test("storage may hold anything", () => {
  const bad = [null, "", "{", "[]", "7", "null", '"x"', '{"marks":[]}', '{"marks":7}', '{"marks":{"a":null,"b":7,"c":{},"":{"state":"read"}}}'];
  for (const text of bad) assert.equal(marking.stored(text).size, 0, text);
});

test("a file that is none is named so", () => {
  const problem = (text) => marking.loaded(text).problem;
  assert.equal(problem("[1, 2"), "is no file of marks, or it is damaged");
  for (const text of ["[]", "null", "{}", '{"version":1}', '{"marks":[]}', "7"]) assert.equal(problem(text), "is no file of marks", text);
  assert.match(problem('{"version":1,"entries":[]}'), /saved basket/);
  assert.match(problem('{"version":2,"marks":{}}'), /newer version/);
});

test("items of a file that are no marks are counted and left out", () => {
  const found = marking.loaded('\ufeff{"version":1,"marks":{"a":{"state":"read"},"b":{"state":"eaten"},"c":7,"d":{"note":" x "}}}');
  assert.equal(found.skipped, 2);
  assert.deepEqual(plain(found.marks), [["a", mark({ state: "read" })], ["d", mark({ note: "x" })]]);
});

test("times are told apart, whatever zone they were written in", () => {
  const made = marks({ a: { state: "read", changed: "2025-01-01T01:00:00+01:00" }, b: { state: "read", changed: "yesterday" } });
  assert.equal(made.get("a").changed, THEN);
  assert.equal(made.get("b").changed, "");
});

test("a mark that says nothing any more is gone, and the others stay as they are", () => {
  const before = marks({ a: { state: "read", title: "A" }, b: { note: "x" } });
  const later = marking.changed(before, "a", { state: "later", note: "  y " }, NOW);
  assert.deepEqual(plain(later.get("a")), mark({ state: "later", note: "y", title: "A", changed: NOW }));
  assert.deepEqual([...marking.changed(later, "a", { state: "", note: " " }, NOW).keys()], ["b"]);
  assert.equal(before.get("a").state, "read");
});

test("a renamed title keeps its mark", () => {
  const before = marks({ a: { state: "read", title: "An old title", note: "good" } });
  assert.deepEqual(
    plain(marking.changed(before, "a", { title: "A new title" }, NOW).get("a")),
    mark({ state: "read", note: "good", title: "A new title", changed: NOW }),
  );
});

test("of two states the newer counts, and of two notes both are kept", () => {
  const mine = marks({ a: { state: "read", note: "mine", changed: NOW }, b: { state: "read" }, c: { note: "same" } });
  const theirs = marks({ a: { state: "later", note: "theirs", changed: THEN }, c: { note: "same" }, d: { state: "later" } });
  const found = marking.merged(mine, theirs);
  assert.deepEqual([found.added, found.changed], [1, 1]);
  assert.equal(found.marks.get("a").state, "read");
  assert.equal(found.marks.get("a").note, "mine\n\ntheirs");
  assert.deepEqual([...found.marks.keys()], ["a", "b", "c", "d"]);
});

/** A few hundred marks by chance that is the same each time. */
function* chance() {
  let seed = 7;
  const next = (most) => (seed = (seed * 48271) % 2147483647) % most;
  const some = (...values) => values[next(values.length)];
  for (let turn = 0; turn < 300; turn++) {
    const items = {};
    for (const key of ["a", "b", "c"]) {
      if (next(4)) items[key] = { state: some("", "read", "later"), note: some("", "x", "y", "x and y", "z"), changed: some("", THEN, NOW), title: some("", "T") };
    }
    yield marks(items);
  }
}

test("merging loses no mark and no note, and once more changes nothing", () => {
  const all = [...chance()];
  for (let at = 1; at < all.length; at++) {
    const [mine, theirs] = [all[at - 1], all[at]];
    const both = marking.merged(mine, theirs).marks;
    for (const side of [mine, theirs]) {
      for (const [key, one] of side) {
        assert.ok(both.get(key).note.includes(one.note));
        assert.ok(!one.state || both.get(key).state);
      }
    }
    const again = marking.merged(both, theirs);
    assert.deepEqual([again.added, again.changed], [0, 0]);
    assert.deepEqual(plain(again.marks), plain(both));
    const other = marking.merged(theirs, mine).marks;
    for (const [key, one] of both) assert.deepEqual(plain(other.get(key)), plain(one));
  }
});

test("they are counted", () => {
  assert.deepEqual(plain(marking.counts(marks({ a: { state: "read", note: "x" }, b: { state: "later" }, c: { note: "y" } }))), { read: 1, later: 1, note: 2 });
});
