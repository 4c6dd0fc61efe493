/** Longer than a server at work takes, and no longer than somebody waits for a button. */
const PATIENCE_MS = 10_000;

/** Whether a page could come: without that, whoever leaves this one would stand before the browser's own error page. */
export const serverAnswers = (): Promise<boolean> =>
  fetch("/api/health", { cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) }).then(
    ({ ok }) => ok,
    () => false,
  );
