import "server-only";
import { passedRound } from "@/lib/domain/commitments/addressed-life";
import { observationMay } from "@/lib/domain/commitments/observation-may";
import { partyOf, versionFor } from "@/lib/domain/commitments/parties";
import { type ReplyClocks, usualReplyClocks } from "@/lib/domain/commitments/reply-clocks";
import { type Actor, can } from "@/lib/domain/permissions";
import { type CorrectedRow, correctedByText, correctedJson } from "@/lib/server/commitments/corrected-after";
import { type FollowUpRow, followUpsJson } from "@/lib/server/commitments/follow-ups/follow-up-rows";
import { evidenceOf, keyActionsOf, readKeyActions } from "@/lib/server/commitments/key-action-rows";
import { factsOf, observationSelect, observationView, standingOf } from "@/lib/server/commitments/observation-rows";
import { type PartRow, partsJson } from "@/lib/server/commitments/shadow/part-rows";
import { shadowIndicatorOf } from "@/lib/server/commitments/shadow/read-shadow";
import { type FileRow, filesJson } from "@/lib/server/commitments/sources/file-rows";
import { type DecidedRow, decidedJson } from "@/lib/server/commitments/subjects/read-decided";
import {
  askedOf,
  saidOfValidity,
  type ValidityRow,
  validityJson,
} from "@/lib/server/commitments/validity/validity-rows";
import { db } from "@/lib/server/db/client";
import { Prisma, type PrismaClient } from "@/lib/server/db/generated/client";
import { indicatorsOfPeriod } from "@/lib/server/framework/period-indicators";
import { frameworkOf, type PlanFramework } from "@/lib/server/framework/plan-framework";
import { organisationsOfUnit } from "@/lib/server/people/organisations-of-unit";
import type { Asked } from "@/lib/server/reports/visible-report";
import type { ObservationView, WorkingObservationView } from "@/lib/views/commitments/observation-view";
import type { ShadowIndicator } from "@/lib/views/commitments/shadow-view";
import { isFormer } from "@/lib/views/commitments/subject-view";

/** An observation for somebody who works with it; null where there is none of which they may know as more than anybody. */
export async function observationForWork(
  actor: Actor,
  planCode: string,
  id: number,
  { locale, now }: Asked,
): Promise<WorkingObservationView | null> {
  const client = await db();
  const row = await client.addressedText.findFirst({
    where: { id, kind: "observation", plan: { code: planCode } },
    select: {
      ...observationSelect,
      plan: { select: { id: true, code: true, resultsVersion: true, smallCountThreshold: true } },
    },
  });
  if (!row) return null;
  const facts = factsOf(row);
  const party = partyOf(actor, facts);
  if (party === null) return null;
  const keyActions = await readKeyActions(client, [id], locale);
  const framework = await frameworkOf(row.plan, locale);
  const threshold = row.plan.smallCountThreshold;
  const last = row.rounds.at(-1)!;
  const passed = passedRound(row.rounds);
  const response = passed?.responses[0];
  const drafts = response?.state !== "given" && response?.kind && can(actor, "draftReply", facts) ? response : null;
  const { clocks, organisations, drafter, corrected, files, parts, validity, decision, followUps } = await besides(
    client,
    {
      id,
      unitId: facts.unit.id,
      drafterId: drafts?.draftedById ?? null,
      version: row.plan.resultsVersion,
      locale,
    },
  );
  const reader = {
    party,
    framework,
    locale,
    threshold,
    now,
    keyActions,
    files,
    parts,
    followUps,
    decided: new Map(decision ? [[id, decision]] : []),
    corrected: correctedByText(corrected),
  };
  const view = observationView(row, reader);
  if (!view) return null;
  const may = observationMay(actor, facts, { number: row.number, rounds: row.rounds.map(standingOf) });
  const actionsOf = (round: number | null) => keyActionsOf(keyActions, { id, round, unit: view.unit.code }, now);
  return {
    ...view,
    plan: row.plan.code,
    rowVersion: versionFor(party, row),
    party,
    attribution: facts.attribution,
    clocks: clocks ?? usualReplyClocks,
    draftReply:
      drafts?.draftedAt && drafts.kind
        ? {
            kind: drafts.kind,
            body: drafts.body,
            evidence: evidenceOf(drafts),
            at: drafts.draftedAt.toISOString(),
            by: drafter ?? "",
          }
        : null,
    draftKeyActions: may.keyActions === "write" ? actionsOf(passed?.round ?? null) : [],
    mayTell: may.tellActions.flatMap(actionsOf),
    organisations: may.keyActions ? organisations : [],
    validity: saidOfValidity(validity),
    validityAsked: party === "author" ? askedOf(validity, row.end) : null,
    may,
    shadowOf: may.write && last.round === 1 ? shadowIndicator(framework, view) : null,
  };
}

interface Besides {
  clocks: ReplyClocks | null;
  /** Those that work for the unit, by their names. */
  organisations: { id: number; name: string }[];
  drafter: string | null;
  corrected: CorrectedRow[];
  files: FileRow[];
  parts: PartRow[];
  validity: ValidityRow[];
  /** That it is about, if it is about one. */
  decision: DecidedRow | null;
  followUps: FollowUpRow[];
}

/** What a page says besides the observation itself, in one statement. */
async function besides(
  client: Pick<PrismaClient, "$queryRaw">,
  asked: { id: number; unitId: number; drafterId: number | null; version: number; locale: string },
): Promise<Besides> {
  const { id, unitId, drafterId, version, locale } = asked;
  const [found] = await client.$queryRaw<[Besides]>`
    SELECT (SELECT json_build_object('replyDays', reply_days, 'safetyCheckDays', safety_check_days)
        FROM site_settings LIMIT 1) AS clocks,
      ${organisationsOfUnit(unitId, locale)} AS organisations,
      (SELECT name FROM "user" WHERE id = ${drafterId}) AS drafter,
      ${correctedJson([id], version)} AS corrected,
      ${filesJson([id])} AS files, ${partsJson([id])} AS parts, ${validityJson([id])} AS validity,
      ${followUpsJson(Prisma.sql`f.text_id = ${id}`)} AS "followUps",
      (SELECT ${decidedJson} FROM observation o WHERE o.text_id = ${id}) AS decision`;
  return found;
}

/** The indicator that it is about, as it is defined in its period, where a value can be set beside its own. */
function shadowIndicator(
  framework: PlanFramework,
  { subject, unit, period }: Pick<ObservationView, "subject" | "unit" | "period">,
): ShadowIndicator | null {
  const of = framework.periods.find(({ code }) => code === period);
  if (subject.of !== "indicator" || isFormer(subject) || !of) return null;
  const { indicators } = indicatorsOfPeriod(framework, unit.level, of);
  return shadowIndicatorOf(indicators.find(({ view }) => view.code === subject.code)?.view, framework.dimensions);
}
