import "server-only";
import type { Actor } from "@/lib/domain/permissions";
import { mustBeAble } from "@/lib/domain/permissions";
import { Refusal } from "@/lib/domain/refusal";
import type { CompactPreview } from "@/lib/exchange/import/compact-preview";
import { db } from "@/lib/server/db/client";
import type { ReadSoFar } from "@/lib/views/import-view";
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
  mustBeAble(actor, "importFile", subjectOf(located));
  const lock = lockOf(located, now);
  if (lock) throw new Refusal("locked", { lock });
  return located;
}

export interface MatchedFile {
  format: string;
  preview: CompactPreview;
  indicators: PeriodIndicator[];
}

/** How a reading is followed. */
export interface Reading {
  /** Ends it where whoever asked has gone. */
  stop?: AbortSignal;
  /** Told how far it is. */
  read?: (soFar: ReadSoFar) => void;
}

/**
 * Reads the file and matches it with the report as it is now.
 * @throws FileRefusal for a file that can't be read; JobLost
 */
export async function matchFile(
  actor: Actor,
  located: LocatedReport,
  { fileName: name, bytes }: { fileName: string; bytes: Uint8Array },
  locale: string,
  { stop, read }: Reading = {},
): Promise<MatchedFile> {
  const client = await db();
  const { plan, unit, period } = located;
  const { indicators } = indicatorsOfPeriod(await frameworkOf(plan, locale), unit.level, period);
  const targets = await importTargets(client, actor, located, indicators, locale);
  const whose = { unit: unit.id, period: period.id, person: actor.id };
  const matched = await doNow(
    readFileJob,
    whose,
    ({ signal }) => matchInThread({ name, bytes, ...targets }, signal, read),
    stop,
  );
  return { ...matched, indicators };
}
