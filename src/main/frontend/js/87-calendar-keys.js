// Appointments moved by keys: Alt and arrows, with Shift for how long they last.
{
  const { announce } = window.clientele;
  const { STEP, END, state, number, within, shown, filled, calendar, beside, arrow, lastOf, hold, show, drop, letGo } = window.clientele.calendar;

  document.addEventListener("keydown", (e) => {
    if (e.key === "Escape" && state.held) {
      e.preventDefault();
      return letGo();
    }
    const way = arrow(e);
    const entry = way && e.altKey && !state.sending && e.target.closest?.(".cal-entry[data-movable]");
    if (entry) {
      e.preventDefault();
      moveBy(entry, way.across, way.down, e.shiftKey);
    }
  });

  function moveBy(entry, across, down, stretch) {
    state.held ??= Object.assign(hold(entry), { keys: true });
    if (stretch) {
      state.held.minutes = within(STEP, state.held.minutes + down * STEP, END - state.held.at);
    } else {
      state.held.body = beside(state.held.body, across);
      state.held.at = within(number(state.held.body, "first"), state.held.at + down * STEP, lastOf(state.held.body) - STEP);
    }
    show(state.held);
    entry.scrollIntoView({ block: "nearest", inline: "nearest" });
    const span = `${shown(state.held.at)}–${shown(state.held.at + state.held.minutes)}`;
    announce(filled(calendar().dataset.moving, span, state.held.body.dataset.name));
  }

  document.addEventListener("keyup", (e) => {
    if (e.key === "Alt" && state.held?.keys) drop(state.held);
  });
}
