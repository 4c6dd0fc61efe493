import { summary } from "./load.mjs";
import { signIn } from "./sign-in.mjs";

const COUNT = 20;

/** Signing in, password hashing included; each success is forgotten by the limits. @param {number} concurrency */
export async function signIns(address, concurrency) {
  const times = [];
  let left = COUNT;
  let failed = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (left-- > 0) {
        const start = performance.now();
        await signIn(address, "cso").catch(() => failed++);
        times.push(performance.now() - start);
      }
    }),
  );
  return summary(times, (performance.now() - began) / 1000, failed);
}
