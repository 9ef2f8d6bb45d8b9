/* The basket, opened: what is in it, in any format, to copy or to download; taken out, cleared, saved and loaded. */

// @ts-check

(function () {
  "use strict";

  const shared = /** @type {{ sphinxReadingList: Shared }} */ (/** @type {unknown} */ (window)).sphinxReadingList;
  if (!shared || !shared.basket || !shared.windows || document.getElementById("rl-dialog")) return;
  const { announce, basket, copy, library, panels, relabel, root, say, windows } = shared;

  /** The name of files that are saved from the basket, without ending. */
  const FILE = "basket";

  const HTML = `
<p class="rl-passing" hidden="">Your browser doesn’t let this site remember anything: the basket lasts until you leave the page. Save it as a file to keep it.</p>
<p class="rl-nothing">Nothing is in it. The bookmark on an entry’s card puts it in.</p>
<ol class="rl-kept" aria-label="Entries in the basket"></ol>
<div class="rl-panel">
<p class="rl-failed" hidden=""></p>
<pre class="rl-text rl-bibtex" tabindex="0" role="group"><code></code></pre>
<p class="rl-actions">
<button type="button" class="rl-button rl-copy-basket">${panels.icon("copy")}<span>Copy</span></button>
<button type="button" class="rl-button rl-download-basket">${panels.icon("download")}<span>Download</span></button>
</p>
</div>
<p class="rl-actions rl-keeping">
<button type="button" class="rl-button rl-save">${panels.icon("download")}<span>Save the basket</span></button>
<button type="button" class="rl-button rl-load">${panels.icon("upload")}<span>Load a saved one</span></button>
<button type="button" class="rl-button rl-clear">${panels.icon("trash")}<span>Clear</span></button>
<input type="file" accept="application/json,.json" hidden="" aria-label="A saved basket">
</p>`;

  /** @type {Box} */
  let box;
  /** The keys of the list; null where they couldn't be loaded, and nothing is said of entries that are gone. */
  /** @type {Set<string> | null} */
  let all = null;
  /** @type {Promise<unknown>} */
  let keysAsked = Promise.resolve();
  /** What is shown, to be copied and saved. */
  let text = "";
  let html = "";
  let turn = 0;

  /** @param {string} selector */
  function part(selector) {
    return box.part(selector);
  }

  /** @type {{ pre: HTMLElement, code: HTMLElement, reference: HTMLElement }} */
  let places;

  /** Make the dialog, the first time it is opened. */
  function make() {
    box = windows.make({ id: "rl-dialog", title: "Basket", html: HTML, actions });
    places = panels.textPlaces(box.element);
    windows.fileFrom(/** @type {HTMLInputElement} */ (part("input[type=file]")), load);
    basket.listen(() => box.element.open && draw());
  }

  basket.open = () => {
    if (!box) make();
    part(".rl-formats")?.remove();
    const group = panels.formatGroup(panels.preferred(), (format) => {
      panels.prefer(format);
      void write(true);
    });
    part(".rl-panel").prepend(group);
    keysAsked = library.allKeys().then(
      (keys) => (all = keys),
      () => undefined,
    );
    draw();
    box.show();
    void keysAsked.then(drawRows);
  };

  /** Show what is in the basket. */
  function draw() {
    const entries = basket.entries();
    const any = entries.length > 0;
    part("#rl-dialog-title").textContent = any ? `Basket: ${basket.counted(entries.length)}` : "Basket";
    part(".rl-nothing").hidden = any;
    part(".rl-passing").hidden = basket.lasts();
    for (const name of [".rl-panel", ".rl-kept", ".rl-save", ".rl-clear"]) part(name).hidden = !any;
    drawRows();
    void write(false);
  }

  function drawRows() {
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.key : undefined;
    part(".rl-kept").replaceChildren(...basket.entries().map(row));
    // A button that is drawn anew under the reader's fingers keeps the focus.
    for (const button of part(".rl-kept").querySelectorAll("button")) {
      if (focused !== undefined && button.dataset.key === focused) button.focus();
    }
  }

  /**
   * @param {Kept} entry
   */
  function row(entry) {
    const item = document.createElement("li");
    const title = document.createElement(entry.place ? "a" : "span");
    title.textContent = entry.title;
    title.dir = "auto";
    if (title instanceof HTMLAnchorElement) title.href = root + entry.place;
    item.append(title);
    if (all && !all.has(entry.key)) {
      const gone = document.createElement("em");
      gone.textContent = "not in the list any more";
      item.append(" ", gone);
    }
    const out = document.createElement("button");
    out.type = "button";
    out.className = "rl-button rl-out";
    out.dataset.key = entry.key;
    out.setAttribute("aria-label", `Take out: ${entry.title}`);
    out.textContent = "×";
    item.append(" ", out);
    return item;
  }

  /**
   * Show the entries in the chosen format, and say which are missing.
   * @param {boolean} aloud
   */
  async function write(aloud) {
    const format = panels.preferred();
    const mine = ++turn;
    if (!format) return;
    part(".rl-panel").setAttribute("aria-busy", "true");
    await keysAsked;
    const there = basket.entries().filter((entry) => !all || all.has(entry.key));
    const { texts, missing } = await library.textsOfAll(there.map((entry) => entry.key));
    // The basket, or the format, may have changed meanwhile.
    if (mine !== turn) return;
    part(".rl-panel").removeAttribute("aria-busy");
    text = texts.length ? library.joined(format, texts) : "";
    html = texts.length ? library.joinedHtml(format, texts) : "";
    places.pre.hidden = Boolean(html);
    places.reference.hidden = !html;
    places.reference.innerHTML = html;
    places.code.textContent = html ? "" : text;
    (html ? places.reference : places.pre).setAttribute("aria-label", `${format.label} of the basket`);
    relabel(part(".rl-copy-basket"), `Copy ${format.label}`);
    relabel(part(".rl-download-basket"), `Download ${format.suffix}`);
    for (const name of [".rl-copy-basket", ".rl-download-basket"]) {
      /** @type {HTMLButtonElement} */ (part(name)).disabled = !texts.length;
    }
    const titles = there.filter((entry) => missing.includes(entry.key)).map((entry) => `“${entry.title}”`);
    part(".rl-failed").hidden = !titles.length;
    part(".rl-failed").textContent = titles.length ? `Couldn’t be loaded, and is left out: ${titles.join(", ")}` : "";
    if (titles.length) announce(part(".rl-failed").textContent || "");
    else if (aloud) announce(`${format.label} is shown`);
  }

  /** @type {[string, (button: HTMLElement) => void][]} */
  const actions = [
    // To a card on this very page, too.
    [".rl-kept a", () => box.element.close()],
    [".rl-out", takeOut],
    [".rl-clear", clear],
    [".rl-copy-basket", (button) => void copyText(button)],
    [".rl-download-basket", download],
    [".rl-save", () => library.save(`${FILE}.reading-list.json`, "application/json", basket.written(basket.entries()))],
    [".rl-load", () => part("input[type=file]").click()],
  ];

  /** @param {HTMLElement} button */
  function takeOut(button) {
    const was = basket.entries();
    const index = was.findIndex((entry) => entry.key === button.dataset.key);
    if (index < 0) return;
    basket.change((entries) => entries.filter((entry) => entry.key !== button.dataset.key));
    box.tell(`“${was[index].title}” was taken out.`, () => undo(was));
    const left = box.element.querySelectorAll(".rl-out");
    const next = left[Math.min(index, left.length - 1)] || part(".rl-undo");
    if (next instanceof HTMLElement) next.focus();
  }

  function clear() {
    const was = basket.entries();
    basket.change(() => []);
    box.tell(`${was.length === 1 ? "1 entry was" : `${was.length} entries were`} taken out.`, () => undo(was));
    part(".rl-undo").focus();
  }

  /** @param {Kept[]} was  what was in the basket before */
  function undo(was) {
    basket.change((now) => [...was, ...now.filter((entry) => !was.some((one) => one.key === entry.key))]);
    box.tell("Back in the basket.");
  }

  /** @param {HTMLElement} button */
  async function copyText(button) {
    const copied = await copy(text, html || undefined);
    if (!copied) window.getSelection()?.selectAllChildren(html ? places.reference : places.code);
    say(button, copied ? "Copied" : "Selected: press Ctrl+C");
  }

  function download() {
    const format = panels.preferred();
    library.save(FILE + format.suffix, format.type, text);
  }

  /**
   * Add what a saved basket holds.
   * @param {string} name  of the file
   * @param {string} json
   */
  function load(name, json) {
    const found = basket.parsed(json);
    if (!found) return box.tell(`“${name}” is no saved basket.`);
    const fresh = basket.add(found);
    const rest = found.length - fresh;
    box.tell(`${basket.counted(fresh)} added${rest ? `; ${rest} in it already` : ""}.`);
  }
})();
