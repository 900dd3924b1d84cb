// What colleagues book or move appears, but never under somebody's hands: in the calendar and on the page of the day.
{
  const { headers } = window.clientele;
  const { state } = window.clientele.calendar;
  const shown = () => document.querySelector("#main [data-part]");
  const LOOK = 5000;

  const idle = () => document.visibilityState === "visible" && navigator.onLine && !document.querySelector("dialog[open], :popover-open");

  async function look(now) {
    const part = shown();
    if (!part || state.held || state.sending || !(now || idle())) return;
    const answer = await fetch(part.dataset.part, { headers: { ...headers(), "HX-Request": "true" } }).catch(() => null);
    if (answer?.status !== 200 || answer.redirected) return;
    const html = await answer.text();
    if (state.held || state.sending || shown() !== part || !(now || idle())) return;
    const eventInfo = { target: part, requestConfig: { elt: part } };
    window.htmx.swap(part, html, { swapStyle: "outerHTML" }, { eventInfo });
  }

  if (shown()) {
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
