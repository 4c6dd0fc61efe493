import "server-only";
import { currentDatabase } from "@/lib/server/db/client";
import { log } from "@/lib/server/log/log";

/** Whether the database answers; the log says why not. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await (await currentDatabase()).pool.query("SELECT 1");
    return true;
  } catch (error) {
    log.error({ err: error }, "The database doesn't answer.");
    return false;
  }
}
