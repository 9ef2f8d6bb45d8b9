/* The reader's marks, all of them: looked at, taken away, saved as a file and brought in again; and how cards are shown. */

// @ts-check

(function () {
  "use strict";

  const shared = /** @type {{ sphinxReadingList: Shared }} */ (/** @type {unknown} */ (window)).sphinxReadingList;
  if (!shared || !shared.marks || !shared.windows || document.getElementById("rl-marks")) return;
  const { basket, early, library, marking, marks, panels, root, windows } = shared;

  const FILE = "my-marks.reading-list.json";
  const GROUPS = /** @type {const} */ ([["later", "To read"], ["read", "Read"], ["", "With a note"]]);
  const HTML = `
<p class="rl-passing" hidden="">Your browser doesn’t let this site remember anything: marks last until you leave the page. Save them as a file to keep them.</p>
<fieldset class="rl-options"><legend class="rl-vh">How cards are shown</legend>
<label><input type="checkbox" class="rl-hiding"> Hide what I have read</label>
<label><input type="checkbox" class="rl-dense"> Compact cards</label>
</fieldset>
<p class="rl-nothing">You have marked nothing yet. The circle with a check on an entry’s card does it.</p>
<div class="rl-groups"></div>
<p class="rl-actions rl-keeping">
<button type="button" class="rl-button rl-save">${panels.icon("download")}<span>Save my marks</span></button>
<button type="button" class="rl-button rl-load">${panels.icon("upload")}<span>Load saved ones</span></button>
<button type="button" class="rl-button rl-clear">${panels.icon("trash")}<span>Clear</span></button>
<input type="file" accept="application/json,.json" hidden="" aria-label="Saved marks">
</p>
<p class="rl-quiet">All of this is in your browser only. The file takes it to another one.</p>`;

  /** @type {Box} */
  let box;

  /** Make the dialog, the first time it is opened. */
  function make() {
    box = windows.make({ id: "rl-marks", title: "My marks", html: HTML, actions });
    const { element, part } = box;
    windows.fileFrom(/** @type {HTMLInputElement} */ (part("input[type=file]")), load);
    element.addEventListener("change", ({ target }) => {
      if (!(target instanceof HTMLInputElement)) return;
      if (target.matches(".rl-hiding")) early.setHiding(target.checked);
      if (target.matches(".rl-dense")) early.setCompact(target.checked);
      marks.refresh();
    });
    document.addEventListener("rl:marks", () => element.open && draw());
  }

  marks.open = () => {
    if (!box) make();
    draw();
    box.show();
  };

  function draw() {
    const { part } = box;
    const any = marks.all().size > 0;
    /** @type {HTMLInputElement} */ (part(".rl-hiding")).checked = early.hiding();
    /** @type {HTMLInputElement} */ (part(".rl-dense")).checked = early.compact();
    part(".rl-nothing").hidden = any;
    part(".rl-passing").hidden = marks.last();
    for (const name of [".rl-save", ".rl-clear"]) part(name).hidden = !any;
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.key : undefined;
    part(".rl-groups").replaceChildren(...GROUPS.flatMap(([state, words]) => group(state, words)));
    // A button that is drawn anew under the reader's fingers keeps the focus.
    for (const button of part(".rl-groups").querySelectorAll("button")) {
      if (focused !== undefined && button.dataset.key === focused) button.focus();
    }
  }

  /**
   * The entries with a state, below a heading.
   * @param {string} state
   * @param {string} words
   * @returns {Element[]}
   */
  function group(state, words) {
    const found = [...marks.all()].filter(([, mark]) => mark.state === state);
    if (!found.length) return [];
    const heading = document.createElement("h3");
    heading.textContent = `${words} (${found.length})`;
    const list = document.createElement("ul");
    list.className = "rl-kept";
    list.append(...found.map(([key, mark]) => row(key, mark)));
    return [heading, list];
  }

  /**
   * @param {string} key
   * @param {Mark} mark
   */
  function row(key, mark) {
    const item = document.createElement("li");
    const place = basket.onSite(mark.place);
    const what = document.createElement("div");
    const title = document.createElement(place ? "a" : "span");
    title.textContent = mark.title || key;
    title.dir = "auto";
    if (title instanceof HTMLAnchorElement) title.href = root + place;
    what.append(title);
    if (mark.note) {
      const note = document.createElement("p");
      note.className = "rl-my-note";
      note.dir = "auto";
      note.textContent = mark.note;
      what.append(note);
    }
    const out = document.createElement("button");
    out.type = "button";
    out.className = "rl-button rl-out";
    out.dataset.key = key;
    out.textContent = "×";
    out.setAttribute("aria-label", `Take the mark away: ${mark.title || key}`);
    item.append(what, out);
    return item;
  }

  /** @param {MarkMap} was */
  function undo(was) {
    marks.change((now) => marking.merged(now, was).marks);
    box.tell("Your marks are back.");
  }

  /** @param {HTMLElement} button */
  function takeOut(button) {
    const was = new Map(marks.all());
    const key = button.dataset.key || "";
    const index = [...box.element.querySelectorAll(".rl-out")].indexOf(button);
    marks.change((now) => new Map([...now].filter(([other]) => other !== key)));
    box.tell(`The mark on “${was.get(key)?.title || key}” was taken away.`, () => undo(was));
    const left = box.element.querySelectorAll(".rl-out");
    const next = left[Math.min(index, left.length - 1)] || box.part(".rl-undo");
    if (next instanceof HTMLElement) next.focus();
  }

  function clear() {
    const was = new Map(marks.all());
    marks.change(() => new Map());
    box.tell(`${was.size === 1 ? "1 mark was" : `${was.size} marks were`} taken away.`, () => undo(was));
    box.part(".rl-undo").focus();
  }

  /**
   * Bring in what a file holds, and take nothing away.
   * @param {string} name
   * @param {string} text
   */
  function load(name, text) {
    const found = marking.loaded(text);
    if ("problem" in found) return box.tell(`“${name}” ${found.problem}. Nothing was changed.`);
    const was = new Map(marks.all());
    const { added, changed } = marking.merged(was, found.marks);
    marks.change((now) => marking.merged(now, found.marks).marks);
    const same = found.marks.size - added - changed;
    const parts = [`${added} added`, changed && `${changed} changed`, same && `${same} the same already`];
    const skipped = found.skipped ? ` ${found.skipped} weren’t understood, and are left out.` : "";
    const undoIt = () => {
      marks.change(() => was);
      box.tell("Your marks are as they were.");
    };
    box.tell(`${parts.filter(Boolean).join(", ")}.${skipped}`, added || changed ? undoIt : null);
  }

  /** @type {BoxPlan["actions"]} */
  const actions = [
    // To a card on this very page, too.
    [".rl-kept a", () => box.element.close()],
    [".rl-out", takeOut],
    [".rl-clear", clear],
    [".rl-save", () => library.save(FILE, "application/json", marking.written(marks.all()))],
    [".rl-load", () => box.part("input[type=file]").click()],
  ];
})();
