/* The facets beside or above the results: what can be chosen, and with how many entries each choice would leave. */

// @ts-check

/**
 * @typedef {object} Facets
 * @property {(counts: { [facet: string]: Count[] }, chosen: Chosen) => void} show
 * @property {() => number} limit  how many values of a facet it can use
 *
 * @typedef {object} FacetGroup
 * @property {HTMLElement} set
 * @property {() => boolean} open  whether all its values are wanted
 * @property {(counts: Count[], chosen: string[]) => void} show
 */

(function () {
  "use strict";

  const shared = /** @type {{ sphinxReadingList: Shared }} */ (/** @type {unknown} */ (window)).sphinxReadingList;
  const { find, finding } = shared;

  /** The groups in their order, with their names. @type {[string, string][]} */
  const GROUPS = [
    ["highlight", "Highlights"], ["mark", "My marks"], ["kind", "Kind"], ["year", "Year"], ["section", "Section"],
    ["venue", "Venue"], ["tag", "Tag"], ["has", "With"], ["author", "Author"],
  ];
  /** So many values are shown of a group until a reader asks for more; then so many at once. */
  const FEW = 6;
  const MANY = 100;
  /** An open group with more values has a field to find some. */
  const LONG = 20;
  /** So many values are counted of each facet, once a reader has asked for all of one. */
  const ALL = 20000;

  const GROUP =
    '<legend></legend><input type="search" class="rl-narrow" hidden="" autocomplete="off" spellcheck="false"><ul></ul>' +
    '<button type="button" class="rl-button rl-all" aria-expanded="false"></button>';
  const ROW = '<label><input type="checkbox"> <span class="rl-value" dir="auto"></span> <span class="rl-number"></span></label>';

  /**
   * A group of checkboxes.
   * @param {string} facet
   * @param {string} name
   * @param {(facet: string, value: string, on: boolean) => void} choose
   * @param {() => void} more  called when it needs more values than it has
   * @returns {FacetGroup}
   */
  function group(facet, name, choose, more) {
    const set = document.createElement("fieldset");
    set.className = `rl-facet rl-of-${facet}`;
    set.hidden = true;
    set.innerHTML = GROUP;
    const [legend, narrow, list, all] = /** @type {[HTMLElement, HTMLInputElement, HTMLElement, HTMLElement]} */ (
      /** @type {unknown} */ ([...set.children])
    );
    legend.textContent = name;
    narrow.placeholder = `Find in: ${name}`;
    narrow.setAttribute("aria-label", narrow.placeholder);
    /** Rows are kept: what only has another number stays where it is, with the focus. @type {Map<string, HTMLElement>} */
    const rows = new Map();
    /** @type {Count[]} */
    let counts = [];
    /** @type {string[]} */
    let chosen = [];
    let open = false;

    /** @param {Count} count */
    const isChosen = ([value]) => chosen.includes(value.toLowerCase());

    /** @param {Count} count */
    function row([value, label, number]) {
      let item = rows.get(value);
      if (!item) {
        item = document.createElement("li");
        item.innerHTML = ROW;
        /** @type {HTMLInputElement} */ (item.querySelector("input")).value = value;
        /** @type {HTMLElement} */ (item.querySelector(".rl-value")).textContent = facet === "highlight" ? "Highlights only" : label;
        rows.set(value, item);
      }
      const on = chosen.includes(value.toLowerCase());
      /** @type {HTMLInputElement} */ (item.querySelector("input")).checked = on;
      /** @type {HTMLElement} */ (item.querySelector(".rl-number")).textContent = number.toLocaleString("en");
      item.classList.toggle("rl-none", !number && !on);
      return item;
    }

    function draw() {
      const words = finding.words.fold(narrow.value);
      const found = words ? counts.filter(([, label]) => ` ${finding.words.fold(label)}`.includes(` ${words}`)) : counts;
      const room = open ? MANY : found.length === FEW + 1 ? FEW + 1 : FEW;
      const now = [...found.slice(0, room), ...found.slice(room).filter(isChosen)].map(row);
      if (now.length !== list.children.length || now.some((item, at) => item !== list.children[at])) {
        const focused = document.activeElement;
        list.replaceChildren(...now);
        if (focused instanceof HTMLElement && list.contains(focused)) focused.focus({ preventScroll: true });
      }
      set.hidden = !counts.some((count) => count[2] || isChosen(count));
      all.hidden = !open && counts.length <= FEW + 1;
      all.textContent = open ? "Show fewer" : "Show all";
      all.setAttribute("aria-label", `${all.textContent}: ${name}`);
      all.setAttribute("aria-expanded", String(open));
      narrow.hidden = !open || counts.length <= LONG;
    }

    list.addEventListener("change", (event) => {
      if (event.target instanceof HTMLInputElement) choose(facet, event.target.value, event.target.checked);
    });
    narrow.addEventListener("input", draw);
    all.addEventListener("click", () => {
      open = !open;
      narrow.value = "";
      if (open) more();
      draw();
    });
    return {
      set,
      open: () => open,
      show: (found, now) => {
        counts = found;
        chosen = now.map((value) => value.toLowerCase());
        draw();
      },
    };
  }

  /**
   * @param {HTMLElement} holder
   * @param {(facet: string, value: string, on: boolean) => void} choose
   * @param {() => void} more
   * @returns {Facets}
   */
  find.facets = (holder, choose, more) => {
    const groups = GROUPS.map(([facet, name]) => ({ facet, ...group(facet, name, choose, more) }));
    holder.replaceChildren(...groups.map(({ set }) => set));
    return {
      limit: () => (groups.some((one) => one.open()) ? ALL : LONG),
      show: (counts, chosen) => {
        for (const { facet, show } of groups) show(counts[facet] || [], chosen[facet] || []);
      },
    };
  };
})();
