// What only the profile does: details edited in place, notes sent by keys, ticks that show at once, printing.
{
  const { on, announce } = window.clientele;

  on("keydown", "form", (form, e) => {
    if (e.key === "Escape") {
      const away = form.querySelector("[data-escape]");
      if (!away) return;
      e.preventDefault();
      window.htmx.process(form); // a form that has only just come does not answer yet
      away.click();
    } else if (e.key === "Enter" && (e.ctrlKey || e.metaKey) && form.matches("[data-send-keys]")) {
      e.preventDefault();
      form.requestSubmit();
    }
  });

  // The whole line of a detail opens it, but what stands in it can still be clicked and copied.
  on("click", ".detail", (detail, e) => {
    if (!e.target.closest("a, button, form") && !String(getSelection())) detail.querySelector(".detail-edit")?.click();
  });

  // Leaving a detail saves what was changed in it and closes it when nothing was.
  const filled = new WeakMap();
  const state = (form) => new URLSearchParams(new FormData(form)).toString();
  on("focusin", "form[data-inline]", (form) => filled.has(form) || filled.set(form, state(form)));
  on("focusout", "form[data-inline]", (form, e) => {
    if (!e.relatedTarget || form.contains(e.relatedTarget) || e.relatedTarget.closest("dialog, [popover]")) return;
    if (state(form) === filled.get(form)) form.querySelector("[data-escape]").click();
    else form.requestSubmit();
  });

  document.addEventListener("htmx:afterSwap", ({ detail: { target } }) => {
    const saved = target.isConnected ? target : document.getElementById(target.id);
    if (saved?.matches(".detail-saved")) announce(saved.querySelector(".detail-label").textContent);
  });

  // A tick the server refuses is taken back.
  for (const failed of ["htmx:responseError", "htmx:sendError"]) {
    document.addEventListener(failed, ({ detail: { elt } }) => {
      if (elt.matches("[data-optimistic]")) elt.checked = !elt.checked;
    });
  }

  on("click", "[data-print]", () => print());
}
