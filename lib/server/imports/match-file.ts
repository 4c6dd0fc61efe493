import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { CompactPreview } from "@/lib/exchange/import/compact-preview";
import { db } from "@/lib/server/db/client";
import type { ReportAddress } from "@/lib/views/report-view";
import { indicatorsOfPeriod, type PeriodIndicator } from "../framework/period-indicators";
import { frameworkOf } from "../framework/plan-framework";
import { doNow } from "../jobs/do-now";
import { mustLocate } from "../reports/hold-report";
import { type LocatedReport, lockOf, subjectOf } from "../reports/locate-report";
import { importTargets } from "./import-target";
import { matchInThread } from "./match-in-thread";
import { readFileJob } from "./read-file-job";

/** @throws Refusal `notFound`, `notAllowed`, `locked` */
export async function mustImport(actor: Actor, address: ReportAddress, now: Date): Promise<LocatedReport> {
  const located = await mustLocate(address);
  mustBeAble(actor, "editReport", subjectOf(located));
  const lock = lockOf(located, now);
  if (lock) throw new Refusal("locked", { lock });
  return located;
}

export interface MatchedFile {
  format: string;
  preview: CompactPreview;
  indicators: PeriodIndicator[];
}

/**
 * Reads the file and matches it with the report as it is now.
 * @param stop ends it where whoever asked has gone
 * @throws FileRefusal for a file that can't be read; JobLost
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
  const targets = await importTargets(client, actor, located, indicators);
  const whose = { unit: unit.id, period: period.id, person: actor.id };
  const matched = await doNow(readFileJob, whose, ({ signal }) => matchInThread({ bytes, targets }, signal), stop);
  return { ...matched, indicators };
}
