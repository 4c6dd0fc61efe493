import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { sessionSecret } from "@/lib/server/auth/secret";

// A secret that the server has to read again can't be hashed. It is encrypted, so that neither a copy of the database nor a
// backup gives codes to whoever hasn't the server's own secret as well.

const algorithm = "aes-256-gcm";
const version = "1";

const keyFrom = (secret: string) => Buffer.from(hkdfSync("sha256", secret, "", "spaiv secret of two-step sign-in", 32));

/** Whose it is, or what it is for, where it is nobody's yet. */
type Owner = number | "forgotten password";
const nameOf = (owner: Owner) => Buffer.from(typeof owner === "number" ? `user ${owner}` : owner);

/** @param owner put into somebody else's row, it can't be read */
export function seal(text: string, owner: Owner, secret = sessionSecret()): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, keyFrom(secret), nonce).setAAD(nameOf(owner));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return [version, ...[nonce, sealed, cipher.getAuthTag()].map((part) => part.toString("base64url"))].join(".");
}

/** Null where it was sealed under another secret, for somebody else, or changed since. */
export function unseal(box: string, owner: Owner, secret = sessionSecret()): string | null {
  const [said, ...parts] = box.split(".");
  const [nonce, sealed, tag] = parts.map((part) => Buffer.from(part, "base64url"));
  if (said !== version || !nonce || !sealed || !tag || tag.length !== 16) return null;
  try {
    const decipher = createDecipheriv(algorithm, keyFrom(secret), nonce).setAAD(nameOf(owner));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
