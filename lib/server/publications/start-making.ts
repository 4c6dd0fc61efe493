import "server-only";
import { currentDatabase } from "@/lib/server/db/client";
import { log } from "@/lib/server/log/log";
import { makePublication } from "./make-publication";
import { work } from "./queue";
import { recoverLost, requeueWaiting, SILENCE_MS } from "./recover-lost";

/** Begins to make publications in this process, and to take back what others left unfinished. */
export async function startMaking(): Promise<void> {
  const { embedded } = await currentDatabase();
  // The embedded database has one process: what it finds unfinished at its start was its predecessor's.
  await recoverLost(embedded ? null : SILENCE_MS);
  await requeueWaiting();
  setInterval(() => {
    recoverLost(SILENCE_MS).catch((error) => log.warn({ err: error }, "Lost publications could not be looked for."));
  }, SILENCE_MS).unref();
  await work(makePublication);
}
