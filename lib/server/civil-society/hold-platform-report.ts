import "server-only";
import {
  isPlatformParty,
  type PlatformReportFacts,
  type PlatformReportStepName,
  platformReportStatesBefore,
  platformReportSteps,
  readsPlatformReport,
} from "@/lib/domain/commitments/platform-report";
import type { Actor, UnitRef } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { PlatformReportSeen } from "@/lib/schemas/commitments/platform-forms";
import type { Transaction } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import { memberIdsOf, type Platform, raisePlatforms } from "./hold-platform";

/** A report that nobody else changes until the transaction ends. */
export interface HeldPlatformReport extends Platform, Omit<PlatformReportFacts, "unit"> {
  id: number;
  unit: UnitRef;
  addressed: UnitRef[];
  year: number;
  locale: string;
  rowVersion: number;
}

const unitSelect = { select: { id: true, code: true, level: true } } as const;

/**
 * Holds a report that somebody does something with, as they saw it; where that isn't judged by its version, that is null.
 * @throws Refusal `notFound` also for whoever may not know of it; `notAllowed`; `changedMeanwhile` also where it doesn't stand
 * before that step
 */
export async function holdPlatformReport(
  tx: Transaction,
  actor: Actor,
  { rowVersion, ...address }: Omit<PlatformReportSeen, "rowVersion"> & { rowVersion: number | null },
  step: PlatformReportStepName,
): Promise<HeldPlatformReport> {
  const held = await lockPlatformReport(tx, actor, address);
  if (!isPlatformParty(actor, platformReportSteps[step].by, held)) throw new Refusal("notAllowed");
  if ((rowVersion !== null && held.rowVersion !== rowVersion) || !platformReportStatesBefore(step).includes(held.state))
    throw new Refusal("changedMeanwhile");
  return held;
}

/**
 * The same of one that somebody may know of, whatever they do with it.
 * @throws Refusal `notFound`
 */
export async function lockPlatformReport(
  tx: Transaction,
  actor: Actor,
  { plan, unit, year }: Omit<PlatformReportSeen, "rowVersion">,
): Promise<HeldPlatformReport> {
  const [found] = await tx.$queryRaw<{ id: number }[]>`
    SELECT r.id FROM platform_report r JOIN reporting_unit u ON u.id = r.unit_id JOIN plan p ON p.id = r.plan_id
    WHERE p.code = ${plan} AND u.code = ${unit} AND r.year = ${year} FOR NO KEY UPDATE OF r`;
  const row = await tx.platformReport.findUnique({
    where: { id: found?.id ?? 0 },
    select: {
      id: true,
      planId: true,
      year: true,
      state: true,
      organisationId: true,
      visibility: true,
      locale: true,
      rowVersion: true,
      unit: unitSelect,
    },
  });
  if (!row) throw new Refusal("notFound");
  const memberIds = await memberIdsOf(tx, row.unit.id);
  const addressed = await addressedBy(tx, row);
  const held = { ...row, planCode: plan, memberIds, addressed };
  if (!readsPlatformReport(actor, held)) throw new Refusal("notFound");
  return held;
}

/** Whom a report asks for answers: its country, or for the region each country. */
export async function addressedBy(
  tx: Pick<Transaction, "reportingUnit">,
  { planId, unit }: { planId: number; unit: UnitRef },
): Promise<UnitRef[]> {
  if (unit.level !== "region") return [unit];
  return tx.reportingUnit.findMany({
    where: { planId, level: "country" },
    orderBy: { position: "asc" },
    ...unitSelect,
  });
}

/** Whether no answer to a presented report is missing; nobody waits for one to what was taken down. */
export const isAnswered = async (tx: Pick<Transaction, "unitResponse">, reportId: number): Promise<boolean> =>
  (await tx.unitResponse.count({
    where: { state: { not: "given" }, asked: { text: { end: null, platformPoint: { reportId } } } },
  })) === 0;

/** Changes the held row. @throws Refusal `changedMeanwhile` */
export async function changePlatformReport(
  tx: Transaction,
  { id, planId, state, rowVersion }: Pick<HeldPlatformReport, "id" | "planId" | "rowVersion" | "state">,
  data: Prisma.PlatformReportUncheckedUpdateManyInput = {},
): Promise<void> {
  const { count } = await tx.platformReport.updateMany({
    where: { id, state, rowVersion },
    data: { ...data, rowVersion: { increment: 1 } },
  });
  if (count === 0) throw new Refusal("changedMeanwhile");
  // What isn't a draft, or was none, may stand on public pages.
  if (state !== "draft" || data.state !== undefined) await raisePlatforms(tx, planId);
}
