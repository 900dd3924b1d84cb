// Shown in a frame on another site: tells that site how high it is, so that the frame needs no bar of its own.
if (window.parent !== window) {
  addEventListener("load", () => {
    const main = document.getElementById("main"); // the body is at least as high as the frame was before
    const tell = () => {
      const height = Math.ceil(main.getBoundingClientRect().bottom + window.scrollY);
      window.parent.postMessage({ clienteleHeight: height }, "*");
    };
    new ResizeObserver(tell).observe(main);
  });
}
