import type { Instrumentation } from "next";

/**
 * Before the first request: what stands in front of Next; a database that is migrated and filled, or a sentence that says why
 * not; then backups, and the jobs.
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
  const { answerDirectly } = await import("./lib/server/front/direct-routes");
  const values = "/api/reports/[plan]/[unit]/[period]/values";
  answerDirectly([
    { route: values, ...(await import("./app/api/reports/[plan]/[unit]/[period]/values/route")) },
    { route: `${values}/many`, ...(await import("./app/api/reports/[plan]/[unit]/[period]/values/many/route")) },
  ]);
  const { sayWhetherFilesAnswer } = await import("./lib/server/files/files");
  void sayWhetherFilesAnswer();
  const { startRegularBackups } = await import("./lib/server/backup/regular-backups");
  await startRegularBackups();
  const { startJobs } = await import("./lib/server/jobs/start-jobs");
  await startJobs();
}

/** Whatever a page, an action or a route threw that nobody foresaw. */
export const onRequestError: Instrumentation.onRequestError = async (error, { method }, { routePath, routeType }) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { logFailedRequest } = await import("./lib/server/log/failed-request");
  logFailedRequest(error, { method, route: routePath, kind: routeType });
};
