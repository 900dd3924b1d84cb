// Without a connection nothing is sent, and the page says so; what was typed stays. A browser calls itself offline
// also where the server runs on the same machine with no network, so the server is asked before anything is refused.
{
  const banner = document.getElementById("offline");
  const icon = document.querySelector('link[rel="icon"]').href;
  const reachable = () => fetch(icon, { method: "HEAD", cache: "no-store" }).then(() => true, () => false);
  const show = async () => (banner.hidden = navigator.onLine || (await reachable()));
  addEventListener("online", show);
  addEventListener("offline", show);

  let asked = false;
  document.addEventListener("submit", async (e) => {
    if (navigator.onLine || asked) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    const { target: form, submitter } = e;
    if (await reachable()) {
      asked = true;
      form.requestSubmit(submitter);
      asked = false;
    } else {
      banner.hidden = false;
      window.clientele.announce(banner.textContent.trim());
    }
  }, true);
  show();
}
