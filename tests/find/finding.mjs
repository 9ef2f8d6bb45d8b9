/* The search's logic in Node.js, as a page has it: classic scripts, one after the other, in a scope of their own. */

import { readFileSync } from "node:fs";
import { createContext, runInContext } from "node:vm";

const STATIC = new URL("../../ext/sphinx_reading_list/sphinxext/static/", import.meta.url);
export const SCRIPTS = ["words", "index", "query", "search"].map((name) => `reading-list-find-${name}.js`);

/** A fresh `sphinxReadingList` with the search's logic; `files` are scripts to run after it (`find/index.js`). */
export function load(...files) {
  const context = createContext({ sphinxReadingList: {}, URLSearchParams });
  for (const name of SCRIPTS) runInContext(readFileSync(new URL(name, STATIC), "utf8"), context, { filename: name });
  for (const file of files) runInContext(readFileSync(file, "utf8"), context, { filename: String(file) });
  return context.sphinxReadingList;
}

/** A value without the prototypes of the scope that it was made in, which `deepEqual` would tell apart. */
export function plain(value) {
  return structuredClone(value);
}
