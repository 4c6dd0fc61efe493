import type { Instrumentation } from "next";

/**
 * Before the first request: what stands in front of Next; a database that is migrated and filled, or a sentence that says why
 * not; then the jobs, the tidying up, backups, and the audit's anchors.
 */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  if (process.env.NODE_ENV === "production") (await import("./lib/server/log/take-over-console")).takeOverConsole();
  const { standInFront } = await import("./lib/server/front/front");
  const { endConnectionsWithProcess } = await import("./lib/server/front/before-servers");
  endConnectionsWithProcess();
  const opening = import("./prisma/seed/open-for-serving").then(({ openForServing }) => openForServing());
  standInFront(opening);
  await opening;
  const { startMaking } = await import("./lib/server/publications/start-making");
  await startMaking();
  const { startDiscarding } = await import("./lib/server/imports/waiting-files");
  await startDiscarding();
  const { startRegularBackups } = await import("./lib/server/backup/regular-backups");
  await startRegularBackups();
  const { startAnchoring } = await import("./lib/server/audit/anchor");
  startAnchoring();
}

/** Whatever a page, an action or a route threw that nobody foresaw. */
export const onRequestError: Instrumentation.onRequestError = async (error, { method }, { routePath, routeType }) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { logFailedRequest } = await import("./lib/server/log/failed-request");
  logFailedRequest(error, { method, route: routePath, kind: routeType });
};
