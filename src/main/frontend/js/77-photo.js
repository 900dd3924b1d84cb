// A photo chosen, dropped or taken with the camera is cut to a square by moving and zooming, then sent.
{
  const { on } = window.clientele;
  const side = 800;
  let form, dialog, canvas, zoom, video, picture, stream;
  let view = { x: 0, y: 0, scale: 1 };

  on("change", "[data-photo] input[type=file]", async (field) => {
    if (!field.files[0]) return;
    begin(field.form);
    try {
      edit(await createImageBitmap(field.files[0], { imageOrientation: "from-image" }));
    } catch {
      form.submit(); // the server says why it is no picture
    }
  });

  on("click", "[data-camera]", async (button) => {
    begin(button.form);
    const picker = form.querySelector("input[capture]");
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1280 } } });
    } catch {
      return picker.click(); // no camera in the page: the device's own
    }
    video.srcObject = stream;
    stage("camera");
    await video.play();
  });

  on("click", "[data-shoot]", async () => {
    // a camera takes a moment to give its first picture
    if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) await new Promise((seen) => video.addEventListener("loadeddata", seen, { once: true }));
    edit(await createImageBitmap(video));
  });

  on("click", "[data-crop-save]", () => {
    canvas.toBlob((blob) => {
      const files = new DataTransfer();
      files.items.add(new File([blob], "photo.jpg", { type: "image/jpeg" }));
      form.querySelector("input[name]:is([type=file])").files = files.files;
      dialog.close();
      form.submit();
    }, "image/jpeg", 0.9);
  });

  function begin(of) {
    form = of;
    dialog = document.getElementById(form.dataset.photo);
    canvas = dialog.querySelector("canvas");
    zoom = dialog.querySelector("input[type=range]");
    video = dialog.querySelector("video");
    if (dialog.ready) return;
    dialog.ready = true;
    dialog.addEventListener("close", () => {
      stop();
      form.reset();
    });
    zoom.addEventListener("input", () => {
      view.scale = Number(zoom.value);
      draw();
    });
    canvas.addEventListener("pointermove", (e) => e.buttons && shift(e.movementX, e.movementY));
    canvas.addEventListener("pointerdown", (e) => canvas.setPointerCapture(e.pointerId));
    canvas.addEventListener("wheel", (e) => {
      e.preventDefault();
      zoom.value = view.scale = Math.min(4, Math.max(1, view.scale - e.deltaY / 400));
      draw();
    }, { passive: false });
    canvas.addEventListener("keydown", (e) => {
      const step = { ArrowLeft: [-8, 0], ArrowRight: [8, 0], ArrowUp: [0, -8], ArrowDown: [0, 8] }[e.key];
      if (step) {
        e.preventDefault();
        shift(...step);
      }
    });
  }

  function edit(bitmap) {
    stop();
    picture = bitmap;
    view = { x: 0, y: 0, scale: 1 };
    zoom.value = 1;
    canvas.width = canvas.height = side;
    stage("crop");
    draw();
  }

  function shift(x, y) {
    const pixel = side / canvas.getBoundingClientRect().width;
    view.x += x * pixel;
    view.y += y * pixel;
    draw();
  }

  /** The picture always covers the square. */
  function draw() {
    const fit = (side / Math.min(picture.width, picture.height)) * view.scale;
    const [width, height] = [picture.width * fit, picture.height * fit];
    const limit = (value, size) => Math.min((size - side) / 2, Math.max((side - size) / 2, value));
    view.x = limit(view.x, width);
    view.y = limit(view.y, height);
    canvas.getContext("2d").drawImage(picture, (side - width) / 2 + view.x, (side - height) / 2 + view.y, width, height);
  }

  function stage(name) {
    dialog.querySelectorAll("[data-stage]").forEach((part) => (part.hidden = part.dataset.stage !== name));
    if (!dialog.open) dialog.showModal();
  }

  function stop() {
    stream?.getTracks().forEach((track) => track.stop());
    stream = null;
  }
}
