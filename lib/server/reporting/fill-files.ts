import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { CompactPreview } from "@/lib/exchange/fill/compact-preview";
import type { ReportAddress } from "@/lib/schemas/report-view";
import { db } from "@/lib/server/db/client";
import { discardOld, keepFile } from "@/lib/server/storage";
import { fillTargets } from "./fill-target";
import { mustLocate } from "./hold-report";
import { type LocatedReport, lockOf, subjectOf } from "./locate-report";
import { matchInThread } from "./match-in-thread";
import { indicatorsOfPeriod, type PeriodIndicator } from "./period-indicators";
import { frameworkOf } from "./plan-framework";

/** Where files for filling a unit's report are kept: nobody else's report can be filled from them. */
export const fillFolder = ({ unit, period }: Pick<LocatedReport, "unit" | "period">) => `fill/${unit.id}-${period.id}`;

/** @throws Refusal `notFound`, `notAllowed`, `locked` */
export async function mustFill(actor: Actor, address: ReportAddress, now: Date): Promise<LocatedReport> {
  const located = await mustLocate(address);
  mustBeAble(actor, "editReport", subjectOf(located));
  const lock = lockOf(located, now);
  if (lock) throw new Refusal("locked", { lock });
  return located;
}

/** So long a person may think about a preview. */
const KEPT_MS = 24 * 3600 * 1000;

/** Keeps a file for the report and gives its hash; those that nobody filled from are thrown away after a day. */
export async function keepToFill(located: LocatedReport, bytes: Uint8Array, now: Date): Promise<string> {
  const folder = fillFolder(located);
  const client = await db();
  const applied = await client.fileFill.findMany({
    where: { report: { unitId: located.unit.id, periodId: located.period.id } },
    select: { sha256: true },
  });
  await discardOld(folder, new Date(now.getTime() - KEPT_MS), new Set(applied.map(({ sha256 }) => sha256)));
  return keepFile(folder, bytes);
}

export interface MatchedFile {
  format: string;
  preview: CompactPreview;
  indicators: PeriodIndicator[];
}

/**
 * Reads the file and matches it with the report as it is now.
 * @throws FileRefusal for a file that can't be read
 */
export async function matchFile(
  actor: Actor,
  located: LocatedReport,
  bytes: Uint8Array,
  locale: string,
  stop?: AbortSignal,
): Promise<MatchedFile> {
  const client = await db();
  const { plan, unit, period } = located;
  const { indicators } = indicatorsOfPeriod(await frameworkOf(plan, locale), unit.level, period);
  const targets = await fillTargets(client, actor, located, indicators);
  return { ...(await matchInThread({ bytes, targets }, stop)), indicators };
}
