/* "Cite these": what a search found, in any format, as the Cite panel of a card has it. Loaded when that is opened. */

// @ts-check

(function () {
  "use strict";

  const shared = /** @type {{ sphinxReadingList: Shared }} */ (/** @type {unknown} */ (window)).sphinxReadingList;
  const { find, finding } = shared;

  /** More at once would be a file for each, and there is one of the whole list. */
  const AT_MOST = 1000;
  /** The name of the file that is saved, without ending. */
  const FILE = "results";

  /**
   * Fill the panel of "Cite these".
   * @param {HTMLElement} panel
   * @param {Index} index
   * @param {() => string[]} keys  those of what was found
   */
  find.citing = (panel, index, keys) => {
    const { basket, library, panels } = shared;
    const button = (/** @type {string} */ icon, words = "") =>
      `<button type="button" class="rl-button">${panels.icon(icon)}<span>${words}</span></button> `;
    panel.innerHTML =
      '<p class="rl-failed" hidden=""></p>' +
      `<p class="rl-actions">${button("copy")}${button("download")}${button("bookmark-fill", "Keep in the basket")}</p>`;
    const failed = /** @type {HTMLElement} */ (panel.querySelector(".rl-failed"));
    const [copyThem, save, keep] = panel.querySelectorAll("button");

    /** @param {Format} format */
    function label(format) {
      shared.relabel(copyThem, `Copy ${format.label}`);
      shared.relabel(save, `Download ${format.suffix}`);
    }

    /** @param {string} message */
    function tell(message) {
      failed.hidden = !message;
      failed.textContent = message;
      if (message) shared.announce(message);
    }

    /** What was found in the chosen format; nothing where that can't be had. */
    async function texts() {
      const wanted = keys();
      tell(wanted.length > AT_MOST ? `At most ${AT_MOST.toLocaleString("en")} at once: narrow them down first.` : "");
      if (!wanted.length || wanted.length > AT_MOST) return null;
      panel.setAttribute("aria-busy", "true");
      const loaded = await library.textsOfAll(wanted);
      panel.removeAttribute("aria-busy");
      if (loaded.missing.length) tell(`Couldn’t be loaded, and is left out: ${loaded.missing.join(", ")}`);
      return loaded.texts.length ? loaded.texts : null;
    }

    copyThem.addEventListener("click", async () => {
      const format = panels.preferred();
      const found = await texts();
      if (!found) return;
      const copied = await shared.copy(library.joined(format, found), library.joinedHtml(format, found) || undefined);
      // After a long wait browsers want a fresh click; what is loaded now is copied at once.
      shared.say(copyThem, copied ? `Copied ${found.length.toLocaleString("en")}` : "Press again to copy");
    });
    save.addEventListener("click", async () => {
      const format = panels.preferred();
      const found = await texts();
      if (found) library.save(FILE + format.suffix, format.type, library.joined(format, found));
    });
    keep.addEventListener("click", () => {
      const wanted = new Set(keys());
      const lines = index.keys.map((key, number) => (wanted.has(key) ? finding.line(index, number) : null));
      const fresh = basket.add(lines.flatMap((line) => (line ? [{ key: line.key, title: line.title, place: line.url }] : [])));
      shared.say(keep, fresh ? `Kept ${fresh.toLocaleString("en")}` : "All are kept already");
    });
    panel.prepend(
      panels.formatGroup(panels.preferred(), (format) => {
        panels.prefer(format);
        label(format);
      }),
    );
    label(panels.preferred());
  };
})();
