// What the scripts after this one share. Each of them looks for its own attribute in the page.
window.clientele = (() => {
  const announcer = document.getElementById("announcer");
  const token = document.querySelector('meta[name="csrf"]');

  /** Texts the scripts need, in the reader's language; {0} and {1} are filled in. */
  const words = (name, ...values) =>
    (announcer.dataset[name] ?? "").replace(/\{(\d)\}/g, (_, index) => values[index]);

  /** Says it to screen readers; an empty moment makes the same words be read again. */
  const announce = (text) => {
    announcer.textContent = "";
    setTimeout(() => (announcer.textContent = text), 50);
  };

  /** Whether the keys pressed belong to a field. */
  const typing = (target) =>
    target.closest?.('input:not([type="checkbox"], [type="radio"], [type="button"], [type="range"]), textarea, select, [contenteditable]') !== null;

  /** Does something with each such element, now and whenever more of them arrive. */
  const each = (selector, enhance) =>
    document.addEventListener("htmx:load", ({ detail: { elt } }) => {
      if (elt.matches(selector)) enhance(elt);
      elt.querySelectorAll(selector).forEach(enhance);
    });

  /** Listens once for all elements of a kind, also those not there yet. */
  const on = (event, selector, act) =>
    document.addEventListener(event, (e) => {
      const element = e.target.closest?.(selector);
      if (element) act(element, e);
    });

  const headers = () => (token ? { [token.dataset.header]: token.content } : {});

  return { words, announce, typing, each, on, headers };
})();
