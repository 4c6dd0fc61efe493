/** Whoever presses no other key for so long, in milliseconds, rests. */
const restMs = 300;

let last = Number.NEGATIVE_INFINITY;
let isAfterRest = true;
if (typeof document !== "undefined")
  document.addEventListener(
    "keydown",
    ({ timeStamp }) => {
      isAfterRest = timeStamp - last >= restMs;
      last = timeStamp;
    },
    true,
  );

/**
 * Calls back, once, when the hand rests: each key until then puts it off. What can wait until then takes nothing of the time of
 * the next key.
 * @param isSoon without waiting where the last key, or what else the hand did, came after a rest
 * @returns a function after which it isn't called back any more
 */
export function atRest(act: () => void, isSoon = false): () => void {
  const over = new AbortController();
  const rested = () => {
    over.abort();
    act();
  };
  let timer = window.setTimeout(rested, isSoon && (isAfterRest || performance.now() - last >= restMs) ? 0 : restMs);
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
