// Copies a text, or what another element shows: data-copy="text", data-copy="#id", or the code before it.
{
  const { on, announce, words } = window.clientele;
  on("click", "[data-copy]", async (button) => {
    const named = button.dataset.copy;
    const source = named.startsWith("#") ? document.querySelector(named) : named === "" ? button.parentElement.querySelector("code") : null;
    await navigator.clipboard.writeText((source?.textContent ?? named).trim());
    announce(words("copied"));
    const use = button.querySelector("use");
    const before = use?.getAttribute("href");
    use?.setAttribute("href", before.replace(/#.*/, "#check"));
    setTimeout(() => use?.setAttribute("href", before), 1500);
  });
}
