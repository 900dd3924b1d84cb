// Picking rows of a table: one box for all, shift for a stretch, and the bar that says what to do with them.
{
  const { on, words } = window.clientele;
  const bar = () => document.querySelector("[data-bulk]");
  const boxesOf = (table) => [...table.querySelectorAll("tbody .pick input")];
  let last;

  on("click", ".pick input", (box, e) => {
    const table = box.closest("[data-rows]");
    const boxes = boxesOf(table);
    if (box.closest("thead")) boxes.forEach((other) => (other.checked = box.checked));
    else if (e.shiftKey && last?.isConnected) between(boxes, last, box).forEach((other) => (other.checked = box.checked));
    last = box;
    count(table);
  });

  const between = (boxes, a, b) => {
    const [from, to] = [boxes.indexOf(a), boxes.indexOf(b)].sort((x, y) => x - y);
    return boxes.slice(Math.max(0, from), to + 1);
  };

  function count(table) {
    const boxes = boxesOf(table);
    const picked = boxes.filter((box) => box.checked);
    boxes.forEach((box) => box.closest("tr").setAttribute("aria-selected", String(box.checked)));
    const all = table.querySelector("thead .pick input");
    if (all) {
      all.checked = picked.length === boxes.length;
      all.indeterminate = picked.length > 0 && picked.length < boxes.length;
    }
    if (!bar()) return;
    bar().hidden = picked.length === 0;
    say(words("picked", picked.length), false);
    const whole = bar().querySelector("[data-bulk-all]");
    if (whole) whole.hidden = picked.length < boxes.length;
  }

  /** Whether it is about those picked or about everybody in the list. */
  function say(text, whole) {
    bar().querySelector("[data-bulk-count]").textContent = text;
    const field = bar().querySelector("[data-bulk-whole]");
    if (field) field.value = String(whole);
  }

  on("click", "[data-bulk-all]", (button) => {
    say(button.dataset.bulkAll, true);
    button.hidden = true;
    bar().querySelector("[name=action], [formaction]")?.focus();
  });

  const none = () => {
    const table = document.querySelector("[data-rows]");
    boxesOf(table).forEach((box) => (box.checked = false));
    count(table);
    table.querySelector("thead .pick input")?.focus();
  };
  on("click", "[data-bulk-none]", none);
  document.addEventListener("keydown", (e) => {
    if (e.key !== "Escape" || !bar() || !bar().contains(e.target) || document.querySelector(":modal")) return;
    none();
  });

  // What leads to a file is no part of a page.
  on("click", "[data-plain]", (button, e) => {
    e.preventDefault();
    location.assign(`${button.formAction}?${new URLSearchParams(new FormData(button.form))}`);
  });

  // The question that the bar's form asks stands in a dialog.
  document.addEventListener("htmx:afterSwap", ({ detail: { target, requestConfig } }) => {
    if (requestConfig.elt.matches("[data-bulk]") && target.id === "dialog" && !target.open) target.showModal();
  });
}
