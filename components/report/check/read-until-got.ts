export interface Reading {
  /** There is reason to hope: what wasn't got is read again. What was got stays. */
  again: () => void;
  stop: () => void;
}

/**
 * Reads something at once, and again only where that failed.
 * @param read takes what it reads itself; it fails by throwing
 * @param fail called after each read in vain
 */
export function readUntilGot(read: (signal: AbortSignal) => Promise<void>, fail: () => void): Reading {
  const left = new AbortController();
  let isReading = false;
  let isGot = false;
  let isWanted = false;
  const again = () => {
    if (isGot || left.signal.aborted) return;
    // What is on its way may have left before the line was back.
    isWanted = isReading;
    if (isReading) return;
    isReading = true;
    read(left.signal).then(
      () => {
        isGot = true;
      },
      () => {
        isReading = false;
        if (left.signal.aborted) return;
        fail();
        if (isWanted) again();
      },
    );
  };
  again();
  return { again, stop: () => left.abort() };
}
