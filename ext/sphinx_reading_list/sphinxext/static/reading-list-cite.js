/* Entries in every format, from the scripts under cite/: loaded when they are asked for, and joined to files.

   Scripts, because nothing else can be read from file://. Nothing here touches the page, but for the elements that
   load a script and save a file. */

// @ts-check

/**
 * @typedef {object} Library
 * @property {(key: string) => string} fileName
 * @property {(name: string) => Format} format  the one of that name, else the first
 * @property {(key: string) => Promise<Texts>} textsOf
 * @property {(keys: string[]) => Promise<Loaded>} textsOfAll
 * @property {() => Promise<Set<string>>} allKeys
 * @property {(format: Format, texts: Texts[]) => string} joined
 * @property {(format: Format, texts: Texts[]) => string} joinedHtml
 * @property {(name: string, type: string, text: string) => void} save
 *
 * What could be loaded, in the order asked for, and the keys of what couldn't.
 * @typedef {{ texts: Texts[], missing: string[] }} Loaded
 */

(function () {
  "use strict";

  const shared = /** @type {{ sphinxReadingList: Shared }} */ (/** @type {unknown} */ (window)).sphinxReadingList;
  if (!shared || !shared.early || shared.library) return;

  const { root } = shared;
  /** How many scripts are asked for at once. */
  const AT_ONCE = 8;

  /** @type {Map<string, Promise<Texts>>} */
  const asked = new Map();

  /**
   * Run a script of the site.
   * @param {string} path  from the site's root
   * @returns {Promise<void>} when it ran; rejected where it isn't there
   */
  function run(path) {
    return new Promise((done, failed) => {
      const element = document.createElement("script");
      element.src = root + path;
      element.onload = () => done();
      element.onerror = () => failed(new Error(`${path} can't be loaded`));
      document.head.append(element);
      // It runs all the same, and leaves no trace in the page.
      element.remove();
    });
  }

  /**
   * A key as the site's files are named: as `escape_key` in the Python package has it.
   * @param {string} key
   */
  function fileName(key) {
    const reserved = ["all", "formats", "keys", "section"].includes(key);
    const characters = Array.from(key);
    // Where an ending is that of a format's files, its dot isn't plain.
    const ending = key.endsWith(".biblatex") ? characters.length - ".biblatex".length : -1;
    const name = characters.map((character, index) => {
      const first = index === 0 && (reserved || character === ".");
      const plain = /^[a-z0-9._-]$/.test(character) && !first && index !== ending;
      return plain ? character : `~${/** @type {number} */ (character.codePointAt(0)).toString(16)}~`;
    }).join("");
    return name.length <= 150 ? name : `${name.slice(0, 150)}~${digest(name)}~`;
  }

  /**
   * FNV-1a of a name in ASCII: eight hexadecimal digits.
   * @param {string} name
   */
  function digest(name) {
    let bits = 0x811c9dc5;
    for (let index = 0; index < name.length; index++) bits = Math.imul(bits ^ name.charCodeAt(index), 0x01000193);
    return (bits >>> 0).toString(16).padStart(8, "0");
  }

  /**
   * An entry in every format; rejected where it can't be loaded, and then asked for anew the next time.
   * @param {string} key
   * @returns {Promise<Texts>}
   */
  function textsOf(key) {
    let texts = asked.get(key);
    if (!texts) {
      texts = run(`cite/${encodeURIComponent(fileName(key))}.js`).then(() => {
        const found = shared.cited.get(key);
        if (!found) throw new Error(`cite/${fileName(key)}.js is of another entry`);
        return found;
      });
      texts.catch(() => asked.delete(key));
      asked.set(key, texts);
    }
    return texts;
  }

  /**
   * @param {string[]} keys
   * @returns {Promise<Loaded>}
   */
  async function textsOfAll(keys) {
    /** @type {(Texts | null)[]} */
    const found = keys.map(() => null);
    let next = 0;
    const worker = async () => {
      while (next < keys.length) {
        const index = next++;
        found[index] = await textsOf(keys[index]).catch(() => null);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    return {
      texts: /** @type {Texts[]} */ (found.filter((texts) => texts)),
      missing: keys.filter((_, index) => !found[index]),
    };
  }

  /** The keys of all entries of the list. */
  async function allKeys() {
    if (!shared.keys) await run("cite/keys.js");
    return shared.keys || new Set();
  }

  /**
   * One file of several entries: what the site's own file of them says, but for where it came from.
   * @param {Format} format
   * @param {Texts[]} texts
   */
  function joined(format, texts) {
    const parts = texts.map((one) => one[format.name]).map((one) => (typeof one === "object" ? one.text : one || ""));
    return format.before + parts.join(format.between) + format.after;
  }

  /**
   * Formatted references as HTML, a paragraph each; empty for other formats.
   * @param {Format} format
   * @param {Texts[]} texts
   */
  function joinedHtml(format, texts) {
    const parts = texts.map((one) => one[format.name]).map((one) => (typeof one === "object" ? one.html : ""));
    return format.reference ? parts.map((html) => `<p>${html}</p>`).join("\n") : "";
  }

  /**
   * Let the reader keep a text as a file.
   * @param {string} name
   * @param {string} type
   * @param {string} text
   */
  function save(name, type, text) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    link.download = name;
    link.click();
    // Not at once: some browsers read it only after the click.
    window.setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  shared.library = {
    fileName,
    format: (name) => shared.formats.find((format) => format.name === name) || shared.formats[0],
    textsOf,
    textsOfAll,
    allKeys,
    joined,
    joinedHtml,
    save,
  };
})();
