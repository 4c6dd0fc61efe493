import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";

const shared = globalThis as typeof globalThis & { spaivRequest?: AsyncLocalStorage<string | undefined> };

/** The id of the request that the program works for at this moment; one store for all bundles. */
shared.spaivRequest ??= new AsyncLocalStorage();
const store = shared.spaivRequest;

export const currentRequestId = (): string | undefined => store.getStore();

/** Whatever is done within can name the request. */
export const inRequest = <T>(id: string, work: () => T): T => store.run(id, work);

/** Whatever is done within is done for nobody's request, whoever happened to begin it. */
export const outsideRequests = <T>(work: () => T): T => store.run(undefined, work);

/** What proxies make: letters, values and a little else, so that it stands in a header and in a line of the log. */
const readable = /^[\w.:+/=-]{1,100}$/;

/**
 * Short enough to be read out over the telephone.
 * @param claimed what a trusted proxy says the request is called; null or anything unreadable gives a new name
 */
export const requestIdOf = (claimed: string | null): string =>
  claimed !== null && readable.test(claimed) ? claimed : randomBytes(6).toString("hex");
