/* Dialogs: what the basket and the reader's marks have in common. */

// @ts-check

/**
 * A dialog, made when it is first opened.
 * @typedef {object} Box
 * @property {HTMLDialogElement} element
 * @property {(selector: string) => HTMLElement} part
 * @property {(message: string, undo?: (() => void) | null) => void} tell  say what was done, with a way back
 * @property {() => void} show
 *
 * `actions` say what a click on what a selector finds does.
 * @typedef {{ id: string, title: string, html: string, actions: [selector: string, act: (pressed: HTMLElement) => void][] }} BoxPlan
 *
 * @typedef {object} Windows
 * @property {(plan: BoxPlan) => Box} make
 * @property {(input: HTMLInputElement, read: (name: string, text: string) => void) => void} fileFrom
 */

(function () {
  "use strict";

  const shared = /** @type {{ sphinxReadingList: Shared }} */ (/** @type {unknown} */ (window)).sphinxReadingList;
  if (!shared || shared.windows) return;

  /**
   * @param {BoxPlan} plan
   * @returns {Box}
   */
  function make({ id, title, html, actions }) {
    const element = document.createElement("dialog");
    element.className = "rl-dialog";
    element.id = id;
    element.setAttribute("aria-labelledby", `${id}-title`);
    element.innerHTML = `
<div class="rl-dialog-head">
<h2 id="${id}-title" tabindex="-1">${title}</h2>
<button type="button" class="rl-button rl-close" aria-label="Close">×</button>
</div>
<p class="rl-told" hidden=""><span></span> <button type="button" class="rl-button rl-undo">Undo</button></p>
${html}
<div class="rl-vh" role="status"></div>`;
    document.body.append(element);
    /** @type {(() => void) | null} */
    let back = null;

    /** @param {string} selector */
    const part = (selector) => /** @type {HTMLElement} */ (element.querySelector(selector));

    /**
     * @param {string} message
     * @param {(() => void) | null} [undo]
     */
    const tell = (message, undo = null) => {
      back = undo;
      part(".rl-told").hidden = !message;
      part(".rl-told span").textContent = message;
      part(".rl-undo").hidden = !undo;
      if (message) shared.announce(message);
    };

    const undoLast = () => {
      back?.();
      part("h2").focus();
    };

    /** @type {typeof actions} */
    const all = [[".rl-close", () => element.close()], [".rl-undo", undoLast], ...actions];
    element.addEventListener("click", (event) => {
      // The backdrop belongs to the dialog: a click on it has no other target.
      if (event.target === element) return element.close();
      const pressed = event.target instanceof Element && event.target.closest("button, a");
      const does = all.find(([selector]) => pressed && pressed.matches(selector));
      if (pressed instanceof HTMLElement && does) does[1](pressed);
    });
    element.addEventListener("close", () => tell(""));
    // Sphinx and themes listen for keys on the page: they would take Escape from the dialog, and turn pages behind it.
    element.addEventListener("keydown", (event) => event.stopPropagation());
    const show = () => {
      if (!element.open) element.showModal();
      part("h2").focus();
    };
    return { element, part, tell, show };
  }

  /**
   * Read the file that a reader chooses.
   * @param {HTMLInputElement} input
   * @param {(name: string, text: string) => void} read  the text is empty where the file can't be read
   */
  function fileFrom(input, read) {
    input.addEventListener("change", async () => {
      const file = input.files && input.files[0];
      if (!file) return;
      const text = await file.text().catch(() => "");
      // The same file may be chosen again.
      input.value = "";
      read(file.name, text);
    });
  }

  shared.windows = { make, fileFrom };
})();
