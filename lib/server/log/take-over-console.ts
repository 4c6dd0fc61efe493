import "server-only";
import { isTold } from "./failed-request";
import { log } from "./log";
import { withoutPersonalData } from "./personal-data";

const levels = { log: "info", info: "info", debug: "debug", warn: "warn", error: "error" } as const;

const shared = globalThis as typeof globalThis & { spaivOwnsConsole?: true };

/**
 * From now on what Next and other packages print becomes lines of the log, at the level that they print it at. Only words
 * and errors are taken: an object may hold anything.
 */
export function takeOverConsole(target: Pick<Console, keyof typeof levels> = console, to = log): void {
  if (target === console && shared.spaivOwnsConsole) return;
  if (target === console) shared.spaivOwnsConsole = true;
  for (const [method, level] of Object.entries(levels) as [keyof typeof levels, (typeof levels)[keyof typeof levels]][])
    target[method] = (...printed: unknown[]) => {
      const texts = printed.filter((part) => typeof part === "string" || typeof part === "number");
      const words = withoutPersonalData(texts.join(" ")).trim();
      const err = printed.find((part) => part instanceof Error);
      if (err && isTold(err)) return;
      // Next prints what a request failed of, and then tells it with the request's route (onRequestError).
      if (err && words === "⨯") return void setTimeout(() => isTold(err) || to[level]({ err }, ""), 1000).unref();
      if (err || words !== "") to[level](err ? { err } : {}, words);
    };
}
