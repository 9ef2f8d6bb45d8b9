/* The search at work: what a reader types and chooses, the address that says so, and what is shown of it.

   It takes over a form that stands in the page. What is searched and how is in the scripts before this one. */

// @ts-check

(function () {
  "use strict";

  const shared = /** @type {{ sphinxReadingList: Shared }} */ (/** @type {unknown} */ (window)).sphinxReadingList;
  const { find, finding } = shared;

  /** What was typed is settled after so many milliseconds: going back then leads before it. */
  const SETTLED = 1500;
  /** Screen readers are told of the results after so many milliseconds without another key. */
  const QUIET = 700;

  /** @param {number} count */
  function entries(count) {
    return count === 1 ? "1 entry" : `${count.toLocaleString("en")} entries`;
  }

  /**
   * Make an index ready bit by bit, so that the page answers meanwhile.
   * @param {Index} index
   */
  async function prepared(index) {
    while (!finding.prepare(index, 8)) await new Promise((done) => setTimeout(done));
  }

  /** @param {HTMLFormElement} form */
  find.begin = async (form) => {
    const index = finding.index;
    if (!index) throw new Error("find/index.js is of another version");
    await prepared(index);
    const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (form.querySelector(selector));
    const field = /** @type {HTMLInputElement} */ (part("[name=q]"));
    const sort = /** @type {HTMLSelectElement} */ (part(".rl-select"));
    const everywhere = /** @type {HTMLAnchorElement | null} */ (form.querySelector(".rl-everywhere"));
    const browse = /** @type {HTMLElement | null} */ (form.closest(".rl-browse-in"));
    const results = browse ? find.list(browse, index) : find.here(index);
    const total = browse ? index.count : results.cards().length;
    const facets = find.facets(part(".rl-groups"), choose, () => draw());
    const citing = part(".rl-cite-these");

    let state = finding.fromParams(location.search);
    let settled = true;
    let notesAsked = false;
    let settling = 0;
    let telling = 0;

    /**
     * Change what is asked for, and show what is found.
     * @param {Partial<FindState>} change
     * @param {boolean} [typing]  more of it may come at once
     */
    function ask(change, typing = false) {
      state = { ...state, ...change };
      draw();
      remember(typing);
      clearTimeout(telling);
      telling = setTimeout(() => shared.announce(part(".rl-hits").textContent || ""), QUIET);
    }

    /** @param {boolean} typing */
    function remember(typing) {
      const params = finding.toParams(state);
      const url = location.pathname + (params && `?${params}`) + location.hash;
      clearTimeout(settling);
      if (typing) settling = setTimeout(() => (settled = true), SETTLED);
      if (params !== finding.toParams(finding.fromParams(location.search))) {
        try {
          history[settled ? "pushState" : "replaceState"](null, "", url);
        } catch {
          // Browsers allow so many changes in a while, and some none at all from file://: the search works without.
        }
      }
      settled = !typing;
    }

    /** Show what is found. */
    function draw() {
      const query = finding.parse(state.q);
      const section = state.facets.section?.length ? state.facets.section : results.sections;
      const found = finding.search(/** @type {Index} */ (index), query, {
        facets: { ...state.facets, section },
        sort: state.sort,
        marks: shared.marks,
        limit: facets.limit(),
      });
      const shown = results.show(found, state);
      const active = Boolean(finding.toParams(state));
      part(".rl-told").hidden = !browse && !active;
      const said = shown ? (shown < total ? `${shown.toLocaleString("en")} of ` : "") + entries(total) : "No entries";
      part(".rl-hits").textContent = said;
      part(".rl-done").textContent = `Show ${said.toLowerCase()}`;
      // Where its scripts or its files aren't there, there is nothing to cite with.
      citing.hidden = !shown || !shared.panels || !shared.formats.length;
      if (everywhere) everywhere.search = finding.toParams({ ...state, facets: { ...state.facets, section: [] } });
      sort.value = found.sort;
      /** @type {HTMLOptionElement} */ (sort.options[0]).hidden = !query.terms.length;
      tellCorrected(found, query);
      drawChips();
      if (results.sections.length) found.counts.section = found.counts.section.filter(([value]) => results.sections.includes(value));
      if (results.sections.length === 1) found.counts.section = [];
      facets.show(found.counts, state.facets);
      if (query.terms.length && !notesAsked) void askNotes();
    }

    /** The curators' notes are searched, too, once there is something to search for. */
    async function askNotes() {
      notesAsked = true;
      await find.run("find/notes.js").catch(() => undefined);
      await prepared(/** @type {Index} */ (index));
      draw();
    }

    /**
     * @param {Found} found
     * @param {Query} query
     */
    function tellCorrected(found, query) {
      const words = new Map();
      for (const { from, to } of found.corrected) words.set(from, [...(words.get(from) || []), `“${to}”`]);
      const said = [...words].map(([from, to]) => `Nothing has “${from}”; searched instead: ${[...new Set(to)].slice(0, 3).join(" or ")}.`);
      const line = part(".rl-corrected");
      line.textContent = [...said, ...query.warnings].join(" ");
      line.hidden = !line.textContent;
    }

    /**
     * What a value of a facet is called.
     * @param {string} facet
     * @param {string} value
     */
    function labelOf(facet, value) {
      const names = /** @type {{ [facet: string]: Names }} */ (/** @type {Index} */ (index).facets)[facet];
      const at = names ? names.values.findIndex((one) => one.toLowerCase() === value.toLowerCase()) : -1;
      if (facet === "highlight") return "Highlights";
      if (facet === "mark") return { read: "Read", later: "To read", note: "With a note" }[value] || value;
      return at < 0 ? value.replace("..", "–") : names.labels[at];
    }

    function drawChips() {
      const chips = part(".rl-chips");
      const chosen = Object.entries(state.facets).flatMap(([facet, values]) => values.map((value) => ({ facet, value })));
      chips.hidden = !chosen.length;
      const focused = chips.contains(document.activeElement);
      chips.replaceChildren(
        ...chosen.map(({ facet, value }) => {
          const label = labelOf(facet, value);
          return chip(label, `Remove the filter: ${label}`, () => choose(facet, value, false), "×");
        }),
        ...(chosen.length > 1 ? [chip("Clear all", "Clear all filters", () => ask({ facets: {} }), "")] : []),
      );
      if (focused) (chips.querySelector("button") || field).focus();
      part(".rl-filter span").textContent = chosen.length ? `Filter (${chosen.length})` : "Filter";
    }

    /**
     * @param {string} words
     * @param {string} label
     * @param {() => void} press
     * @param {string} sign
     */
    function chip(words, label, press, sign) {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.className = sign ? "rl-button rl-chip" : "rl-button";
      button.setAttribute("aria-label", label);
      button.textContent = `${words} ${sign}`.trim();
      button.addEventListener("click", press);
      item.append(button);
      return item;
    }

    /**
     * @param {string} facet
     * @param {string} value
     * @param {boolean} on
     */
    function choose(facet, value, on) {
      const others = (state.facets[facet] || []).filter((one) => one.toLowerCase() !== value.toLowerCase());
      settled = true;
      ask({ facets: { ...state.facets, [facet]: on ? [...others, value] : others } });
    }

    /** The titles of what is shown, to move between. */
    function links() {
      const found = results.cards().map((card) => /** @type {HTMLElement | null} */ (card.querySelector(".rl-title a, .rl-permalink")));
      // What a reader has hidden can't have the focus.
      return /** @type {HTMLElement[]} */ (found.filter((link) => link?.offsetParent));
    }

    /** @param {KeyboardEvent} event */
    function move(event) {
      const { key, target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !(target instanceof HTMLElement)) return;
      if (key === "Escape" && target.closest(".rl-facets")) return close();
      const all = target === field || target.closest(".rl-title, .rl-tools") ? links() : [];
      const at = all.indexOf(target);
      if (target !== field && at < 0) return;
      if (key === "Escape") {
        if (target !== field) field.focus();
        else if (field.value) ask({ q: (field.value = "") });
        else field.blur();
      } else if (key === "ArrowDown" && all[at + 1]) all[at + 1].focus();
      else if (key === "ArrowUp" && target !== field) (all[at - 1] || field).focus();
      else if (key === "Enter" && target === field) {
        settled = true;
        // The keyboard of a telephone lies over the results.
        if (matchMedia("(hover: none)").matches) field.blur();
      }
      else return;
      event.preventDefault();
    }

    /** Fold the facets, where they unfold. */
    function close() {
      const button = part(".rl-filter");
      button.setAttribute("aria-expanded", "false");
      button.focus();
    }

    citing.addEventListener(
      "toggle",
      () => {
        const panel = part(".rl-cite-these > .rl-panel");
        find.run("_static/reading-list-cite-these.js").then(
          () => find.citing(panel, index, results.keys),
          () => (panel.textContent = "That couldn’t be loaded."),
        );
      },
      { once: true },
    );
    part(".rl-done").addEventListener("click", close);
    field.addEventListener("input", () => ask({ q: field.value }, true));
    sort.addEventListener("change", () => {
      settled = true;
      ask({ sort: sort.value });
    });
    document.addEventListener("keydown", move);
    document.addEventListener("rl:marks", () => draw());
    addEventListener("popstate", () => {
      const now = finding.fromParams(location.search);
      if (finding.toParams(now) === finding.toParams(state)) return;
      state = now;
      settled = true;
      field.value = state.q;
      draw();
    });

    if (field.value && !state.q) ask({ q: field.value }, true);
    else {
      field.value = state.q;
      draw();
    }
  };
})();
