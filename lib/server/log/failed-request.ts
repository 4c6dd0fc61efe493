import "server-only";
import { log } from "./log";

const shared = globalThis as typeof globalThis & { spaivToldErrors?: WeakSet<object> };
shared.spaivToldErrors ??= new WeakSet();
const told = shared.spaivToldErrors;

/** Whether the log has this very error already. */
export const isTold = (error: object): boolean => told.has(error);

/**
 * A request that failed for a reason that nobody foresaw.
 * @param route the pattern of its address: the address itself may hold what somebody typed
 */
export function logFailedRequest(
  error: unknown,
  { method, route, kind }: { method: string; route: string; kind: string },
  to = log,
) {
  if (error instanceof Error) told.add(error);
  to.error({ err: error, method, route, kind }, "A request failed.");
}
