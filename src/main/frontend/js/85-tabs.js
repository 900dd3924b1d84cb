// Tabs that load their panel move the mark themselves; the record's bar shows the name once its header is gone.
{
  const { each } = window.clientele;

  document.addEventListener("htmx:afterOnLoad", ({ detail: { elt, successful } }) => {
    if (!elt.matches(".tab") || successful === false) return;
    elt.closest(".tabs").querySelectorAll(".tab").forEach((tab) => {
      if (tab === elt) tab.setAttribute("aria-current", "page");
      else tab.removeAttribute("aria-current");
    });
    reveal(elt);
  });

  each(".tabs, .parts", (strip) => {
    const current = strip.querySelector("[aria-current]");
    if (current) reveal(current);
  });

  function reveal(tab) {
    const strip = tab.closest(".tabs, .parts");
    strip.scrollLeft += tab.getBoundingClientRect().left - strip.getBoundingClientRect().left - 48;
  }

  // A header that was swapped for a newer one tells nothing any more.
  const headers = new IntersectionObserver((entries) => {
    const seen = entries.findLast(({ target }) => target.isConnected);
    if (seen) document.querySelector(".record-bar")?.classList.toggle("stuck", !seen.isIntersecting);
  });
  each(".record-top", (top) => headers.observe(top));
}
