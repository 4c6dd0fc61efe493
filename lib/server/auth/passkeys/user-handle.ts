import "server-only";
import { createHash } from "node:crypto";

/** What a device keeps of whose passkey it holds: it tells nobody a name or an address. */
export const userHandle = (userId: number): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash("sha256").update(`passkeys of user ${userId}`).digest());
