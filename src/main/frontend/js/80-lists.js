// Tables of records by keyboard: arrows move, Enter opens, Space or the eye peeks, x picks.
{
  const { on, each, typing } = window.clientele;
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

  on("click", "[data-peek-open]", (link, e) => {
    if (e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    peek(link.closest("tr"));
  });

  on("click", "[data-rows] tr[data-href]", (row, e) => {
    if (e.target.closest("a, button, label, input") || String(getSelection())) return;
    if (e.ctrlKey || e.metaKey) open(row.dataset.href, "_blank", "noopener");
    else location.assign(row.dataset.href);
  });

  // From the search, down into what it found.
  on("keydown", "[role=search] input", (input, e) => {
    const first = document.querySelector("[data-rows] tr[data-href]");
    if (e.key !== "ArrowDown" || !first) return;
    e.preventDefault();
    first.focus();
  });

  // Enter opens what was found alone: a scanner types a pass and presses it at once. It is asked for once, though the key
  // sets off a search, a submission and what waited for more to be typed.
  on("input", "[role=search] input", (input) => (input.form.entered = null));
  on("keydown", "[role=search] input", (input, e) => {
    if (e.key === "Enter" && input.value.trim()) input.form.entered = "pressed";
  });
  document.addEventListener("htmx:confirm", (e) => {
    if (e.target.entered === "asked") e.preventDefault();
    else if (e.target.entered) e.target.entered = "asked";
  });
  document.addEventListener("htmx:afterSettle", () => {
    const search = document.querySelector("[role=search]");
    if (!search?.entered) return;
    const rows = document.querySelectorAll("[data-rows] tr[data-href]");
    if (rows.length === 1) location.assign(rows[0].dataset.href);
    else search.entered = null;
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
    drawer.querySelector("[data-peek-profile]")?.setAttribute("href", row.dataset.href);
    if (matchMedia("(max-width: 720px)").matches) drawer.open || drawer.showModal();
    else if (!drawer.open) drawer.show();
    if (!drawer.matches(":modal")) row.focus();
  }

  drawer?.addEventListener("close", () => {
    const row = document.querySelector("tr.peeked");
    row?.classList.remove("peeked");
    row?.focus();
  });

  // A profile opened from a list says which place it has there, and leads to the neighbours.
  const opened = new URLSearchParams(location.search);
  each(".record-path", async (path) => {
    const record = location.pathname.match(/^\/customers\/[0-9a-f-]{36}/);
    if (!record || !opened.has("list") || path.querySelector(".record-place")) return;
    const list = opened.get("list");
    path.querySelector("a").href = list ? `/customers?${list}` : "/customers";
    const query = new URLSearchParams({ list, at: opened.get("at") ?? "1" });
    const answer = await fetch(`${record[0]}/place?${query}`, { headers: { "HX-Request": "true" } }).catch(() => null);
    if (!answer?.ok || !path.isConnected) return;
    path.insertAdjacentHTML("beforeend", await answer.text());
  });
}
