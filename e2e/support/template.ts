import { existsSync, renameSync } from "node:fs";
import { emptyPlace, startServer } from "./server";

/**
 * Lets one server migrate and fill a database; every journey then works on a copy of it. An embedded one is kept where
 * SPAIV_E2E_FILLED says, and serves the next run as it is.
 */
export default async function makeTemplate() {
  const kept = process.env.SPAIV_E2E_FILLED;
  if (kept && existsSync(kept)) {
    process.env.SPAIV_E2E_TEMPLATE = kept;
    return;
  }
  const place = await emptyPlace();
  const server = await startServer(place.env, undefined, 300_000);
  await server.stop();
  const { DATABASE_URL: url, SPAIV_DATA_DIR: folder } = place.env;
  if (kept && !url) renameSync(folder!, kept);
  process.env.SPAIV_E2E_TEMPLATE = url ? new URL(url).pathname.slice(1) : (kept ?? folder);
  return () => place.remove();
}
