import "server-only";
import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { sessionSecret } from "@/lib/server/auth/secret";

/** What a link lets its bearer do: take a role, or set another password. One of a kind opens nothing of another. */
export type LinkKind = "invitation" | "password";

/** A row that a link leads to. */
interface LinkedRow {
  id: number;
  nonce: string;
}

const token = /^([1-9]\d{0,9})-([A-Za-z0-9_-]{43})$/;
/** PostgreSQL's greatest integer: no row has a greater id. */
const greatestId = 2 ** 31 - 1;

/** Another one makes the links of a row that were handed over before worth nothing. */
export const newNonce = () => randomBytes(16).toString("base64url");

function secretOf(kind: LinkKind, { id, nonce }: LinkedRow): Buffer {
  const key = Buffer.from(hkdfSync("sha256", sessionSecret(), "", `spaiv link ${kind}`, 32));
  return createHmac("sha256", key).update(`${id}.${nonce}`).digest();
}

/**
 * The part of a link's address that nobody can guess: the row's id, and a secret that follows from the row's nonce and the
 * key of the installation. It is worked out whenever somebody who may see it asks; nowhere is it stored, so that neither a
 * backup nor whoever reads the database has links that work.
 */
export const linkToken = (kind: LinkKind, row: LinkedRow): string =>
  `${row.id}-${secretOf(kind, row).toString("base64url")}`;

/** The id of the row that a token names; null for what can be none. It proves nothing yet: `provesLink` does. */
export function linkedId(text: string): number | null {
  const id = Number(token.exec(text)?.[1] ?? Number.NaN);
  return id <= greatestId ? id : null;
}

/** Whether the token is the row's own, compared in a time that says nothing. For no row it does the same work, and is false. */
export function provesLink(kind: LinkKind, text: string, row: LinkedRow | null): boolean {
  const given = Buffer.from(token.exec(text)?.[2] ?? "", "base64url");
  const expected = secretOf(kind, row ?? { id: 0, nonce: newNonce() });
  return given.length === expected.length && timingSafeEqual(given, expected) && row !== null;
}
