// A button that puts its value into a field: a free time, picked instead of typed.
{
  const { on } = window.clientele;

  on("click", "[data-fill]", (button) => {
    const field = document.getElementById(button.dataset.fill);
    field.value = button.value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    button.parentElement.querySelectorAll(".chip-indigo").forEach((other) => other.classList.remove("chip-indigo"));
    button.classList.add("chip-indigo");
    field.focus();
  });
}
