import "server-only";
import type { RoundStage } from "@/lib/domain/commitments/addressed-life";
import type { SafetyRule } from "@/lib/domain/commitments/observation";
import { recommendationMay, recommendationParty } from "@/lib/domain/commitments/recommendation";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import { type Actor, can, grantsIn, type UnitRef } from "@/lib/domain/permissions";
import { spokenLocale } from "@/lib/i18n/routing";
import { db } from "@/lib/server/db/client";
import type { PlanAtVersion } from "@/lib/server/framework/plan-framework";
import { beginningOf } from "@/lib/views/commitments/beginning-of";
import type { RecommendationWorkView, WaitingRecommendation } from "@/lib/views/commitments/recommendation-view";

const longestBeginning = 120;
/** So many answers are news; the others stand with all of them. */
const mostTold = 5;

/** What waits for somebody among the recommendations of a plan, the oldest first, and what was answered to their own. */
export async function recommendationsWaiting(
  actor: Actor,
  { id: planId }: PlanAtVersion,
  { locale }: { locale: string },
): Promise<RecommendationWorkView> {
  const client = await db();
  const grants = grantsIn(actor, planId);
  const mayRecommend = grants.some(({ unit }) => can(actor, "recommend", { planId, unit }));
  const mayCheck = can(actor, "checkSafety", { planId });
  const mayAnswer = grants.some(({ unit }) => unit !== null && can(actor, "draftReply", { planId, unit }));
  if (!mayRecommend && !mayCheck && !mayAnswer) return { hasPart: false, mayRecommend, waiting: [], told: [] };
  const rows = await client.$queryRaw<Row[]>`
    SELECT t.id, t.number, t.organisation_id AS "organisationId", t.locale AS language, r.stage::text, r.rule, r.note, r.body,
      coalesce(x.title, m.code) AS forum, f.id AS "forumUnitId", f.level AS "forumLevel",
      coalesce(a.answered, 0)::int AS answered, coalesce(a."all", 0)::int AS "all", a.last::text AS "lastOn",
      coalesce(a.awaited, '[]') AS awaited
    FROM addressed_text t
      JOIN recommendation c ON c.text_id = t.id
      JOIN meeting m ON m.id = c.meeting_id
      JOIN addressed_round r ON r.text_id = t.id
      LEFT JOIN reporting_unit f ON f.id = m.unit_id
      LEFT JOIN LATERAL (SELECT title FROM meeting_text WHERE meeting_id = m.id
        ORDER BY (locale = ${spokenLocale(locale)}) DESC, (locale = 'en') DESC LIMIT 1) x ON true
      LEFT JOIN LATERAL (
        SELECT count(*) AS "all", count(*) FILTER (WHERE u.state = 'given') AS answered, max(u.given_on) AS last,
          json_agg(json_build_object('id', n.id, 'code', n.code, 'level', n.level)) FILTER (WHERE u.state <> 'given') AS awaited
        FROM unit_response u JOIN reporting_unit n ON n.id = u.unit_id WHERE u.text_id = t.id
      ) a ON true
    WHERE t.plan_id = ${planId} AND t.kind = 'recommendation' AND t."end" IS NULL
    ORDER BY t.id`;
  const own = rows.filter((row) => row.stage === "passed" && partyIn(actor, planId, row) === "author");
  return {
    hasPart: mayRecommend || rows.some(({ stage }) => stage === "passed") || mayCheck,
    mayRecommend,
    waiting: rows.flatMap((row) => {
      const waits = waitsFor(actor, planId, row);
      if (waits === null) return [];
      const { id, number, forum, rule, note } = row;
      const sentBack = waits === "putRight" && rule ? { rule, note } : null;
      return [{ id, number, waits, forum, said: saidIn(row), sentBack }];
    }),
    told: own
      .filter(({ answered }) => answered > 0)
      .sort((one, other) => (other.lastOn ?? "").localeCompare(one.lastOn ?? ""))
      .slice(0, mostTold)
      .map((row) => ({
        id: row.id,
        number: row.number,
        said: saidIn(row),
        answered: row.answered,
        all: row.all,
        lastOn: row.lastOn,
      })),
  };
}

interface Row extends Pick<WaitingRecommendation, "id" | "number" | "forum"> {
  organisationId: number;
  language: string;
  stage: RoundStage;
  rule: SafetyRule | null;
  note: string;
  body: string;
  forumUnitId: number | null;
  forumLevel: UnitRef["level"] | null;
  answered: number;
  all: number;
  lastOn: IsoDate | null;
  /** The units that haven't answered. */
  awaited: UnitRef[];
}

const factsOf = (planId: number, { forumUnitId, forumLevel, organisationId, stage }: Row) => ({
  planId,
  organisationId,
  stage,
  end: null,
  forumUnit: forumUnitId !== null && forumLevel !== null ? { id: forumUnitId, level: forumLevel } : null,
});

const partyIn = (actor: Actor, planId: number, row: Row) => recommendationParty(actor, factsOf(planId, row));

function waitsFor(actor: Actor, planId: number, row: Row): WaitingRecommendation["waits"] | null {
  const may = recommendationMay(actor, factsOf(planId, row), row);
  if (may.check) return "check";
  if (may.write && row.stage === "sentBack") return "putRight";
  if (row.awaited.some((unit) => can(actor, "draftReply", { planId, unit }))) return "answer";
  return null;
}

const saidIn = ({ body, language }: Row) => ({ language, body: beginningOf(body, longestBeginning) });
