// Files dropped on a field's area are put into it; its form may send itself.
{
  const { on } = window.clientele;
  const over = (area, yes) => area.classList.toggle("over", yes);

  on("dragover", "[data-drop]", (area, e) => {
    e.preventDefault();
    over(area, true);
  });
  on("dragleave", "[data-drop]", (area, e) => area.contains(e.relatedTarget) || over(area, false));
  on("drop", "[data-drop]", (area, e) => {
    e.preventDefault();
    over(area, false);
    const field = area.querySelector('input[type="file"]');
    const files = new DataTransfer();
    [...e.dataTransfer.files].slice(0, field.multiple ? 50 : 1).forEach((file) => files.items.add(file));
    field.files = files.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
  on("change", "[data-drop] input", (field) => {
    // said before gigabytes travel for nothing
    const large = [...field.files].some((file) => file.size > Number(field.dataset.mostBytes || Infinity));
    field.setCustomValidity(large ? field.dataset.tooLarge : "");
    field.reportValidity();
  });
}
