import "server-only";
import { type Actor, mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { TakeDownForm } from "@/lib/schemas/take-downs/take-down-form";
import { partText, type TakenDownPart } from "@/lib/schemas/take-downs/take-down-part";
import { writeAudit } from "@/lib/server/audit/write";
import { db, type Transaction } from "@/lib/server/db/client";
import { presentEdition } from "@/lib/server/framework/edition";
import { findIndicator, mustLocate } from "@/lib/server/reports/hold-report";
import type { LocatedReport } from "@/lib/server/reports/locate-report";
import { chanceOfReport } from "@/lib/server/results/disclosure/secret-chance";
import { prepareChange } from "@/lib/server/results/prepare";
import { publishChange, raiseVersion } from "@/lib/server/results/publish";
import { present } from "@/lib/server/results/stored/as-of";
import { takenDownTexts } from "@/lib/server/results/stored/take-downs";
import { transaction } from "@/lib/server/transaction";

type Asked = Omit<TakeDownForm, "locale">;
type Of<K extends TakenDownPart["kind"]> = Extract<TakenDownPart, { kind: K }>;

/**
 * Takes a public text, or a unit's values of an indicator, off every page, picture and file at once, also as of earlier
 * results versions. Only whoever may see take-downs reads the reason.
 * @returns its id
 * @throws Refusal `notFound`, `notAllowed`, `reasonMissing`, `notPublic`, `takenDownAlready`, `resultsTooLarge`
 */
export async function takeDown(actor: Actor, { plan, unit, period, part, reason }: Asked, now: Date): Promise<number> {
  const located = await mustLocate({ plan, unit, period });
  mustBeAble(actor, "takeDown", { planId: located.plan.id });
  if (reason === "") throw new Refusal("reasonMissing");
  const taking = { actor, located, subject: `take-down ${unit} ${period} ${partText(part)}`, reason, now };
  return part.kind === "narrative" ? takeText(taking, part) : takeValues(taking, part);
}

interface Taking {
  actor: Actor;
  located: LocatedReport;
  /** For the audit, in codes. */
  subject: string;
  reason: string;
  now: Date;
}

/** Words stand in narratives. */
const withoutValue = ["missing", "narrative"] as const;

const placeOf = ({ unit, period }: LocatedReport) => ({ unitId: unit.id, periodId: period.id });

function takeText({ located, ...taking }: Taking, { pillar, narrative }: Of<"narrative">): Promise<number> {
  const planId = located.plan.id;
  return transaction(async (tx) => {
    // Two at once wait for each other here.
    const version = await raiseVersion(tx, { planId, cause: "takeDown", subject: taking.subject });
    const where = placeOf(located);
    const text = await tx.publishedNarrative.findFirst({
      where: {
        ...where,
        ...present,
        kind: narrative,
        pillar: { editions: { some: { edition: { planId, ...presentEdition }, code: pillar } } },
      },
    });
    if (!text) throw new Refusal("notPublic");
    const takenDown = await takenDownTexts(tx, { id: planId, version }, where);
    if (takenDown(text)) throw new Refusal("takenDownAlready");
    const of = { kind: "narrative", pillarId: text.pillarId, narrativeKind: narrative } as const;
    return record(tx, { located, ...taking }, of, { version });
  });
}

async function takeValues(taking: Taking, { indicator: code }: Of<"value">): Promise<number> {
  const { located, subject, now } = taking;
  const { plan, report } = located;
  const client = await db();
  // What is worked out from others' values isn't the unit's to be taken down: it would still be read off them.
  const indicator = await findIndicator(client, located, code);
  if (!indicator || !report?.approvedAt) throw new Refusal("notPublic");
  const { id: indicatorId } = indicator;
  const hold = async (tx: Transaction) => {
    // Asked in this order: whoever is taken over between the two finds the take-down that came first.
    const shown = { ...placeOf(located), indicatorVersion: { indicatorId }, kind: { notIn: [...withoutValue] } };
    const isPublic = await tx.result.findFirst({ where: { ...shown, ...present }, select: { unitId: true } });
    const standing = { ...placeOf(located), indicatorId, untilVersion: null };
    if (await tx.takeDown.findFirst({ where: standing, select: { id: true } })) throw new Refusal("takenDownAlready");
    if (!isPublic) throw new Refusal("notPublic");
    return { moment: now };
  };
  // Whoever can't take it down hears so before anything is worked out.
  await transaction(hold);
  const reports = [{ ...placeOf(located), id: report.id, approvedAt: report.approvedAt }];
  const touched = { reports, takeDown: { indicatorId, isTaken: true } };
  const chance = await chanceOfReport(client, report.id);
  return publishChange(
    { planId: plan.id, cause: "takeDown", subject, ...touched },
    () => prepareChange(plan.id, touched, chance),
    {
      hold,
      record: (tx, _, { resultsVersion: version, lost, gaveUp }) =>
        record(
          tx,
          taking,
          { kind: "value", indicatorId },
          {
            version,
            ...(lost.length > 0 && { unprotected: lost }),
            ...(gaveUp.length > 0 && { hiddenAsWhole: gaveUp }),
          },
        ),
    },
  );
}

type RowOf =
  | { kind: "narrative"; pillarId: number; narrativeKind: Of<"narrative">["narrative"] }
  | { kind: "value"; indicatorId: number };

async function record(
  tx: Transaction,
  { actor, located, subject, reason, now }: Taking,
  of: RowOf,
  noted: { version: number },
): Promise<number> {
  const { plan, unit } = located;
  const taken = { reason, takenAt: now, takenById: actor.id, fromVersion: noted.version };
  const { id } = await tx.takeDown.create({
    data: { ...placeOf(located), planId: plan.id, ...of, ...taken },
    select: { id: true },
  });
  await writeAudit(tx, {
    stream: `takeDown:${id}`,
    actorId: actor.id,
    action: "takenDown",
    subject: `${subject} of ${plan.code}`,
    place: { planId: plan.id, unitId: unit.id },
    after: { takeDown: id, ...noted },
  });
  return id;
}
