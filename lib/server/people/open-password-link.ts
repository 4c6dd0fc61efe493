import "server-only";
import { linkState } from "@/lib/domain/invitation";
import { db, type Transaction } from "@/lib/server/db/client";
import { linkedId, provesLink } from "./links";

const read = (client: Pick<Transaction, "passwordLink">, id: number) =>
  client.passwordLink.findUnique({
    where: { id },
    select: {
      ...{ id: true, userId: true, madeById: true, expiresAt: true, usedAt: true, revokedAt: true, nonce: true },
      user: { select: { email: true, name: true, disabledAt: true } },
    },
  });

/** The link to set a password that a token opens; null for one that doesn't work, whyever. */
export async function openedPasswordLink(token: string, now: Date, tx?: Pick<Transaction, "passwordLink">) {
  const id = linkedId(token);
  const row = id === null ? null : await read(tx ?? (await db()), id);
  if (!provesLink("password", token, row) || !row) return null;
  return linkState(row, now) === "open" && row.user.disabledAt === null ? row : null;
}
