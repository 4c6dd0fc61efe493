/**
 * Before the first request: what stands in front of Next; a database that is migrated and filled, or a sentence that says why
 * not; then the jobs, and the tidying up.
 */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { standInFront } = await import("./lib/server/front/front");
  standInFront();
  // One that starts beside its database waits for it, and answers meanwhile that the service is interrupted.
  const { databaseWatch } = await import("./lib/server/db/watch");
  await databaseWatch()?.whenHere();
  const { openForServing } = await import("./prisma/seed/open-for-serving");
  await openForServing();
  const { startMaking } = await import("./lib/server/publications/start-making");
  await startMaking();
  const { startDiscarding } = await import("./lib/server/reporting/waiting-files");
  await startDiscarding();
}
