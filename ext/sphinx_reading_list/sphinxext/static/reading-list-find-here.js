/* The cards of a page as results: filtered and sorted where they stand. */

// @ts-check

/**
 * Where results are shown.
 * @typedef {object} Results
 * @property {string[]} sections  those that it has cards of; none: the whole list
 * @property {(found: Found, state: FindState) => number} show  how many of what was found are there to be seen
 * @property {() => HTMLElement[]} cards  what is shown, in its order
 * @property {() => string[]} keys  those of all that was found
 */

(function () {
  "use strict";

  const shared = /** @type {{ sphinxReadingList: Shared }} */ (/** @type {unknown} */ (window)).sphinxReadingList;
  const { find, finding } = shared;

  /** @returns {HTMLElement[]} */
  function allCards() {
    return Array.from(document.querySelectorAll("article.rl-entry"));
  }

  /**
   * Put cards in an order, in the places that they have between whatever else there is.
   * @param {HTMLElement[]} now
   * @param {HTMLElement[]} wanted
   */
  function order(now, wanted) {
    if (now.every((card, at) => card === wanted[at])) return;
    const places = now.map((card) => {
      const place = document.createComment("");
      card.replaceWith(place);
      return place;
    });
    places.forEach((place, at) => place.replaceWith(wanted[at]));
  }

  /**
   * @param {Index} index
   * @returns {Results}
   */
  find.here = (index) => {
    const curated = allCards();
    const key = (/** @type {HTMLElement} */ card) => card.dataset.key || "";
    const section = (/** @type {HTMLElement} */ card) => card.dataset.section || "";
    const rows = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".rl-row[data-section]"));
    const groups = [...new Set(curated.map((card) => card.parentElement))];
    const headed = groups.map((parent) => parent && parent.closest("section section")).filter(Boolean);
    /** What leads to the cards from the page's contents. */
    const contents = new Map(
      Array.from(document.querySelectorAll('li > a[href^="#entry-"]'), (link) => [link.getAttribute("href"), link.parentElement]),
    );

    return {
      sections: [...new Set(curated.map(section))],
      show(found, state) {
        const active = Boolean(finding.toParams(state));
        const places = new Map(found.hits.map((number, at) => [index.keys[number], at]));
        const chosen = state.facets.section || [];
        let shown = 0;
        for (const card of curated) {
          const hit = places.has(key(card)) && (!chosen.length || chosen.includes(section(card)));
          card.hidden = active && !hit;
          shown += card.hidden ? 0 : 1;
          const item = contents.get(`#${card.id}`);
          if (item) item.hidden = card.hidden;
        }
        const place = (/** @type {HTMLElement} */ card) => places.get(key(card)) ?? index.count;
        const wanted = active && found.sort !== "curated" ? [...curated].sort((a, b) => place(a) - place(b)) : curated;
        const now = allCards();
        for (const parent of groups) {
          const inside = (/** @type {HTMLElement} */ card) => card.parentElement === parent;
          order(now.filter(inside), wanted.filter(inside));
        }
        for (const part of headed) part?.classList.toggle("rl-none", active && !part.querySelector("article.rl-entry:not([hidden])"));
        for (const row of rows) row.hidden = active;
        return shown;
      },
      cards: () => allCards().filter((card) => !card.hidden),
      keys: () => [...new Set(allCards().filter((card) => !card.hidden).map(key))],
    };
  };
})();
