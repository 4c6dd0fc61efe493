// A page that is kept for when there is no line is older than what was stored from it since.

const storedHere = "spaiv-stored";

/** Tells this window that the server has stored something of a report. */
export const tellStored = (): void => void window.dispatchEvent(new Event(storedHere));

export function onStoredHere(heard: () => void): () => void {
  window.addEventListener(storedHere, heard);
  return () => window.removeEventListener(storedHere, heard);
}
