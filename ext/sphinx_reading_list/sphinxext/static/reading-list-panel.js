/* The panel below "Cite": choose a format, copy it, download it; and the row above a section's cards.

   A panel is fitted out when it is first opened. Its BibTeX is in the page; the other formats come from the entry's
   script. Until then, and without this script, its links lead to the files of each format. */

// @ts-check

/**
 * @typedef {object} Panels
 * @property {(chosen: Format, changed: (format: Format) => void) => HTMLElement} formatGroup
 * @property {(holder: Element) => { pre: HTMLElement, code: HTMLElement, reference: HTMLElement }} textPlaces
 * @property {() => Format} preferred
 * @property {(format: Format) => void} prefer
 * @property {(name: string) => string} icon  as HTML; the page's sprite has to have it
 * @property {(element: Element) => string} titleOf
 */

(function () {
  "use strict";

  const shared = /** @type {{ sphinxReadingList: Shared }} */ (/** @type {unknown} */ (window)).sphinxReadingList;
  if (!shared || !shared.library || shared.panels) return;
  const { announce, copy, library, relabel, root, say, storage } = shared;

  let groups = 0;
  let preferredName = storage.recall("format") || "";

  /** The format that the reader chose last, on any page. */
  function preferred() {
    return library.format(preferredName);
  }

  /**
   * Remember the reader's choice: the next panel opens with it, and the rows say so.
   * @param {Format} format
   */
  function prefer(format) {
    preferredName = format.name;
    storage.remember("format", format.name);
    labelRows();
  }

  function labelRows() {
    const format = preferred();
    for (const button of document.querySelectorAll(".rl-copy-all")) {
      if (format && button instanceof HTMLElement) relabel(button, `Copy ${format.label}`);
    }
  }

  /**
   * The title of the entry that an element belongs to.
   * @param {Element} element
   */
  function titleOf(element) {
    const title = element.closest("[data-key]")?.querySelector(".rl-title");
    return (title && title.textContent && title.textContent.trim()) || keyOf(element);
  }

  /** @param {Element} element */
  function keyOf(element) {
    const holder = element.closest("[data-key]");
    return (holder instanceof HTMLElement && holder.dataset.key) || "";
  }

  /** @param {string} name */
  function icon(name) {
    return `<svg class="rl-icon" width="16" height="16" aria-hidden="true"><use href="#rl-i-${name}"></use></svg>`;
  }

  /**
   * The formats, one to choose.
   * @param {Format} chosen
   * @param {(format: Format) => void} changed
   */
  function formatGroup(chosen, changed) {
    const group = document.createElement("fieldset");
    group.className = "rl-formats";
    const legend = document.createElement("legend");
    legend.className = "rl-vh";
    legend.textContent = "Format";
    group.append(legend);
    const name = `rl-format-${++groups}`;
    for (const format of shared.formats) {
      const label = document.createElement("label");
      const input = document.createElement("input");
      const words = document.createElement("span");
      input.type = "radio";
      input.name = name;
      input.value = format.name;
      input.checked = format === chosen;
      words.textContent = format.label;
      label.append(input, words);
      group.append(label);
    }
    group.addEventListener("change", (event) => {
      if (event.target instanceof HTMLInputElement) changed(library.format(event.target.value));
    });
    return group;
  }

  /**
   * Where a panel or dialog shows its text: as code, or as a formatted reference, which is made here.
   * @param {Element} holder
   */
  function textPlaces(holder) {
    const pre = /** @type {HTMLElement} */ (holder.querySelector(".rl-bibtex"));
    const reference = document.createElement("div");
    reference.className = "rl-text rl-reference";
    reference.tabIndex = 0;
    reference.hidden = true;
    reference.setAttribute("role", "group");
    pre.after(reference);
    return { pre, code: /** @type {HTMLElement} */ (pre.querySelector("code")), reference };
  }

  /**
   * Fit out the panel of a card: formats above its text, and one way to download below.
   * @param {HTMLElement} panel
   */
  function fitOut(panel) {
    if (panel.dataset.rlFormat !== undefined || !shared.formats.length || !panel.querySelector(".rl-files")) return;
    const key = keyOf(panel);
    const title = titleOf(panel);
    const places = textPlaces(panel);
    const bibtex = places.code.textContent || "";
    const copyButton = /** @type {HTMLElement} */ (panel.querySelector(".rl-copy"));
    const files = /** @type {HTMLElement} */ (panel.querySelector(".rl-files"));
    const link = document.createElement("a");
    link.className = "rl-download";
    let shown = bibtex;

    /**
     * @param {Format} format
     * @param {string} text
     * @param {string} html
     */
    const put = (format, text, html) => {
      shown = text;
      places.pre.hidden = Boolean(html);
      places.reference.hidden = !html;
      if (html) places.reference.innerHTML = html;
      else places.code.textContent = text;
      (html ? places.reference : places.pre).setAttribute("aria-label", `${format.label} of ${title}`);
      relabel(copyButton, `Copy ${format.label}`);
      link.innerHTML = `${icon("download")} `;
      link.append(`Download ${format.suffix}`);
      link.download = library.fileName(key) + format.suffix;
      link.href = format.reference ? "#" : `${root}cite/${encodeURIComponent(link.download)}`;
    };

    /**
     * @param {Format} format
     * @param {boolean} aloud
     */
    const show = async (format, aloud) => {
      panel.dataset.rlFormat = format.name;
      panel.querySelector(".rl-failed")?.remove();
      if (format.name === "bibtex") put(format, bibtex, "");
      else {
        panel.setAttribute("aria-busy", "true");
        const texts = await library.textsOf(key).catch(() => null);
        // Another format may have been chosen meanwhile.
        if (panel.dataset.rlFormat !== format.name) return;
        const one = texts && texts[format.name];
        if (!one) return fail(format);
        put(format, library.joined(format, [texts]), typeof one === "object" ? one.html : "");
      }
      panel.removeAttribute("aria-busy");
      if (aloud) announce(`${format.label} is shown`);
    };

    /** @param {Format} format */
    const fail = (format) => {
      panel.removeAttribute("aria-busy");
      const message = `${format.label} couldn’t be loaded. Choose it again, or take another format.`;
      const failed = document.createElement("p");
      failed.className = "rl-failed";
      failed.textContent = message;
      places.pre.before(failed);
      // What is shown is another format, and the choice says so.
      const before = library.format("bibtex");
      for (const input of group.querySelectorAll("input")) input.checked = input.value === before.name;
      panel.dataset.rlFormat = before.name;
      put(before, bibtex, "");
      announce(message);
    };

    link.addEventListener("click", (event) => {
      const format = library.format(panel.dataset.rlFormat || "");
      // The link is the file's address, to keep or to copy; where there is no file or no server, its text is saved.
      if (!format.reference && window.location.protocol !== "file:") return;
      event.preventDefault();
      library.save(link.download, format.type, format.reference ? `${shown.trimEnd()}\n` : shown);
    });

    const group = formatGroup(preferred(), (format) => {
      prefer(format);
      void show(format, true);
    });
    places.pre.before(group);
    files.replaceWith(link);
    void show(preferred(), false);
  }

  /**
   * Copy all entries of a section, or of the list, in the format that the reader chose last.
   * @param {HTMLElement} button
   */
  async function copyRow(button) {
    const row = /** @type {HTMLElement | null} */ (button.closest(".rl-row"));
    const format = preferred();
    if (!row || !format || row.getAttribute("aria-busy")) return;
    row.setAttribute("aria-busy", "true");
    const section = row.dataset.section;
    const keys = section === undefined ? await library.allKeys().catch(() => new Set()) : keysOfSection(section);
    const { texts, missing } = await library.textsOfAll([...keys]);
    row.removeAttribute("aria-busy");
    if (!texts.length) return say(button, "Couldn’t be loaded");
    const copied = await copy(library.joined(format, texts), library.joinedHtml(format, texts) || undefined);
    // After a long wait browsers want a fresh click; what is loaded now is copied at once.
    if (!copied) return say(button, "Press again to copy");
    say(button, missing.length ? `Copied ${texts.length}; not ${missing.join(", ")}` : `Copied ${texts.length}`);
  }

  /**
   * The keys of a section's cards on this page, each once.
   * @param {string} section
   * @returns {Set<string>}
   */
  function keysOfSection(section) {
    const cards = Array.from(document.querySelectorAll(".rl-entry"));
    return new Set(cards.filter((card) => card.getAttribute("data-section") === section).map(keyOf));
  }

  // This event doesn't rise from its element, but passes here on its way down.
  document.addEventListener(
    "toggle",
    (event) => {
      const details = event.target;
      if (!(details instanceof HTMLDetailsElement) || !details.open || !details.matches(".rl-cite")) return;
      const panel = details.querySelector(".rl-panel");
      if (panel instanceof HTMLElement) fitOut(panel);
    },
    true,
  );

  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest(".rl-copy-all");
    if (button instanceof HTMLElement) void copyRow(button);
  });

  shared.panels = { formatGroup, textPlaces, preferred, prefer, icon, titleOf };
  labelRows();
})();
