// What Citoid's own reader (Wikimedia's html-metadata, which Wikipedia's citation tool uses) finds in pages: their names
// are the arguments, the answer is a JSON object by name. What a page doesn't have is null.
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { join } = require("node:path");

const modules = createRequire(join(__dirname, "../node/package.json"));
const cheerio = modules("cheerio");
const reader = modules("html-metadata");
const FORMS = ["parseHighwirePress", "parseCOinS", "parseJsonLd", "parseOpenGraph"];

async function read(file) {
  const page = cheerio.load(readFileSync(file, "utf8"));
  const found = {};
  for (const form of FORMS) {
    found[form.slice("parse".length)] = await reader[form](page).catch(() => null);
  }
  return found;
}

async function main(files) {
  const answers = {};
  for (const file of files) answers[file] = await read(file);
  console.log(JSON.stringify(answers));
}

main(process.argv.slice(2));
