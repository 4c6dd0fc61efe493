import { createCipheriv } from "node:crypto";
import type { RandomSource } from "@/lib/domain/suppression/secondary/random-source";

const batch = 1024;

/**
 * Chance that whoever holds the key can repeat, and nobody else.
 * @param key 32 bytes
 */
export function randomOfKey(key: Uint8Array): RandomSource {
  // A block cipher that counts (NIST SP 800-38A, CTR): zeros come out as its key stream.
  const stream = createCipheriv("aes-256-ctr", key, Buffer.alloc(16));
  let bytes: Buffer = Buffer.alloc(0);
  let next = 0;
  return () => {
    if (next >= bytes.length) {
      bytes = stream.update(Buffer.alloc(4 * batch));
      next = 0;
    }
    next += 4;
    return bytes.readUInt32LE(next - 4) / 2 ** 32;
  };
}
