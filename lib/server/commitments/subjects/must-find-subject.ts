import "server-only";
import { actingUnits, arePublic, readDecisionCode } from "@/lib/domain/commitments/decision";
import { Refusal } from "@/lib/domain/refusal";
import type { NarrativeKind } from "@/lib/domain/reports/narrative";
import type { SubjectCode } from "@/lib/schemas/commitments/observation-forms";
import type { Transaction } from "@/lib/server/db/client";
import { presentEdition } from "@/lib/server/framework/edition";
import { mustFindIndicator } from "@/lib/server/reports/hold-report";
import type { LocatedReport } from "@/lib/server/reports/locate-report";
import { publicNarrative } from "./public-narrative";

/**
 * The columns of what an observation is about; none for its unit as a whole.
 * @throws Refusal `notFound` for an indicator that the unit's reports don't have, for what the framework doesn't have, for a
 *   decision that isn't agreed, is taken down or doesn't ask the unit, and for words of a report that aren't public
 */
export async function mustFindSubject(
  tx: Transaction,
  located: LocatedReport,
  about: SubjectCode,
): Promise<{
  indicatorId?: number;
  nodeId?: number;
  decisionId?: number;
  pillarId?: number;
  narrativeKind?: NarrativeKind;
}> {
  switch (about.of) {
    case "unit":
      return {};
    case "indicator":
      return { indicatorId: (await mustFindIndicator(tx, located, about.code)).id };
    case "node":
      return { nodeId: await nodeOf(tx, located.plan.id, about.code) };
    case "narrative":
      return mustBeThere(
        await publicNarrative(tx, located.plan, { unitId: located.unit.id, periodId: located.period.id }, about.code),
      );
    case "decision":
      return { decisionId: await decisionFor(tx, located, about.code) };
  }
}

async function nodeOf(tx: Transaction, planId: number, code: string): Promise<number> {
  const node = await tx.editionNode.findFirst({
    where: {
      edition: { planId, ...presentEdition },
      code,
      node: { kind: { in: ["goal", "outcome", "output"] } },
    },
    select: { nodeId: true },
  });
  if (!node) throw new Refusal("notFound");
  return node.nodeId;
}

async function decisionFor(tx: Transaction, { plan, unit }: LocatedReport, code: string): Promise<number> {
  const asked = readDecisionCode(code);
  const row =
    asked &&
    (await tx.meetingDecision.findFirst({
      where: { planId: plan.id, number: asked.number, meeting: { code: asked.meeting }, text: { end: null } },
      select: {
        textId: true,
        text: { select: { units: { select: { unit: { select: { code: true } } } } } },
        organisations: { select: { organisationId: true } },
        meeting: { select: { state: true, unit: { select: { code: true } } } },
      },
    }));
  if (!row || !arePublic(row.meeting.state)) throw new Refusal("notFound");
  const { organisations, meeting } = row;
  const units = row.text.units.map((each) => each.unit);
  // What a country's own meeting decides is for that country where nobody is named.
  const isOwn = units.length + organisations.length === 0 && meeting.unit !== null;
  if (actingUnits([unit], { units: isOwn ? [meeting.unit!] : units, organisations }).length === 0)
    throw new Refusal("notFound");
  return row.textId;
}

function mustBeThere<T>(found: T | null): T {
  if (found === null) throw new Refusal("notFound");
  return found;
}
