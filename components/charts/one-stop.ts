/** Home and End go to the first and the last point, as arrows would. */
function toEnd(event: KeyboardEvent) {
  const arrow = { Home: "ArrowLeft", End: "ArrowRight" }[event.key];
  if (!arrow) return;
  event.preventDefault();
  const at = event.target as Element;
  for (let step = 0; step < mostPoints; step++)
    at.dispatchEvent(new KeyboardEvent("keydown", { key: arrow, bubbles: true }));
}

/** More than any chart has beside each other. */
const mostPoints = 40;

/**
 * Ref of the element around a chart. The library draws on layers within one drawing, and the Tab key stops at each of
 * them in browsers that let what listens for the focus have it, as React does there. The drawing alone is a stop.
 */
export function oneStop(place: HTMLElement | null) {
  if (!place) return;
  const passOver = () => {
    for (const layer of place.querySelectorAll("g[class^=recharts-zIndex-layer]:not([tabindex])"))
      layer.setAttribute("tabindex", "-1");
  };
  passOver();
  const observer = new MutationObserver(passOver);
  observer.observe(place, { childList: true, subtree: true });
  place.addEventListener("keydown", toEnd);
  return () => {
    observer.disconnect();
    place.removeEventListener("keydown", toEnd);
  };
}
