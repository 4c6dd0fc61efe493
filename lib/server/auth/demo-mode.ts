import "server-only";

/** Whether made-up data and accounts with a published password are wanted here; `SPAIV_DEMO=0` turns them off. */
export function demoMode(): boolean {
  return process.env.SPAIV_DEMO !== "0";
}
