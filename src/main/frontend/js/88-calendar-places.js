// Empty places of the calendar: pointed at or chosen by arrow keys, and booked.
{
  const { announce } = window.clientele;
  const { STEP, state, number, within, shown, typed, filled, beside, arrow, minuteAt, lastOf, place } = window.clientele.calendar;

  function aim(slots, minute, say) {
    const body = slots.parentElement;
    const at = within(number(body, "first"), minute, lastOf(body) - STEP);
    const link = new URL(slots.href);
    link.searchParams.set("time", typed(at));
    slots.setAttribute("href", link.pathname + link.search);
    slots.dataset.at = at;
    const mark = slots.nextElementSibling;
    mark.hidden = false;
    mark.textContent = shown(at);
    place(mark, body, at, STEP);
    slots.setAttribute("aria-label", filled(slots.dataset.says, shown(at)));
    if (say) {
      mark.scrollIntoView({ block: "nearest", inline: "nearest" });
      announce(slots.getAttribute("aria-label"));
    }
  }

  function aimBy(slots, across, down) {
    const at = number(slots, "at");
    if (!across) return aim(slots, Math.floor(at / STEP) * STEP + down * STEP, true);
    const other = beside(slots.parentElement, across).querySelector(".cal-slots");
    if (other === slots) return;
    other.dataset.at = at;
    other.focus({ preventScroll: true });
    aim(other, at, true);
  }

  document.addEventListener("keydown", (e) => {
    const way = e.target.matches?.(".cal-slots") && !e.altKey && !e.ctrlKey && !e.metaKey && arrow(e);
    if (way) {
      e.preventDefault();
      aimBy(e.target, way.across, way.down);
    }
  });

  const pointed = (slots, e) => aim(slots, Math.floor(minuteAt(slots.parentElement, e.clientY) / STEP) * STEP);

  // before the click is taken for the address as it was
  document.addEventListener("click", (e) => {
    if (e.detail > 0 && e.target.matches?.(".cal-slots")) pointed(e.target, e);
  }, true);

  let aimed = null;
  document.addEventListener("pointermove", (e) => {
    if (state.held && !state.held.keys) return;
    const slots = e.pointerType === "mouse" && e.target.matches?.(".cal-slots") ? e.target : null;
    if (aimed && aimed !== slots && document.activeElement !== aimed) aimed.nextElementSibling?.setAttribute("hidden", "");
    aimed = slots;
    if (slots) pointed(slots, e);
  });

  document.addEventListener("focusin", (e) => {
    if (e.target.matches?.(".cal-slots:focus-visible")) aim(e.target, number(e.target, "at"));
  });
  document.addEventListener("focusout", (e) => {
    if (e.target.matches?.(".cal-slots")) e.target.nextElementSibling.hidden = true;
  });
}
