const opener = ":scope > .to-do-acts > [aria-expanded]";

/** Leads from the fields of an indicator to those of the next one, or of the one before; false where there is none. */
export function goOn(from: HTMLElement, step: 1 | -1): boolean {
  const all = [...document.querySelectorAll<HTMLElement>("[data-mending]")].filter((each) =>
    each.querySelector(opener),
  );
  const here = all.findIndex((each) => each.contains(from));
  const next = all[here + step];
  const button = next?.querySelector<HTMLElement>(opener);
  if (!next || !button || here < 0) return false;
  if (button.ariaExpanded === "true") (firstField(next) ?? button).focus();
  else {
    // Its fields take the hand from it once they are there.
    button.focus();
    button.click();
  }
  next.scrollIntoView({ block: "nearest" });
  return true;
}

/** Of two answers the given one. */
export const firstField = (box: HTMLElement): HTMLElement | null =>
  box.querySelector<HTMLElement>("[data-row]:checked") ?? box.querySelector<HTMLElement>("[data-row], textarea");
