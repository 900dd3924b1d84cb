// Filters that send themselves, forms that are not sent twice, and forms that guard what was typed.
// Drafts live in the page's memory only: nothing of a customer is left in the browser's storage.
{
  const { on, each } = window.clientele;
  const drafts = new Map();
  const timers = new WeakMap();

  const later = (form, wait) => {
    clearTimeout(timers.get(form));
    timers.set(form, setTimeout(() => form.requestSubmit(), wait));
  };
  on("input", "form[data-autosubmit]", (form, e) => {
    if (e.target.matches('input[type="search"], input[type="text"], input:not([type])')) later(form, 250);
  });
  on("change", "form[data-autosubmit]", (form) => later(form, 0));

  document.addEventListener("submit", (e) => {
    const form = e.target;
    if (e.defaultPrevented || form.method === "dialog" || form.matches("[hx-post], [hx-put], [hx-patch], [hx-delete], [hx-get]")) return;
    if (form.dataset.sent && Date.now() - Number(form.dataset.sent) < 4000) e.preventDefault();
    form.dataset.sent = Date.now();
    form.removeAttribute("data-dirty");
  });
  // Coming back to a page kept by the browser, its forms may be sent again.
  addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));

  const keyOf = (form) => form.getAttribute("action") ?? form.getAttribute("hx-post") ?? location.pathname;

  each("form[data-guard]", (form) => {
    const kept = drafts.get(keyOf(form));
    if (!kept || form.querySelector("[aria-invalid]")) return;
    for (const field of form.elements) {
      const values = kept.filter(([name]) => name === field.name).map(([, value]) => value);
      if (["checkbox", "radio"].includes(field.type)) field.checked = values.includes(field.value);
      else if (values.length > 0 && !["hidden", "file"].includes(field.type)) field.value = values[0];
    }
    form.toggleAttribute("data-dirty", true);
  });

  // The summary of what is wrong names the fields, in the order in which they stand.
  each(".form-errors", (summary) => {
    const faults = [...summary.querySelectorAll("a")]
      .map((link) => ({ link, field: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
      .filter(({ field }) => field);
    faults.sort((a, b) => (a.field.compareDocumentPosition(b.field) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    faults.forEach(({ link, field }) => {
      const name = (field.labels?.[0] ?? field.querySelector("legend"))?.firstChild.textContent.trim();
      if (name) link.prepend(`${name}: `);
      link.closest("ul").append(link.closest("li"));
    });
  });

  on("input", "form[data-guard]", (form) => {
    form.toggleAttribute("data-dirty", true);
    drafts.set(keyOf(form), [...new FormData(form)]);
  });

  const settled = (form) => {
    form.removeAttribute("data-dirty");
    drafts.delete(keyOf(form));
  };
  on("reset", "form[data-guard]", settled);
  // the form itself may be gone by now, swapped for the answer
  document.addEventListener("htmx:afterRequest", ({ detail: { requestConfig, successful } }) => {
    if (successful && requestConfig.elt.matches("form[data-guard]")) settled(requestConfig.elt);
  });

  addEventListener("beforeunload", (e) => {
    if (document.querySelector("form[data-guard][data-dirty]")) e.preventDefault();
  });
}
