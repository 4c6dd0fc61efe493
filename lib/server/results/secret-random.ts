import "server-only";
import { randomBytes } from "node:crypto";
import type { RandomSource } from "@/lib/domain/suppression/random-source";

const batch = 1024;

/** Chance that nobody can repeat, not even by trying all seeds: every number comes from the system's own source. */
export function secretRandom(): RandomSource {
  let bytes = Buffer.alloc(0);
  let next = 0;
  return () => {
    if (next >= bytes.length) {
      bytes = randomBytes(4 * batch);
      next = 0;
    }
    next += 4;
    return bytes.readUInt32LE(next - 4) / 2 ** 32;
  };
}
