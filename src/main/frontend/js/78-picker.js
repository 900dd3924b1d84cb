// A field that finds people as one types: a combobox over a list that the server fills. Choosing one keeps
// their id; typing over it makes it plain words again. With data-picker-first the first found is marked at once, so that
// Enter takes it, even before it is there; data-picker-next names the field that is next.
{
  const { on } = window.clientele;
  const timers = new WeakMap();
  const parts = (input) => {
    const picker = input.closest("[data-picker]");
    return {
      picker,
      list: picker.querySelector('[role="listbox"]'),
      id: picker.querySelector("[data-picker-id]"),
      name: picker.querySelector("[data-picker-name]"),
    };
  };
  const options = (list) => [...list.querySelectorAll('[role="option"]')];

  on("input", "[data-picker] [role=combobox]", (input) => {
    const { id, name } = parts(input);
    id.value = name.value = "";
    clearTimeout(timers.get(input));
    timers.set(input, setTimeout(() => fill(input), 150));
  });

  async function fill(input) {
    const { picker, list } = parts(input);
    const query = input.value.trim();
    if (query.length < 2) return close(input);
    const answer = await fetch(`${picker.dataset.picker}?q=${encodeURIComponent(query)}`, { headers: { "HX-Request": "true" } })
      .catch(() => null);
    const html = answer?.ok ? await answer.text() : "";
    if (!html || input.value.trim() !== query || document.activeElement !== input) return;
    const marked = input.getAttribute("aria-activedescendant");
    list.innerHTML = html;
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    const first = "pickerFirst" in picker.dataset ? options(list)[0] : undefined;
    mark(input, options(list).find((option) => option.id === marked) ?? first); // somebody may be choosing already
    if (first && input.dataset.entered === query) choose(input, first);
  }

  function close(input) {
    parts(input).list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function mark(input, option) {
    options(parts(input).list).forEach((other) => other.setAttribute("aria-selected", String(other === option)));
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  }

  function choose(input, option) {
    const { picker, id, name } = parts(input);
    id.value = option.dataset.id;
    input.value = name.value = option.dataset.name;
    close(input);
    delete input.dataset.entered;
    input.form?.toggleAttribute("data-dirty", true);
    input.dispatchEvent(new Event("picked", { bubbles: true }));
    document.getElementById(picker.dataset.pickerNext)?.focus();
  }

  on("keydown", "[data-picker] [role=combobox]", (input, e) => {
    const { picker, list, id } = parts(input);
    if (list.hidden) {
      const awaited = e.key === "Enter" && "pickerFirst" in picker.dataset && !id.value && input.value.trim().length > 1;
      if (!awaited) return;
      input.dataset.entered = input.value.trim();
      return e.preventDefault();
    }
    const all = options(list);
    const at = all.findIndex((option) => option.ariaSelected === "true");
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (step && all.length > 0) mark(input, all[(at + step + all.length) % all.length]);
    else if (e.key === "Enter" && at >= 0) choose(input, all[at]);
    else if (e.key === "Enter" || e.key === "Escape") close(input); // the words stay; Enter sends once the list is gone
    else return;
    e.preventDefault();
    e.stopImmediatePropagation();
  });

  // before the field loses the focus
  on("pointerdown", "[data-picker] [role=option]", (option, e) => {
    e.preventDefault();
    choose(option.closest("[data-picker]").querySelector("[role=combobox]"), option);
  });

  // A list that goes away may make the page shorter: not while a button is being pressed, or it moves from under it.
  let pressed = false;
  document.addEventListener("pointerdown", () => (pressed = true), true);
  for (const released of ["pointerup", "pointercancel"]) document.addEventListener(released, () => (pressed = false), true);
  on("focusout", "[data-picker] [role=combobox]", (input) => {
    if (pressed) document.addEventListener("pointerup", () => setTimeout(() => close(input)), { once: true });
    else close(input);
  });
}
