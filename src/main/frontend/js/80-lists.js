// Tables of records by keyboard: arrows move, Enter opens, Space peeks, x picks; and the bar for what is picked.
{
  const { on, each, typing, words } = window.clientele;
  const drawer = document.getElementById("drawer");
  const rowsOf = (row) => [...row.closest("[data-rows]").querySelectorAll("tr[data-href]")];

  each("[data-rows] tr[data-href]", (row) => (row.tabIndex = 0));

  on("keydown", "[data-rows] tr[data-href]", (row, e) => {
    if (typing(e.target) || e.target.matches("a, button") || e.ctrlKey || e.metaKey || e.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (step) go(row, step);
    else if (e.key === "Enter" && e.target === row) location.assign(row.dataset.href);
    else if (e.key === " " && e.target === row && row.dataset.peek) peek(row);
    else if (e.key === "x") row.querySelector(".pick input")?.click();
    else return;
    e.preventDefault();
  });

  on("click", "[data-rows] tr[data-href]", (row, e) => {
    if (e.target.closest("a, button, label, input") || String(getSelection())) return;
    if (e.ctrlKey || e.metaKey) open(row.dataset.href, "_blank", "noopener");
    else location.assign(row.dataset.href);
  });

  function go(row, step) {
    const next = rowsOf(row)[rowsOf(row).indexOf(row) + step];
    next?.focus();
    if (next && drawer?.open && next.dataset.peek) peek(next);
  }

  async function peek(row) {
    if (drawer.open && row.matches(".peeked")) return drawer.close();
    rowsOf(row).forEach((other) => other.classList.toggle("peeked", other === row));
    await window.htmx.ajax("GET", row.dataset.peek, { target: drawer, swap: "innerHTML", source: row });
    if (matchMedia("(max-width: 720px)").matches) drawer.open || drawer.showModal();
    else if (!drawer.open) drawer.show();
    if (!drawer.matches(":modal")) row.focus();
  }

  drawer?.addEventListener("close", () => {
    const row = document.querySelector("tr.peeked");
    row?.classList.remove("peeked");
    row?.focus();
  });

  // Picking: one box for all, shift for a stretch.
  let last;
  on("click", ".pick input", (box, e) => {
    const table = box.closest("[data-rows]");
    const boxes = [...table.querySelectorAll("tbody .pick input")];
    if (box.closest("thead")) boxes.forEach((other) => (other.checked = box.checked));
    else if (e.shiftKey && last) between(boxes, last, box).forEach((other) => (other.checked = box.checked));
    last = box;
    count(table, boxes);
  });

  const between = (boxes, a, b) => {
    const [from, to] = [boxes.indexOf(a), boxes.indexOf(b)].sort((x, y) => x - y);
    return boxes.slice(from, to + 1);
  };

  function count(table, boxes) {
    const picked = boxes.filter((box) => box.checked);
    boxes.forEach((box) => box.closest("tr").setAttribute("aria-selected", String(box.checked)));
    const all = table.querySelector("thead .pick input");
    if (all) {
      all.checked = picked.length === boxes.length;
      all.indeterminate = picked.length > 0 && picked.length < boxes.length;
    }
    const bar = document.querySelector("[data-bulk]");
    if (!bar) return;
    bar.hidden = picked.length === 0;
    bar.querySelector("[data-bulk-count]").textContent = words("picked", picked.length);
  }
}
