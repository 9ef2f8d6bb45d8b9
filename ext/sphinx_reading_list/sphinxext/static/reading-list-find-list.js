/* Results of the whole list: each a line that the index knows at once, then its card (find/cards/KEY.js), loaded when it
   comes into sight. They are shown some at a time. */

// @ts-check

(function () {
  "use strict";

  const shared = /** @type {{ sphinxReadingList: Shared }} */ (/** @type {unknown} */ (window)).sphinxReadingList;
  const { find, finding } = shared;

  /** So many are shown at a time; scrolling shows more by itself up to AT_MOST, then a button does. */
  const SOME = 20;
  const AT_MOST = 100;
  /** Nothing is loaded for results that are typed past, within so many milliseconds. */
  const SETTLED = 150;
  /** So many results are kept as they were drawn. */
  const KEPT = 400;

  /** @param {string} text */
  function escaped(text) {
    return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  }

  /** @param {string} name */
  function icon(name) {
    return `<svg class="rl-icon" width="16" height="16" aria-hidden="true"><use href="#rl-i-${name}"></use></svg>`;
  }

  /**
   * A result before its card has arrived, as high as that where it can be.
   * @param {Line} line
   * @param {string} url
   * @param {string} kindIcon
   * @param {number} authorsShown
   */
  function lineHtml(line, url, kindIcon, authorsShown) {
    const few = line.authors.length <= authorsShown + 1 ? line.authors.length : authorsShown;
    const names = line.authors.slice(0, few).map((name) => `<bdi>${escaped(name)}</bdi>`).join(", ");
    const rest = line.authors.length - few;
    const more = `${line.elided ? " and others" : ""}${rest ? ` <span class="rl-more">+${rest} more</span>` : ""}`;
    const meta = [
      `<span class="rl-kind">${icon(kindIcon)} ${escaped(line.kindLabel)}</span>`,
      line.date && `<time datetime="${line.date}">${line.dateInWords}</time>`,
      line.venue && `<span class="rl-venue">${escaped(line.venue)}</span>`,
    ];
    const star = `<span class="rl-star" title="Highlight">${icon("star-fill")}<span class="rl-vh"> Highlight</span></span>`;
    const tags = line.tags.map((tag) => `<li><bdi>${escaped(tag)}</bdi></li>`).join("");
    const parts = [
      `<article class="sd-card rl-entry rl-soon rl-kind-${line.kind}${line.highlight ? " rl-highlight" : ""}" data-key="${escaped(line.key)}">`,
      `<p class="rl-meta">${meta.filter(Boolean).join(" · ")}${line.highlight ? star : ""}</p>`,
      `<h2 class="rl-title" dir="auto"><a href="${escaped(url)}">${escaped(line.title)}</a></h2>`,
      line.aka.length ? `<p class="rl-aka" dir="auto">also known as: ${escaped(line.aka.join("; "))}</p>` : "",
      names ? `<p class="rl-authors">${names}${more}</p>` : "",
      tags ? `<ul class="rl-tags" aria-label="Tags">${tags}</ul>` : "",
      `<div class="rl-foot"></div>`,
      line.sectionTitle ? `<p class="rl-elsewhere">In: ${escaped(line.sectionTitle)}</p>` : "",
      "</article>",
    ];
    return parts.join("");
  }

  /**
   * @param {HTMLElement} browse
   * @param {Index} index
   * @returns {Results}
   */
  find.list = (browse, index) => {
    const holder = /** @type {HTMLElement} */ (browse.querySelector(".rl-results"));
    const icons = new Map((browse.dataset.icons || "").split(" ").map((pair) => /** @type {[string, string]} */ (pair.split(":"))));
    const authorsShown = Number(browse.dataset.authors);
    const next = document.createElement("button");
    next.type = "button";
    next.className = "rl-button rl-next";
    const items = document.createElement("div");
    holder.replaceChildren(items, next);

    /** @type {Map<number, HTMLElement>} */
    const drawn = new Map();
    /** @type {Set<string>} */
    const failed = new Set();
    /** @type {number[]} */
    let hits = [];
    let shown = 0;
    let timer = 0;
    /** @type {Promise<unknown> | null} */
    let sprite = null;

    /**
     * Show a line or a card, with the buttons that need scripts: some themes hide what is `hidden` whatever we say.
     * @param {HTMLElement} element
     * @param {string} html
     */
    function fill(element, html) {
      element.innerHTML = html;
      for (const button of element.querySelectorAll(".rl-button[hidden]")) button.removeAttribute("hidden");
    }

    /** @param {number} number */
    function result(number) {
      let element = drawn.get(number);
      if (!element) {
        element = document.createElement("div");
        element.className = "rl-result";
        element.dataset.number = String(number);
        const line = finding.line(index, number);
        const card = find.cards.get(line.key);
        fill(element, card || lineHtml(line, find.root + line.url, icons.get(line.kind) || "browser", authorsShown));
        drawn.set(number, element);
      }
      return element;
    }

    /** Show so many of the hits. @param {number} count */
    function draw(count) {
      shown = Math.min(count, hits.length);
      items.replaceChildren(...hits.slice(0, shown).map(result));
      if (drawn.size > Math.max(KEPT, shown)) {
        const now = new Set(hits.slice(0, shown));
        for (const number of drawn.keys()) if (!now.has(number)) drawn.delete(number);
      }
      const more = Math.min(SOME, hits.length - shown);
      next.hidden = !more;
      next.textContent = `Show ${more} more`;
      window.clearTimeout(timer);
      timer = window.setTimeout(settle, SETTLED);
    }

    /** What is shown now stays for a moment: show what is below the screen, and load the cards that are in sight. */
    function settle() {
      if (shown < Math.min(SOME, hits.length)) return draw(SOME);
      sight.disconnect();
      for (const element of items.querySelectorAll(".rl-result:has(> .rl-soon)")) sight.observe(element);
      if (shown < AT_MOST && !next.hidden) end.observe(next);
      document.dispatchEvent(new CustomEvent("rl:cards"));
    }

    const sight = new IntersectionObserver(
      (seen) => {
        for (const { isIntersecting, target } of seen) {
          if (!isIntersecting || !(target instanceof HTMLElement)) continue;
          sight.unobserve(target);
          void load(target);
        }
      },
      { rootMargin: "50% 0px" },
    );
    const end = new IntersectionObserver(
      (seen) => {
        if (!seen.some((one) => one.isIntersecting) || shown >= AT_MOST) return;
        end.disconnect();
        draw(shown + SOME);
      },
      { rootMargin: "100% 0px" },
    );

    /**
     * Put a result's card in its place.
     * @param {HTMLElement} element
     */
    async function load(element) {
      const key = index.keys[Number(element.dataset.number)];
      if (!shared.library || failed.has(key)) return;
      sprite = sprite || find.run("find/icons.js").catch(() => undefined);
      const path = `find/cards/${encodeURIComponent(shared.library.fileName(key))}.js`;
      await Promise.all([sprite, find.cards.has(key) || find.run(path).catch(() => failed.add(key))]);
      const html = find.cards.get(key);
      if (!html || !element.querySelector(".rl-soon")) return;
      const focused = element.contains(document.activeElement);
      fill(element, html);
      if (focused) element.querySelector("a")?.focus({ preventScroll: true });
      document.dispatchEvent(new CustomEvent("rl:cards"));
    }

    next.addEventListener("click", () => {
      const before = shown;
      draw(shown + SOME);
      const link = items.children[before]?.querySelector(".rl-title a");
      if (link instanceof HTMLElement) link.focus({ preventScroll: true });
    });
    shared.icons = (html) => {
      const added = document.createElement("div");
      added.innerHTML = html;
      for (const symbol of added.querySelectorAll("symbol")) if (document.getElementById(symbol.id)) symbol.remove();
      document.body.append(added);
    };

    // Who comes back finds the place again: the browser can't, as nothing was there when it looked.
    const way = /** @type {PerformanceNavigationTiming | undefined} */ (performance.getEntriesByType("navigation")[0]);
    /** @type {{ url?: string, shown?: number, at?: number }} */
    let before = {};
    try {
      if (way?.type !== "navigate") before = JSON.parse(sessionStorage.getItem("rl-results") || "{}");
    } catch {
      // It begins at the top, then.
    }
    addEventListener("pagehide", () => {
      try {
        sessionStorage.setItem("rl-results", JSON.stringify({ url: location.href, shown, at: scrollY }));
      } catch {
        // As above.
      }
    });

    return {
      sections: [],
      show(found) {
        // Where nothing else was found, as when the notes have come, a reader keeps the place and the focus.
        if (shown && found.hits.length === hits.length && found.hits.every((number, at) => number === hits[at])) return found.total;
        hits = found.hits;
        if (before.shown && before.url === location.href) {
          draw(before.shown);
          scrollTo(0, before.at || 0);
          before = {};
        } else {
          // Each key costs only what is seen of its results; the least of them is some 100 pixels high.
          draw(Math.min(SOME, Math.ceil(window.innerHeight / 100)));
        }
        return found.total;
      },
      cards: () => Array.from(items.querySelectorAll(".rl-entry")),
      keys: () => hits.map((number) => index.keys[number]),
    };
  };
})();
