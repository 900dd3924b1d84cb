// Reads a pass with the camera where the browser knows how; elsewhere a photo of it is sent.
{
  const { on } = window.clientele;
  const pause = 200;

  function ready() {
    const scan = document.querySelector("[data-scan]");
    if (!scan || !("BarcodeDetector" in window) || !navigator.mediaDevices) return;
    scan.querySelector("[data-scan-start]").hidden = false;
    scan.querySelector("[data-scan-told]").textContent = "";
  }

  async function look(scan, video) {
    const detector = new window.BarcodeDetector();
    while (video.srcObject && scan.isConnected) {
      const [code] = await detector.detect(video).catch(() => []);
      if (code?.rawValue) return found(scan, video, code.rawValue);
      await new Promise((later) => setTimeout(later, pause));
    }
  }

  function found(scan, video, code) {
    video.srcObject.getTracks().forEach((track) => track.stop());
    video.srcObject = null;
    scan.querySelector("[name=code]").value = code;
    scan.querySelector("form").requestSubmit();
  }

  on("click", "[data-scan-start]", async (button) => {
    const scan = button.closest("[data-scan]");
    const video = scan.querySelector("video");
    const told = scan.querySelector("[data-scan-told]");
    try {
      video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    } catch {
      told.textContent = told.dataset.denied;
      return;
    }
    button.hidden = true;
    video.hidden = false;
    await video.play();
    look(scan, video);
  });

  document.addEventListener("htmx:load", ready);
  ready();
}
