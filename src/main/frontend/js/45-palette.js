// The palette: a combobox over a list that the server fills; the page's own commands come first.
{
  const { on, words } = window.clientele;
  const palette = document.getElementById("palette");
  const input = palette?.querySelector("input");
  const list = document.getElementById("palette-list");
  const empty = new Map();
  let asked = 0;
  let filled = null;
  let entered = null; // a scanner presses Enter before the list is there

  const options = () => [...list.querySelectorAll('[role="option"]')];

  async function fill() {
    const query = input.value.trim();
    const mine = (asked += 1);
    const html = empty.get(query) ?? (await found(query));
    if (mine !== asked || html === null) return;
    filled = query;
    list.innerHTML = html;
    list.prepend(...commands(query.toLowerCase()));
    select(options()[0]);
    if (entered === null) return;
    choose(options()[0], entered);
    entered = null;
  }

  async function found(query) {
    const answer = await fetch(`/palette?q=${encodeURIComponent(query)}`, { headers: { "HX-Request": "true" } })
      .catch(() => null);
    if (!answer?.ok) return "";
    const html = await answer.text();
    if (query === "") empty.set("", html);
    return html;
  }

  function commands(query) {
    return [...document.querySelectorAll("main [data-key]")]
      .filter((element) => name(element).toLowerCase().includes(query))
      .map((element, index) => command(element, index));
  }

  function command(element, index) {
    const option = Object.assign(document.createElement("li"), { id: `palette-here-${index}`, className: "palette-option", role: "option" });
    const icon = element.querySelector("svg")?.cloneNode(true);
    const part = (className, text) => Object.assign(document.createElement("span"), { className, textContent: text });
    if (icon) option.append(icon);
    option.append(part("palette-title", name(element)), part("palette-hint", element.dataset.key), part("palette-kind", words("here")));
    option.act = () => (element.matches("input, textarea, select") ? element.focus() : element.click());
    return option;
  }

  const name = (element) => (element.ariaLabel ?? element.title ?? "") || element.textContent.trim();

  function select(option) {
    options().forEach((other) => other.setAttribute("aria-selected", String(other === option)));
    input.setAttribute("aria-activedescendant", option?.id ?? "");
    option?.scrollIntoView({ block: "nearest" });
  }

  function choose(option, apart) {
    if (!option) return;
    const { href } = option.dataset;
    if (href && apart) return open(href, "_blank", "noopener");
    palette.close();
    if (href) location.assign(href);
    else option.act();
  }

  function show() {
    document.querySelectorAll(":popover-open").forEach((popup) => popup.hidePopover());
    if (!palette || palette.open) return;
    input.value = "";
    entered = null;
    palette.showModal();
    input.focus();
    fill();
  }

  if (palette) {
    on("click", "[data-palette-open]", show);
    on("click", ".palette-option", (option, e) => choose(option, e.ctrlKey || e.metaKey));
    on("pointermove", ".palette-option", select);
    input.addEventListener("input", fill);
    addEventListener("keydown", (e) => {
      if (e.key.toLowerCase() === "k" && (e.ctrlKey || e.metaKey) && !e.shiftKey && !e.altKey) {
        e.preventDefault();
        show();
      }
    });
    input.addEventListener("keydown", (e) => {
      const all = options();
      const at = all.findIndex((option) => option.ariaSelected === "true");
      const moves = { ArrowDown: at + 1, ArrowUp: at - 1 + all.length, PageDown: Math.min(at + 8, all.length - 1), PageUp: Math.max(at - 8, 0) };
      if (e.key in moves && all.length > 0) select(all[moves[e.key] % all.length]);
      else if (e.key === "Enter" && filled !== input.value.trim()) entered = e.ctrlKey || e.metaKey;
      else if (e.key === "Enter") choose(all[at], e.ctrlKey || e.metaKey);
      else return;
      e.preventDefault();
    });
  }
}
