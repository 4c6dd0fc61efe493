import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import type { AddressedKind } from "@/lib/server/db/generated/client";
import { raiseAreas } from "@/lib/server/page-cache/raise-areas";

/** Meetings say how many there are, reports of platforms what was said in their year. */
const ofObservations = ["observations", "feed.xml", "meetings", "civil-society"];

/**
 * Makes the public pages about observations of a plan, its feed, and its meetings anew, where the one that changes may stand
 * there.
 * @param more areas to be made anew whether it stands there or not
 */
export async function raiseObservations(
  tx: Pick<Transaction, "$executeRaw">,
  { planId, visibility }: { planId: number; visibility: string },
  more: readonly string[] = [],
): Promise<void> {
  await raiseAreas(tx, planId, visibility === "public" ? [...ofObservations, ...more] : more);
}

/** Where what is said of its key actions stands, by the kind of what they answer. */
const ofKeyActions: Record<AddressedKind, readonly string[]> = {
  observation: ofObservations,
  recommendation: ["meetings", "youth-forum"],
  decision: ["meetings"],
  platformPoint: ["meetings", "civil-society"],
};

/**
 * The same of every plan in which an organisation speaks, also at a meeting, acts, answers for young people, is addressed or
 * belongs to a platform, by its name, which has changed.
 */
export async function raiseWhereNamed(tx: Transaction, organisationId: number): Promise<void> {
  const [speaks, acts, decided, agendas, forums, platforms] = [
    await tx.addressedText.groupBy({
      by: ["planId"],
      where: { organisationId, observation: { visibility: "public", attribution: "named" } },
    }),
    await tx.addressedText.groupBy({ by: ["planId", "kind"], where: { keyActions: { some: { organisationId } } } }),
    await tx.meetingDecision.groupBy({
      by: ["planId"],
      where: { organisations: { some: { organisationId } } },
    }),
    await tx.meeting.groupBy({ by: ["planId"], where: { agenda: { some: { speakerId: organisationId } } } }),
    await tx.meeting.groupBy({ by: ["planId"], where: { forum: { safeguardingId: organisationId } } }),
    await tx.platformMember.groupBy({ by: ["planId"], where: { organisationId } }),
  ];
  const named: [planId: number, areas: readonly string[]][] = [
    ...speaks.map(({ planId }): [number, readonly string[]] => [planId, ofObservations]),
    ...acts.map(({ planId, kind }): [number, readonly string[]] => [planId, ofKeyActions[kind]]),
    ...[...decided, ...agendas].map(({ planId }): [number, readonly string[]] => [planId, ["meetings"]]),
    ...forums.map(({ planId }): [number, readonly string[]] => [planId, ["youth-forum"]]),
    ...platforms.map(({ planId }): [number, readonly string[]] => [planId, ["meetings", "civil-society"]]),
  ];
  const plans = [...new Set(named.map(([planId]) => planId))].sort((one, other) => one - other);
  for (const planId of plans)
    await raiseAreas(
      tx,
      planId,
      named.flatMap(([of, areas]) => (of === planId ? areas : [])),
    );
}
