/* Prints all lines of results of an index, as JSON: `node lines.mjs find/index.js`. */

import { load } from "./finding.mjs";

const { finding } = load(process.argv[2]);
const { index } = finding;
console.log(JSON.stringify(Array.from({ length: index.count }, (_, number) => finding.line(index, number))));
