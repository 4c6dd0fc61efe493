import "server-only";
import { linkState } from "@/lib/domain/invitation";
import { mayGrant } from "@/lib/domain/people";
import { Refusal } from "@/lib/domain/refusal";
import { db, type Transaction } from "@/lib/server/db/client";
import { holdInvitation, type InvitationRow, invitationRow } from "./held-invitation";
import { actingPerson, holdPeople, readPeople } from "./held-people";
import { linkedId, provesLink } from "./links";

/** The invitation that a link opens; null for one that doesn't work, whyever: whoever invited may have lost the right to. */
export async function openedInvitation(token: string, now: Date): Promise<InvitationRow | null> {
  const id = linkedId(token);
  const client = await db();
  const row = id === null ? null : await invitationRow(client, id);
  const isProven = provesLink("invitation", token, row);
  if (!isProven || !row || linkState(row, now) !== "open") return null;
  const [inviter] = await readPeople(client, [row.invitedById]);
  const acting = inviter ? actingPerson(inviter) : null;
  return acting && mayGrant(acting, row, null) ? row : null;
}

/**
 * The same as it is taken, which is once: whoever comes second finds it used. Whoever invited is judged as they are now:
 * somebody who was disabled, or may not give that role any more, gives nothing.
 * @param personId who takes it; null for somebody who gets an account by it
 * @throws Refusal `linkInvalid`
 */
export async function takeInvitation(
  tx: Transaction,
  token: string,
  personId: number | null,
  now: Date,
): Promise<InvitationRow> {
  const id = linkedId(token);
  const seen = id === null ? null : await invitationRow(tx, id);
  if (!seen) throw new Refusal("linkInvalid");
  // People first, as whoever renews or revokes it does. A renewal meanwhile makes the token worth nothing.
  const held = await holdPeople(tx, personId === null ? [seen.invitedById] : [seen.invitedById, personId]);
  const row = await holdInvitation(tx, seen.id);
  if (!provesLink("invitation", token, row) || !row || linkState(row, now) !== "open") throw new Refusal("linkInvalid");
  const inviter = held.find((person) => person.id === row.invitedById);
  const acting = inviter ? actingPerson(inviter) : null;
  if (!acting || !mayGrant(acting, row, personId)) throw new Refusal("linkInvalid");
  return row;
}
