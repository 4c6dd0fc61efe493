/** A window that a browser gives no frames, without saying that it is hidden, is waited for no longer. */
const PATIENCE_MS = 500;

/**
 * Calls back, once, when what was just drawn is on the screen, so that what can wait takes nothing of the time of a key. A page that
 * nobody sees draws nothing: there it is called back at once, or soon where it is hidden meanwhile.
 */
export function afterPaint(act: () => void): void {
  if (document.visibilityState === "hidden") {
    queueMicrotask(act);
    return;
  }
  let waits = true;
  const once = () => {
    if (waits) act();
    waits = false;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, PATIENCE_MS);
}
