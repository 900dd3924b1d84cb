// Light, dark or system: shown at once, kept by the server in the background.
{
  const { on, headers } = window.clientele;
  on("submit", "[data-theme-form]", (form, e) => {
    if (!e.submitter) return;
    e.preventDefault();
    const theme = e.submitter.value;
    document.documentElement.dataset.theme = theme;
    document.querySelectorAll("[data-theme-form] button").forEach((button) => {
      button.setAttribute("aria-pressed", String(button.value === theme));
    });
    fetch(form.action, {
      method: "POST",
      headers: { ...headers(), "HX-Request": "true" },
      body: new URLSearchParams({ theme }),
    });
  });
}
