// The calendar: where its entries stand, and how one on its way is shown, sent and put back. Times are minutes of the
// day by the clock on the branch's wall. The scripts after this one move entries, book empty places and look for news.
{
  const { announce } = window.clientele;
  const STEP = 15;
  const ROW = 5;
  const END = 24 * 60;
  const number = (element, name) => Number(element.dataset[name]);
  const rounded = (minutes) => Math.round(minutes / STEP) * STEP;
  const within = (low, value, high) => Math.min(high, Math.max(low, value));
  const clock = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "numeric", minute: "2-digit", timeZone: "UTC" });
  const shown = (minutes) => clock.format(new Date((minutes % END) * 60000));
  const typed = (minutes) => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  const filled = (text, ...values) => text.replace(/\{(\d)\}/g, (_, index) => values[index]);
  const calendar = () => document.getElementById("calendar");
  const bodies = () => [...document.querySelectorAll(".cal-column .cal-rows")];
  const state = { held: null, sending: false, dropped: 0 };

  function rowHeight(body) {
    return parseFloat(getComputedStyle(body).gridAutoRows);
  }

  function minuteAt(body, y) {
    const top = body.getBoundingClientRect().top + parseFloat(getComputedStyle(body).paddingTop);
    return number(body, "first") + ((y - top) / rowHeight(body)) * ROW;
  }

  const lastOf = (body) => number(body, "first") + number(body, "rows") * ROW;

  function place(element, body, at, minutes) {
    const row = Math.max(0, Math.floor((at - number(body, "first")) / ROW));
    element.style.gridRow = `${row + 1} / span ${Math.max(1, Math.ceil(minutes / ROW))}`;
  }

  function hold(entry) {
    const time = entry.querySelector(".cal-time");
    const at = number(entry, "at");
    const minutes = number(entry, "minutes");
    const body = entry.parentElement;
    return { entry, body, at, minutes, from: { body, at, minutes, next: entry.nextSibling, time: time.textContent } };
  }

  function show(move) {
    const { entry, body } = move;
    if (entry.parentElement !== body) {
      const focused = document.activeElement === entry;
      body.append(entry);
      if (focused) entry.focus({ preventScroll: true });
    }
    entry.classList.add("moving");
    place(entry, body, move.at, move.minutes);
    entry.querySelector(".cal-time").textContent = `${shown(move.at)}–${shown(move.at + move.minutes)}`;
  }

  function back(move) {
    const { entry, from } = move;
    const focused = document.activeElement === entry;
    entry.classList.remove("moving");
    entry.style.gridRow = "";
    entry.querySelector(".cal-time").textContent = from.time;
    if (entry.parentElement !== from.body && entry.isConnected) from.body.insertBefore(entry, from.next);
    if (focused) entry.focus({ preventScroll: true });
  }

  const moved = ({ body, at, minutes, from }) => body !== from.body || at !== from.at || minutes !== from.minutes;

  function drop(move) {
    state.held = null;
    if (!moved(move)) return back(move);
    const { entry, body } = move;
    const dialog = document.getElementById("dialog");
    let status = 0;
    dialog.replaceChildren();
    state.sending = true;
    entry.addEventListener("htmx:afterRequest", ({ detail }) => (status = detail.xhr.status), { once: true });
    const values = {
      date: body.dataset.date,
      time: typed(move.at),
      staffId: body.dataset.staff,
      minutes: move.minutes,
      _version: entry.dataset.version,
    };
    const done = () => {
      state.sending = false;
      if (status >= 200 && status < 300) return document.dispatchEvent(new Event("calendar-stale"));
      back(move);
      announce(calendar().dataset.putBack);
      if (dialog.childElementCount > 0) dialog.showModal();
    };
    const path = `${entry.getAttribute("href")}/move`;
    window.htmx.ajax("POST", path, { source: entry, target: dialog, swap: "innerHTML", values }).then(done, done);
  }

  function letGo() {
    const move = state.held;
    state.held = null;
    if (move) {
      clearTimeout(move.timer);
      back(move);
    }
  }

  function beside(body, across) {
    const all = bodies();
    return all[all.indexOf(body) + across] ?? body;
  }

  const DOWN = { ArrowDown: 1, ArrowUp: -1 };
  const ACROSS = { ArrowRight: 1, ArrowLeft: -1 };

  /** Which way an arrow key leads; nothing for other keys. */
  function arrow(e) {
    const across = (ACROSS[e.key] ?? 0) * (document.dir === "rtl" ? -1 : 1);
    const down = DOWN[e.key] ?? 0;
    return across || down ? { across, down } : null;
  }

  window.clientele.calendar = {
    STEP, END, state, number, rounded, within, shown, typed, filled, calendar, bodies, beside, arrow,
    minuteAt, lastOf, place, hold, show, drop, letGo,
  };
}
