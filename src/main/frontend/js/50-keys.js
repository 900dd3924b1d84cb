// Single keys and two-key walks: any element with data-key="e" or data-key="g c" answers to it.
// None acts while someone types, while a dialog is open, or when the person switched them off.
{
  const { typing } = window.clientele;
  const help = document.getElementById("shortcuts");
  const walk = 1200;
  let first = "";
  let since = 0;

  addEventListener("keydown", (e) => {
    if (e.key === "F6") return latestToast(e);
    if (e.key.toLowerCase() === "z" && (e.ctrlKey || e.metaKey) && !e.shiftKey) return undo(e);
    const off = document.body.dataset.shortcuts !== "on";
    if (off || e.ctrlKey || e.metaKey || e.altKey || e.isComposing || typing(e.target)) return;
    if (document.querySelector(":modal, :popover-open:not(#toasts)")) return;
    if (e.key === "?" && help) {
      listPageKeys();
      help.showModal();
      return e.preventDefault();
    }
    const key = e.key.toLowerCase();
    const pair = e.timeStamp - since < walk ? `${first} ${key}` : "";
    const element = (pair && find(pair)) || find(key);
    [first, since] = [key, e.timeStamp];
    if (element) {
      e.preventDefault();
      first = "";
      if (element.matches("input, textarea, select")) element.focus();
      else element.click();
    }
  });

  /** The page's own key wins over the same one of the frame, that of an open tab over the page's. */
  function find(keys) {
    const all = [...document.querySelectorAll(`[data-key="${CSS.escape(keys)}"]`)];
    return all.find((element) => element.closest("#panel")) ?? all.find((element) => element.closest("main")) ?? all[0];
  }

  function listPageKeys() {
    const lines = [...document.querySelectorAll("main [data-key]")].map((element) => {
      const line = document.createElement("li");
      const name = (element.ariaLabel ?? element.title ?? "") || element.textContent.trim();
      line.append(name, Object.assign(document.createElement("kbd"), { textContent: element.dataset.key }));
      return line;
    });
    help.querySelector("[data-page-shortcuts]").replaceChildren(...lines);
  }

  function latestToast(e) {
    const control = document.querySelector("#toasts .toast-note:last-child button");
    if (control) {
      e.preventDefault();
      control.focus();
    }
  }

  function undo(e) {
    const button = document.querySelector("#toasts .toast-note:last-child .toast-undo button");
    if (button && !typing(e.target)) {
      e.preventDefault();
      button.click();
    }
  }
}
