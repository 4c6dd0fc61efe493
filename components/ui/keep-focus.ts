/** Parts of a page that say what they are about. */
const parts = "[tabindex], section, aside, main";

/**
 * Keeps the focus where a person works, once the control that they used goes with what it did: it would fall to the page's
 * beginning. Of what was around it and still is, the nearest that takes it does: whatever `data-goes-on` names in it (selectors,
 * the best first), or a part of the page. Who gives it to anything better has done so by then.
 * @returns ends it
 */
export function keepFocus(): () => void {
  let had: HTMLElement | null = null;
  let around: HTMLElement[] = [];
  const hold = (element: HTMLElement) => {
    had = element;
    around = [];
    for (let place = element.parentElement; place; place = place.parentElement) around.push(place);
  };
  const took = ({ target }: Event) => hold(target as HTMLElement);
  // Whoever pressed on nothing has let it go.
  const pressed = ({ target }: Event) => {
    if (!had?.contains(target as Node)) had = null;
  };
  const give = () => {
    if (!had || had.isConnected) return;
    had = null;
    const heir = document.activeElement === document.body ? heirOf(around) : undefined;
    // A whole part would be scrolled to its beginning.
    heir?.focus({ preventScroll: heir.matches("section, aside, main") });
  };
  const watch = new MutationObserver(() => {
    if (had && !had.isConnected) requestAnimationFrame(give);
  });
  watch.observe(document.body, { childList: true, subtree: true });
  // Its code comes after the page: somebody may be at work already.
  if (document.activeElement instanceof HTMLElement) hold(document.activeElement);
  document.addEventListener("focusin", took);
  document.addEventListener("pointerdown", pressed);
  return () => {
    watch.disconnect();
    document.removeEventListener("focusin", took);
    document.removeEventListener("pointerdown", pressed);
  };
}

function heirOf(around: readonly HTMLElement[]): HTMLElement | undefined {
  for (const place of around) {
    if (!place.isConnected) continue;
    const named = place.dataset.goesOn?.split(",").flatMap((name) => place.querySelector<HTMLElement>(name) ?? []);
    const next = named?.find((each) => each.checkVisibility() && !each.matches(":disabled"));
    if (next) return next;
    if (!place.matches(parts)) continue;
    if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
    return place;
  }
  return undefined;
}
