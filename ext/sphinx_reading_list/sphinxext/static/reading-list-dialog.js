/* The basket, opened: what is in it, in any format, to copy or to download; taken out, cleared, saved and loaded. */

// @ts-check

(function () {
  "use strict";

  const shared = /** @type {{ sphinxReadingList: Shared }} */ (/** @type {unknown} */ (window)).sphinxReadingList;
  if (!shared || !shared.basket || document.querySelector(".rl-dialog")) return;
  const { announce, basket, copy, library, panels, relabel, say } = shared;

  /** The name of files that are saved from the basket, without ending. */
  const FILE = "basket";

  const HTML = `
<div class="rl-dialog-head">
<h2 id="rl-dialog-title" tabindex="-1">Basket</h2>
<button type="button" class="rl-button rl-close" aria-label="Close">×</button>
</div>
<p class="rl-told" hidden=""><span></span> <button type="button" class="rl-button rl-undo">Undo</button></p>
<p class="rl-passing" hidden="">Your browser doesn’t let this site remember anything: the basket lasts until you leave the page. Save it as a file to keep it.</p>
<p class="rl-nothing">Nothing is in it. The bookmark on an entry’s card puts it in.</p>
<ol class="rl-kept" aria-label="Entries in the basket"></ol>
<div class="rl-panel">
<p class="rl-failed" hidden=""></p>
<pre class="rl-text rl-bibtex" tabindex="0" role="group"><code></code></pre>
<p class="rl-actions">
<button type="button" class="rl-button rl-copy-basket">${panels.icon("copy")}<span></span></button>
<button type="button" class="rl-button rl-download-basket">${panels.icon("download")}<span></span></button>
</p>
</div>
<p class="rl-actions rl-keeping">
<button type="button" class="rl-button rl-save">${panels.icon("download")}<span>Save the basket</span></button>
<button type="button" class="rl-button rl-load">${panels.icon("upload")}<span>Load a saved one</span></button>
<button type="button" class="rl-button rl-clear">${panels.icon("trash")}<span>Clear</span></button>
<input type="file" accept="application/json,.json" hidden="" aria-label="A saved basket">
</p>
<div class="rl-vh" role="status"></div>`;

  /** @type {HTMLDialogElement | null} */
  let dialog = null;
  /** @type {Kept[] | null} */
  let before = null;
  /** The keys of the list; null where they couldn't be loaded, and nothing is said of entries that are gone. */
  /** @type {Set<string> | null} */
  let all = null;
  /** @type {Promise<unknown>} */
  let keysAsked = Promise.resolve();
  /** What is shown, to be copied and saved. */
  let text = "";
  let html = "";
  let turn = 0;

  /**
   * A part of the dialog.
   * @param {string} selector
   * @returns {HTMLElement}
   */
  function part(selector) {
    return /** @type {HTMLElement} */ (dialog?.querySelector(selector));
  }

  /** @type {{ pre: HTMLElement, code: HTMLElement, reference: HTMLElement }} */
  let places;

  /** Make the dialog, the first time it is opened. */
  function make() {
    const made = document.createElement("dialog");
    made.className = "rl-dialog";
    made.setAttribute("aria-labelledby", "rl-dialog-title");
    made.innerHTML = HTML;
    document.body.append(made);
    dialog = made;
    places = panels.textPlaces(made);
    made.addEventListener("click", clicked);
    made.addEventListener("close", () => tell("", null));
    // Sphinx and themes listen for keys on the page: they would take Escape from the dialog, and turn pages behind it.
    made.addEventListener("keydown", (event) => event.stopPropagation());
    part("input[type=file]").addEventListener("change", () => void load());
    basket.listen(() => made.open && draw());
  }

  basket.open = () => {
    if (!dialog) make();
    const found = /** @type {HTMLDialogElement} */ (dialog);
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
    if (!found.open) found.showModal();
    part("#rl-dialog-title").focus();
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
    if (title instanceof HTMLAnchorElement) title.href = library.root + entry.place;
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

  /**
   * Say what was done, with a way back where there is one.
   * @param {string} message
   * @param {Kept[] | null} undo  what was in the basket before
   */
  function tell(message, undo) {
    before = undo;
    part(".rl-told").hidden = !message;
    part(".rl-told span").textContent = message;
    part(".rl-undo").hidden = !undo;
    if (message) announce(message);
  }

  /** @param {MouseEvent} event */
  function clicked(event) {
    // The backdrop belongs to the dialog: a click on it has no other target.
    if (event.target === dialog) return dialog?.close();
    const target = event.target instanceof Element ? event.target : null;
    const pressed = /** @type {HTMLElement | null} */ (target && target.closest("button, .rl-kept a"));
    const does = actions.find(([name]) => pressed && pressed.matches(name));
    if (pressed && does) does[1](pressed);
  }

  /** @type {[string, (button: HTMLElement) => void][]} */
  const actions = [
    [".rl-close", () => dialog?.close()],
    // To a card on this very page, too.
    [".rl-kept a", () => dialog?.close()],
    [".rl-out", takeOut],
    [".rl-clear", clear],
    [".rl-undo", undo],
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
    tell(`“${was[index].title}” was taken out.`, was);
    const left = dialog ? dialog.querySelectorAll(".rl-out") : [];
    const next = left[Math.min(index, left.length - 1)] || part(".rl-undo");
    if (next instanceof HTMLElement) next.focus();
  }

  function clear() {
    const was = basket.entries();
    basket.change(() => []);
    tell(`${was.length === 1 ? "1 entry was" : `${was.length} entries were`} taken out.`, was);
    part(".rl-undo").focus();
  }

  function undo() {
    const back = before;
    if (back) basket.change((now) => [...back, ...now.filter((entry) => !back.some((one) => one.key === entry.key))]);
    tell("Back in the basket.", null);
    part("#rl-dialog-title").focus();
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

  /** Add what a saved basket holds. */
  async function load() {
    const input = /** @type {HTMLInputElement} */ (part("input[type=file]"));
    const file = input.files && input.files[0];
    if (!file) return;
    const found = basket.parsed(await file.text().catch(() => ""));
    // The same file may be chosen again.
    input.value = "";
    if (!found) return tell(`“${file.name}” is no saved basket.`, null);
    const fresh = basket.add(found);
    const rest = found.length - fresh;
    tell(`${basket.counted(fresh)} added${rest ? `; ${rest} in it already` : ""}.`, null);
  }
})();
