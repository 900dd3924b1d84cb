// Dialogs, the drawer and menus. A link with data-dialog or data-drawer opens its page's part in place;
// without scripts it leads to the page.
{
  const { on } = window.clientele;
  const narrow = matchMedia("(max-width: 720px)");
  const drawer = document.getElementById("drawer");

  on("click", "[data-dialog]", (opener, e) => {
    if (e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    const named = document.getElementById(opener.dataset.dialog);
    opener.closest("[popover]")?.hidePopover();
    if (named) named.showModal();
    else load(document.getElementById("dialog"), opener, (dialog) => dialog.showModal());
  });

  on("click", "[data-drawer]", (opener, e) => {
    if (e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    load(drawer, opener, open);
  });

  on("click", "[data-close]", (button) => button.closest("dialog").close());

  // A press on the veil closes, unless the dialog holds something typed.
  document.addEventListener("pointerdown", (e) => {
    const outside = e.target instanceof HTMLDialogElement && e.target.open && beyond(e.target, e);
    if (outside && !e.target.querySelector("form[data-dirty]")) e.target.close();
  });

  document.addEventListener("keydown", (e) => {
    if (e.key === "Escape" && drawer?.open && !document.querySelector(":modal, :popover-open")) drawer.close();
  });

  document.addEventListener("closeDialog", () => {
    document.querySelectorAll("dialog[open]").forEach((dialog) => dialog.close());
  });

  // The drawer of a wide window leaves the list beside it in reach.
  function open(dialog) {
    if (dialog.open) return;
    if (narrow.matches) dialog.showModal();
    else dialog.show();
  }

  function load(dialog, opener, show) {
    const path = opener.getAttribute("href") ?? opener.dataset.href;
    dialog.dataset.path = path;
    window.htmx.ajax("GET", path, { target: dialog, swap: "innerHTML", source: opener }).then(() => {
      if (dialog.dataset.path === path && dialog.childElementCount > 0) show(dialog);
    });
  }

  function beyond(dialog, { clientX, clientY }) {
    const box = dialog.getBoundingClientRect();
    return clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom;
  }

  // Menus stand below their button, or above it where there is no room.
  document.addEventListener("toggle", (e) => {
    const menu = e.target;
    if (!menu.matches?.("[data-menu]") || e.newState !== "open") return;
    const button = document.querySelector(`[popovertarget="${CSS.escape(menu.id)}"]`).getBoundingClientRect();
    menu.classList.add("placed");
    const { offsetWidth: width, offsetHeight: height } = menu;
    const below = button.bottom + 4 + height < innerHeight;
    const rtl = document.dir === "rtl";
    const left = rtl ? button.left : button.right - width;
    menu.style.left = `${Math.min(Math.max(8, left), innerWidth - width - 8)}px`;
    menu.style.top = `${below ? button.bottom + 4 : Math.max(8, button.top - height - 4)}px`;
  }, true);

  on("click", "[popover] .menu-item", (item) => item.closest("[popover]").hidePopover());
}
