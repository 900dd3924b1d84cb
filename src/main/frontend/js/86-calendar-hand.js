// Appointments moved by hand: a mouse drags at once, a finger after it has rested.
{
  const { STEP, END, state, number, rounded, within, bodies, minuteAt, lastOf, hold, show, drop, letGo } = window.clientele.calendar;
  const PRESS = 350;

  document.addEventListener("pointerdown", (e) => {
    const entry = e.target.closest?.('.cal-entry[data-movable]');
    if (!entry || e.button !== 0 || state.held || state.sending) return;
    const move = hold(entry);
    move.x = e.clientX;
    move.y = e.clientY;
    move.grip = minuteAt(move.body, e.clientY) - move.at;
    move.stretch = e.target.matches(".cal-stretch");
    move.ready = e.pointerType === "mouse";
    if (!move.ready) {
      move.timer = setTimeout(() => {
        move.ready = move.dragging = true;
        show(move);
      }, PRESS);
    }
    state.held = move;
  });

  document.addEventListener("pointermove", (e) => {
    if (!state.held || state.held.keys) return;
    const far = Math.hypot(e.clientX - state.held.x, e.clientY - state.held.y);
    if (!state.held.ready) {
      if (far > 8) letGo();
      return;
    }
    if (!state.held.dragging && far < 5) return;
    state.held.dragging = true;
    follow(state.held, e);
    show(state.held);
  });

  function follow(move, e) {
    if (move.stretch) {
      const end = rounded(minuteAt(move.body, e.clientY));
      move.minutes = within(STEP, end - move.at, END - move.at);
      return;
    }
    const over = bodies().find((body) => {
      const box = body.getBoundingClientRect();
      return e.clientX >= box.left && e.clientX < box.right;
    });
    move.body = over ?? move.body;
    const last = lastOf(move.body) - STEP;
    move.at = within(number(move.body, "first"), rounded(minuteAt(move.body, e.clientY) - move.grip), last);
  }

  document.addEventListener("pointerup", () => {
    if (!state.held || state.held.keys) return;
    clearTimeout(state.held.timer);
    if (!state.held.dragging) {
      state.held = null;
      return;
    }
    state.dropped = Date.now();
    drop(state.held);
  });

  // entries and empty places are links, which a browser would rather carry away itself
  document.addEventListener("dragstart", (e) => e.target.closest?.(".cal") && e.preventDefault());
  document.addEventListener("pointercancel", letGo);
  addEventListener("blur", letGo);
  document.addEventListener("touchmove", (e) => state.held?.dragging && e.preventDefault(), { passive: false });
  document.addEventListener("contextmenu", (e) => state.held && e.preventDefault());

  // the click that ends a drag opens nothing
  document.addEventListener("click", (e) => {
    if (Date.now() - state.dropped < 300 && e.target.closest?.(".cal")) {
      e.preventDefault();
      e.stopPropagation();
    }
  }, true);
}
