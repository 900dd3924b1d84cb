// Lists in an order of one's own: by mouse or finger, by arrow keys on the grip, by Move up and Move down.
// The new order is posted to data-sort; if that is refused, the old one comes back. Without an address the list is
// part of a form, which is sent in the order of its rows.
{
  const { each, on, announce, words } = window.clientele;
  const me = document.currentScript;
  let library;

  const load = () => (library ??= new Promise((done) => {
    document.head.append(Object.assign(document.createElement("script"), { src: me.dataset.sortable, onload: done }));
  }));

  const items = (list) => [...list.querySelectorAll(":scope > [data-id]")];
  const order = (list) => items(list).map((item) => item.dataset.id);

  each("[data-sort]", async (list) => {
    list.settled = order(list);
    await load();
    window.Sortable.create(list, {
      handle: "[data-grip]",
      draggable: "[data-id]",
      animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 150,
      ghostClass: "sort-ghost",
      dragClass: "sort-drag",
      onEnd: ({ item }) => save(list, item),
    });
  });

  on("keydown", "[data-grip]", (grip, e) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[e.key];
    if (step) {
      e.preventDefault();
      move(grip, step, grip);
    }
  });

  on("click", "[data-move]", (button, e) => {
    if (!button.closest("[data-sort]")) return;
    e.preventDefault();
    move(button, Number(button.dataset.move), button);
  });

  function move(control, step, focus) {
    const list = control.closest("[data-sort]");
    const item = control.closest("[data-id]");
    const beside = items(list)[items(list).indexOf(item) + step];
    if (!beside) return;
    if (step < 0) beside.before(item);
    else beside.after(item);
    focus.focus();
    save(list, item);
  }

  function save(list, item) {
    const now = order(list);
    if (now.join() === list.settled.join()) return;
    announce(words("moved", now.indexOf(item.dataset.id) + 1, now.length));
    if (!list.dataset.sort) {
      list.settled = now;
      item.dispatchEvent(new Event("input", { bubbles: true })); // the form has something to lose by now
      return;
    }
    window.htmx.ajax("POST", list.dataset.sort, { source: list, swap: "none", values: { order: now } });
  }

  document.addEventListener("htmx:afterRequest", ({ detail: { elt, successful } }) => {
    if (!elt.matches("[data-sort]")) return;
    if (successful) elt.settled = order(elt);
    else elt.append(...elt.settled.map((id) => elt.querySelector(`:scope > [data-id="${CSS.escape(id)}"]`)));
  });
}
