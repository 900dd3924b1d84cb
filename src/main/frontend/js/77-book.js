// The booking form: its part that follows from what was chosen comes anew with each choice. What was typed in it while it
// was on its way stays. Enter in one of its lists sends it, as in any field.
{
  const { on } = window.clientele;
  const PART = "book-choices";
  let typed = [];

  document.addEventListener("htmx:beforeSwap", ({ detail: { target, requestConfig } }) => {
    if (target.id !== PART) return;
    const sent = requestConfig.formData;
    typed = [...target.querySelectorAll("input:not([type=hidden]), select")]
      .filter((field) => field.name && sent.has(field.name) && sent.get(field.name) !== field.value)
      .map(({ name, value }) => ({ name, value }));
  });

  document.addEventListener("htmx:afterSwap", ({ detail: { target } }) => {
    if (target.id !== PART) return;
    for (const { name, value } of typed) {
      const field = document.getElementById(PART)?.querySelector(`[name="${CSS.escape(name)}"]`);
      if (field) field.value = value;
    }
    typed = [];
  });

  on("keydown", ".book select", (list, e) => {
    if (e.key !== "Enter") return;
    e.preventDefault();
    list.form.requestSubmit();
  });
}
