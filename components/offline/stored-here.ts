// A page that is kept for when there is no line is older than what was stored from it since.

const storedHere = "spaiv-stored";

/**
 * Tells this window that the server has stored something of a report.
 * @param indicator whose own page shows it; a value of the sheet is noted beside the kept pages instead
 */
export const tellStored = (indicator?: string): void =>
  void window.dispatchEvent(new CustomEvent(storedHere, { detail: indicator }));

export function onStoredHere(heard: (indicator: string | undefined) => void): () => void {
  const hear = (event: Event) => heard((event as CustomEvent<string | undefined>).detail ?? undefined);
  window.addEventListener(storedHere, hear);
  return () => window.removeEventListener(storedHere, hear);
}
