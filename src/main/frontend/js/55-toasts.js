// Toasts stay ten seconds, longer while looked at; Undo in them posts to the path it was given.
{
  const { on } = window.clientele;
  const region = document.getElementById("toasts");
  const template = document.getElementById("toast-template");
  const shown = 10_000;
  const most = 3;

  document.addEventListener("toast", ({ detail }) => {
    if (!template) return;
    const note = template.content.firstElementChild.cloneNode(true);
    note.querySelector(".toast-message").textContent = detail.message;
    const form = note.querySelector(".toast-undo");
    if (detail.undo) {
      form.action = detail.undo;
      form.setAttribute("hx-post", detail.undo);
    } else {
      form.remove();
    }
    region.append(note);
    window.htmx.process(note);
    while (region.childElementCount > most) region.firstElementChild.remove();
    leaveLater(note);
  });

  // Above dialogs too: the region joins the top layer, last in, on top.
  region.popover = "manual";
  new MutationObserver(() => {
    if (region.matches(":popover-open")) region.hidePopover();
    if (region.childElementCount > 0) region.showPopover();
  }).observe(region, { childList: true });

  function leaveLater(note) {
    let left = shown;
    let timer;
    let started;
    const run = () => {
      started = Date.now();
      timer = setTimeout(() => note.remove(), left);
    };
    const wait = () => {
      clearTimeout(timer);
      left = Math.max(2000, left - (Date.now() - started));
    };
    note.addEventListener("pointerenter", wait);
    note.addEventListener("focusin", wait);
    note.addEventListener("pointerleave", () => note.contains(document.activeElement) || run());
    note.addEventListener("focusout", () => note.matches(":hover") || run());
    run();
  }

  on("click", ".toast-close", (button) => button.closest(".toast-note").remove());
  document.addEventListener("htmx:afterRequest", ({ detail: { elt, successful } }) => {
    if (successful && elt.matches(".toast-undo")) elt.closest(".toast-note").remove();
  });
  region.querySelectorAll(".toast-note").forEach(leaveLater);
  if (region.childElementCount > 0) region.showPopover();
}
