// Without a connection nothing is sent, and the page says so; what was typed stays.
{
  const banner = document.getElementById("offline");
  const show = () => (banner.hidden = navigator.onLine);
  addEventListener("online", show);
  addEventListener("offline", show);
  document.addEventListener("submit", (e) => {
    if (!navigator.onLine) {
      e.preventDefault();
      e.stopImmediatePropagation();
      banner.hidden = false;
      window.clientele.announce(banner.textContent.trim());
    }
  }, true);
  document.addEventListener("htmx:beforeRequest", (e) => {
    if (!navigator.onLine && e.detail.requestConfig.verb !== "get") e.preventDefault();
  });
  show();
}
