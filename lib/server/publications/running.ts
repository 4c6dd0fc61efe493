import "server-only";

/** One time that a publication is made. */
export interface Attempt {
  id: number;
  attempt: number;
}

/** What this process is making now, across bundles: a command stops what the start of the process began. */
const holder = globalThis as typeof globalThis & { spaivMaking?: Map<string, AbortController> };
holder.spaivMaking ??= new Map();
const making = holder.spaivMaking;

const keyOf = ({ id, attempt }: Attempt) => `${id} ${attempt}`;

/** Runs the work under the attempt's name, so that `stopMaking` can stop it. */
export async function whileMaking<T>(attempt: Attempt, work: (stop: AbortController) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const key = keyOf(attempt);
  making.set(key, stop);
  try {
    return await work(stop);
  } finally {
    making.delete(key);
  }
}

/**
 * Stops that very attempt at once if it goes on in this process; another process notices at its next sign of life. One
 * that began since, because somebody had the publication made again, goes on.
 */
export function stopMaking(attempt: Attempt): void {
  making.get(keyOf(attempt))?.abort();
}
