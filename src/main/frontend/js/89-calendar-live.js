// What colleagues book or move appears, but never under somebody's hands.
{
  const { headers } = window.clientele;
  const { state, calendar } = window.clientele.calendar;
  const LOOK = 5000;

  const idle = () => document.visibilityState === "visible" && navigator.onLine && !document.querySelector("dialog[open], :popover-open");

  async function look(now) {
    const grid = calendar();
    if (!grid || state.held || state.sending || !(now || idle())) return;
    const answer = await fetch(grid.dataset.part, { headers: { ...headers(), "HX-Request": "true" } }).catch(() => null);
    if (answer?.status !== 200 || answer.redirected) return;
    const html = await answer.text();
    if (state.held || state.sending || calendar() !== grid || !(now || idle())) return;
    const eventInfo = { target: grid, requestConfig: { elt: grid } };
    window.htmx.swap(grid, html, { swapStyle: "outerHTML" }, { eventInfo });
  }

  if (calendar()) {
    setInterval(look, LOOK);
    document.addEventListener("visibilitychange", () => look());
    document.addEventListener("appointments-changed", () => look(true));
    document.addEventListener("calendar-stale", () => look(true));
    document.addEventListener("htmx:afterRequest", ({ detail }) => {
      if (detail.pathInfo?.requestPath?.startsWith("/undo/")) look(true);
    });
    document.querySelector(".cal-now")?.scrollIntoView({ block: "center", inline: "nearest" });
  }
}
