import "server-only";
import { linkState } from "@/lib/domain/invitation";
import { mayKeepPerson } from "@/lib/domain/people";
import { db, type Transaction } from "@/lib/server/db/client";
import { actingPerson, readPeople } from "./held-people";
import { linkedId, provesLink } from "./links";

const read = (client: Pick<Transaction, "passwordLink">, id: number) =>
  client.passwordLink.findUnique({
    where: { id },
    select: {
      id: true,
      userId: true,
      madeById: true,
      expiresAt: true,
      usedAt: true,
      revokedAt: true,
      nonce: true,
      user: { select: { email: true, name: true, disabledAt: true } },
    },
  });

/**
 * The link to set a password that a token opens; null for one that doesn't work, whyever: whoever made it is judged as they
 * are now. One that somebody asked for by mail is their own, which nobody else can make: `commands/people/make-password-link`.
 */
export async function openedPasswordLink(token: string, now: Date, tx?: Pick<Transaction, "passwordLink" | "user">) {
  const id = linkedId(token);
  const client = tx ?? (await db());
  const row = id === null ? null : await read(client, id);
  if (!provesLink("password", token, row) || !row) return null;
  if (linkState(row, now) !== "open" || row.user.disabledAt !== null) return null;
  const people = await readPeople(client, [row.madeById, row.userId]);
  const [maker, person] = [row.madeById, row.userId].map((id) => people.find((each) => each.id === id));
  const acting = maker ? actingPerson(maker) : null;
  const isOwn = row.madeById === row.userId && !person?.isDemo;
  return acting && person && (isOwn || mayKeepPerson(acting, person)) ? row : null;
}
