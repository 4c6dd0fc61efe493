import "server-only";

/**
 * Whether made-up data and accounts with a published password are wanted here: `SPAIV_DEMO`, yes unless set. Whatever else
 * stands there was meant to say something, and is refused at start (settings.ts).
 */
export function demoMode(): boolean {
  return (process.env.SPAIV_DEMO || "1") === "1";
}
