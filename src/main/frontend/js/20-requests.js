// What goes to the server and what comes back: token, progress, failures, and the words of a toast.
{
  const { announce, headers } = window.clientele;
  const root = document.documentElement;
  let running = 0;

  document.addEventListener("htmx:configRequest", ({ detail }) => Object.assign(detail.headers, headers()));

  document.addEventListener("htmx:beforeRequest", ({ detail }) => {
    running += 1;
    root.toggleAttribute("data-busy", true);
    forget(detail.elt);
  });

  document.addEventListener("htmx:afterRequest", () => {
    running -= 1;
    root.toggleAttribute("data-busy", running > 0);
  });

  // A page's own form comes back as HTML; a sentence means that the request as a whole failed.
  const sentence = (xhr) => xhr.getResponseHeader("Content-Type")?.startsWith("text/plain");
  document.addEventListener("htmx:beforeSwap", ({ detail }) => {
    if (detail.xhr.status >= 400 && sentence(detail.xhr)) Object.assign(detail, { shouldSwap: false, isError: true });
  });

  document.addEventListener("htmx:responseError", ({ detail: { elt, xhr } }) => {
    tell(elt, sentence(xhr) ? xhr.responseText : "", xhr.getResponseHeader("X-Request-Id"));
  });

  document.addEventListener("htmx:sendError", ({ detail: { elt } }) => {
    tell(elt, document.getElementById("offline").textContent.trim(), null);
  });

  document.addEventListener("htmx:timeout", ({ detail: { elt } }) => tell(elt, "", null));

  // htmx notes the address of the page, and with it what was searched for; a shared desk should not keep that.
  const forgetAddress = () => sessionStorage.removeItem("htmx-current-path-for-history");
  ["htmx:load", "htmx:afterSettle", "htmx:pushedIntoHistory", "htmx:replacedInHistory"].forEach((event) =>
    document.addEventListener(event, forgetAddress));
  addEventListener("pagehide", forgetAddress);

  // A refused form comes back marked: its first fault gets the focus.
  document.addEventListener("htmx:afterSettle", ({ detail: { target, xhr } }) => {
    if (xhr?.status === 422 || xhr?.status === 409) {
      (target.querySelector("[data-focus], [aria-invalid]") ?? target).focus();
    }
  });

  // Only what has just come: a part swapped later must not take whoever reads back up to an old fault.
  document.addEventListener("htmx:load", ({ detail: { elt } }) => {
    const failed = elt.querySelector("main [data-focus]");
    if (failed && document.activeElement === document.body) failed.focus();
  });

  /** Says what failed beside what was being done, and leaves what was typed alone. */
  function tell(element, text, id) {
    const notice = document.getElementById("failure-template").content.firstElementChild.cloneNode(true);
    const what = notice.querySelector(".failure-what");
    if (text) what.textContent = text;
    const number = notice.querySelector(".failure-id");
    number.hidden = !id;
    number.querySelector("code").textContent = id ?? "";
    const place = element.closest("form") ?? element.closest("dialog") ?? document.querySelector("main");
    forget(place);
    place.prepend(notice);
    notice.scrollIntoView({ block: "nearest" });
    announce(what.textContent);
  }

  function forget(element) {
    (element.closest("form") ?? element).querySelectorAll(":scope > .failure").forEach((old) => old.remove());
  }
}
