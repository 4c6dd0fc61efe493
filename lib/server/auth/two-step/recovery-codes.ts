import "server-only";
import { createHash, randomInt } from "node:crypto";

const COUNT = 10;
/** Without letters and digits that are taken for each other. */
const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const GROUPS = 4;
const GROUP = 4;

/** `K7QM-2XWD-H4TR-9BNC`: 80 bits, too many to try even for whoever has the hashes. */
export function newRecoveryCodes(): string[] {
  const group = () => Array.from({ length: GROUP }, () => alphabet[randomInt(alphabet.length)]).join("");
  return Array.from({ length: COUNT }, () => Array.from({ length: GROUPS }, group).join("-"));
}

/** A code as it was shown, however it was typed: null where it can be none. */
export function typedRecoveryCode(typed: string): string | null {
  const bare = bareCode(typed);
  return bare.length === GROUPS * GROUP && [...bare].every((letter) => alphabet.includes(letter)) ? bare : null;
}

/** Full-width digits, small letters, blanks and hyphens are how somebody types. */
export const bareCode = (typed: string): string =>
  typed
    .normalize("NFKC")
    .replace(/[\s\p{Pd}]/gu, "")
    .toUpperCase();

/** Codes are random, so that a slow hash would add nothing. */
export const recoveryCodeHash = (userId: number, code: string): string =>
  createHash("sha256")
    .update(`${userId} ${bareCode(code)}`)
    .digest("base64url");
