import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import { raiseAreaVersion } from "@/lib/server/page-cache/raise-area-version";

/** Makes the public pages about observations of a plan, its feed, and its meetings anew, where the one that changes may stand there. */
export async function raiseObservations(
  tx: Pick<Transaction, "$executeRaw">,
  { planId, visibility }: { planId: number; visibility: string },
): Promise<void> {
  if (visibility !== "public") return;
  // Always in this order: each row stays locked until the transaction ends. Meetings say how many there are, reports of
  // platforms what was said in their year.
  for (const area of ["observations", "feed.xml", "meetings", "civil-society"])
    await raiseAreaVersion(tx, planId, area);
}

/** The same of every plan in which an organisation speaks, answers for young people, or is addressed, by its name, which has changed. */
export async function raiseWhereNamed(tx: Transaction, organisationId: number): Promise<void> {
  const plans = await tx.addressedText.groupBy({
    by: ["planId"],
    where: { organisationId, observation: { visibility: "public", attribution: "named" } },
    orderBy: { planId: "asc" },
  });
  for (const { planId } of plans) await raiseObservations(tx, { planId, visibility: "public" });
  // Areas of a plan in the same order as whoever raises several of them.
  const decided = await tx.meetingDecision.groupBy({
    by: ["planId"],
    where: { organisations: { some: { organisationId } } },
    orderBy: { planId: "asc" },
  });
  for (const { planId } of decided) await raiseAreaVersion(tx, planId, "meetings");
  const forums = await tx.meeting.groupBy({
    by: ["planId"],
    where: { forum: { safeguardingId: organisationId } },
    orderBy: { planId: "asc" },
  });
  for (const { planId } of forums) await raiseAreaVersion(tx, planId, "youth-forum");
  const platforms = await tx.platformMember.groupBy({
    by: ["planId"],
    where: { organisationId },
    orderBy: { planId: "asc" },
  });
  for (const { planId } of platforms) await raiseAreaVersion(tx, planId, "civil-society");
}
