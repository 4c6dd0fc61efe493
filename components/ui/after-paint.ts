/**
 * Calls back once what was just drawn is on the screen, so that what can wait takes nothing of the time of a key. A page that
 * nobody sees draws nothing: there it is called back at once.
 */
export function afterPaint(act: () => void): void {
  if (document.visibilityState === "hidden") queueMicrotask(act);
  else requestAnimationFrame(() => setTimeout(act));
}
