import "server-only";

/** What this process is making now, across bundles: a command stops what the start of the process began. */
const holder = globalThis as typeof globalThis & { spaivMaking?: Map<number, AbortController> };
holder.spaivMaking ??= new Map();
const making = holder.spaivMaking;

/** Runs the work under the publication's number, so that `stopMaking` can stop it. */
export async function whileMaking<T>(id: number, work: (stop: AbortController) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  making.set(id, stop);
  try {
    return await work(stop);
  } finally {
    making.delete(id);
  }
}

/** Stops the work at once if it goes on in this process; another process notices at its next sign of life. */
export function stopMaking(id: number): void {
  making.get(id)?.abort();
}
