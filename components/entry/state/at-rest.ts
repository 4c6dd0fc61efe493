/** Whoever presses no other key for so long, in milliseconds, rests. */
export const restMs = 300;

/**
 * Calls back, once, when the hand rests: each key until then puts it off. What can wait until then takes nothing of the time of
 * the next key.
 * @param first milliseconds until then where no key is pressed at all
 * @returns a function after which it isn't called back any more
 */
export function atRest(act: () => void, first = restMs): () => void {
  const over = new AbortController();
  const rested = () => {
    over.abort();
    act();
  };
  let timer = window.setTimeout(rested, first);
  const putOff = () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(rested, restMs);
  };
  document.addEventListener("keydown", putOff, { signal: over.signal });
  return () => {
    window.clearTimeout(timer);
    over.abort();
  };
}
