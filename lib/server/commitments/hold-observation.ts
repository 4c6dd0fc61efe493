import "server-only";
import { passedRound, type RoundStanding, type TextEnd } from "@/lib/domain/commitments/addressed-life";
import type { Attribution, SafetyRule, Visibility } from "@/lib/domain/commitments/observation";
import { type Party, partyOf, readsRound, versionFor } from "@/lib/domain/commitments/parties";
import type { Actor, UnitRef } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { ObservationSeen } from "@/lib/schemas/commitments/observation-forms";
import type { AuditEntry } from "@/lib/server/audit/write";
import type { Transaction } from "@/lib/server/db/client";

/** An observation that nobody else changes until the transaction ends, and where it stands. */
export interface HeldObservation extends RoundStanding {
  id: number;
  number: number | null;
  rowVersion: number;
  unheardChanges: number;
  planId: number;
  planCode: string;
  organisationId: number;
  unit: UnitRef;
  attribution: Attribution;
  visibility: Visibility;
  end: TextEnd | null;
  /** Whether what is said of it names nobody: it is about what young people decided, who may be children. */
  isOfYoung: boolean;
  /** What the actor is to it. */
  party: Party;
  /** All of them, the first one first: it stands where the last one does. */
  rounds: readonly RoundStanding[];
}

/**
 * Holds an observation that somebody does something with, as they saw it.
 * @throws Refusal `notFound` also for whoever may not know of it; `changedMeanwhile`
 */
export async function holdObservation(
  tx: Transaction,
  actor: Actor,
  { plan, id, rowVersion }: ObservationSeen,
): Promise<HeldObservation> {
  await tx.$queryRaw`SELECT FROM addressed_text WHERE id = ${id} FOR NO KEY UPDATE`;
  const row = await tx.addressedText.findFirst({
    where: { id, kind: "observation", plan: { code: plan } },
    select: {
      number: true,
      rowVersion: true,
      unheardChanges: true,
      planId: true,
      organisationId: true,
      end: true,
      plan: { select: { code: true } },
      units: { select: { unit: { select: { id: true, code: true, level: true } } } },
      observation: {
        select: {
          attribution: true,
          visibility: true,
          decision: { select: { meeting: { select: { kind: true } } } },
        },
      },
      rounds: {
        orderBy: { round: "asc" },
        select: { round: true, stage: true, responses: { select: { state: true } } },
      },
    },
  });
  const rounds = row?.rounds.map(({ responses: [response], ...said }) => ({
    ...said,
    response: response?.state ?? null,
  }));
  const [unit, last] = [row?.units[0]?.unit, rounds?.at(-1)];
  if (!row?.observation || !unit || !rounds || !last) throw new Refusal("notFound");
  const { plan: of, units: _, rounds: __, observation, ...own } = row;
  const { decision, attribution, visibility } = observation;
  const facts = { ...own, attribution, visibility, unit };
  const party = partyOf(actor, facts);
  if (party === null || !rounds.some((round) => readsRound(party, round, facts))) throw new Refusal("notFound");
  const isOfYoung = decision?.meeting.kind === "youthForum";
  const held = { id, ...facts, isOfYoung, planCode: of.code, party, ...last, rounds };
  if (versionFor(party, held) !== rowVersion) throw new Refusal("changedMeanwhile");
  return held;
}

/** The same of one that hasn't ended. @throws Refusal `changedMeanwhile` where it has */
export async function holdStanding(...asked: Parameters<typeof holdObservation>): Promise<HeldObservation> {
  const held = await holdObservation(...asked);
  if (held.end !== null) throw new Refusal("changedMeanwhile");
  return held;
}

/** Raises the version of the held row, with what changes of it. @throws Refusal `changedMeanwhile` */
export async function changeText(
  tx: Transaction,
  { id, rowVersion, end }: Pick<HeldObservation, "id" | "rowVersion" | "end">,
  data: {
    number?: number;
    unheardChanges?: number | { increment: number };
    locale?: string;
    end?: TextEnd;
    endedAt?: Date;
    endedById?: number;
    endRule?: SafetyRule;
  } = {},
): Promise<void> {
  const { count } = await tx.addressedText.updateMany({
    where: { id, rowVersion, end },
    data: { ...data, rowVersion: { increment: 1 } },
  });
  if (count === 0) throw new Refusal("changedMeanwhile");
}

/**
 * The same of what isn't passed on yet: of a round after one that was, only its author and the secretariat know that it changes.
 * @throws Refusal `changedMeanwhile`
 */
export const changeUnheard = (
  tx: Transaction,
  held: HeldObservation,
  data: Parameters<typeof changeText>[2] = {},
): Promise<void> =>
  changeText(tx, held, { ...data, ...(passedRound(held.rounds) && { unheardChanges: { increment: 1 } }) });

/** What the audit says of every event of an observation. Neither its organisation nor its words stand there. */
export const observationEvent = ({
  id,
  number,
  planId,
  unit,
}: Pick<HeldObservation, "id" | "number" | "planId" | "unit">): Pick<AuditEntry, "stream" | "subject" | "place"> => ({
  stream: `addressed:${id}`,
  subject: `observation ${unit.code} ${number === null ? `draft ${id}` : number}`,
  place: { planId, unitId: unit.id },
});

/** @throws Refusal `notAllowed` for whoever may know of the observation and not do this */
export function mustBe(allowed: boolean): void {
  if (!allowed) throw new Refusal("notAllowed");
}
