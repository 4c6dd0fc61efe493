import "server-only";
import { isComing } from "@/lib/domain/commitments/meeting";
import { mayDescribeForum, recommendationMay, recommendationParty } from "@/lib/domain/commitments/recommendation";
import { responseMay } from "@/lib/domain/commitments/response-may";
import { type Actor, can, grantsIn } from "@/lib/domain/permissions";
import type { PublicationLanguage } from "@/lib/domain/publication";
import { spokenLocale } from "@/lib/i18n/routing";
import { readFollowUps } from "@/lib/server/commitments/follow-ups/follow-up-rows";
import { evidenceOf, type KeyActionRow, keyActionsOf, readKeyActions } from "@/lib/server/commitments/key-action-rows";
import { meetingHead, meetingHeadSelect } from "@/lib/server/commitments/meeting-rows";
import {
  meetingsOfAnswers,
  type RecommendationRow,
  recommendationSelect,
  recommendationView,
} from "@/lib/server/commitments/recommendation-rows";
import { db } from "@/lib/server/db/client";
import type { PrismaClient } from "@/lib/server/db/generated/client";
import { frameworkOf, type PlanFramework } from "@/lib/server/framework/plan-framework";
import { organisationNameIn } from "@/lib/server/people/organisation-name";
import type { Asked } from "@/lib/server/reports/visible-report";
import type {
  RecommendationFormView,
  RecommendationListView,
  RespondingView,
  WorkingRecommendationView,
} from "@/lib/views/commitments/recommendation-view";

const unitOf = { select: { id: true, code: true, level: true } } as const;

/** Forums and what was recommended at them, for whoever has a part in it; null where there is no such plan, or no part. */
export async function recommendationList(
  actor: Actor,
  planCode: string,
  { locale, now }: Asked,
): Promise<RecommendationListView | null> {
  const client = await db();
  const plan = await client.plan.findUnique({
    where: { code: planCode },
    select: { id: true, code: true, resultsVersion: true },
  });
  if (!plan || grantsIn(actor, plan.id).length === 0) return null;
  const framework = await frameworkOf(plan, locale);
  const language = spokenLocale(locale);
  const found = await client.meeting.findMany({
    where: { planId: plan.id, ...meetingsOfAnswers },
    orderBy: [{ year: "desc" }, { startsOn: "desc" }, { code: "asc" }],
    select: { ...meetingHeadSelect(language), unit: unitOf },
  });
  const rows = await client.addressedText.findMany({
    where: { planId: plan.id, kind: "recommendation" },
    orderBy: { id: "asc" },
    select: recommendationSelect,
  });
  const keyActions = await readKeyActions(
    client,
    rows.map(({ id }) => id),
    language,
  );
  const meetings = found.map((meeting) => meetingHead(meeting, language, framework));
  const forums = found.flatMap(({ kind, unit }, at) =>
    kind === "youthForum" ? [{ meeting: meetings[at]!, forumUnit: unit }] : [],
  );
  return {
    plan: plan.code,
    forums: forums.map(({ meeting, forumUnit }) => {
      const planId = plan.id;
      return {
        meeting,
        mayAdd: !isComing(meeting.state) && can(actor, "recommend", { planId, unit: forumUnit }),
        mayDescribe: mayDescribeForum(actor, { planId, unit: forumUnit, state: meeting.state }),
        recommendations: rows
          .filter(({ recommendation }) => recommendation!.meetingId === meeting.id)
          .flatMap((row) => {
            const facts = { planId, forumUnit, organisationId: row.organisationId };
            const party = recommendationParty(actor, facts);
            const view = recommendationView(row, { party, framework, language, now, keyActions, meetings });
            if (!view) return [];
            const { stage } = row.rounds[0]!;
            const waits =
              recommendationMay(actor, { ...facts, stage, end: row.end }, row).check ||
              (stage === "passed" &&
                view.answers.some(
                  ({ unit, answer }) =>
                    answer === null &&
                    can(actor, "sendReply", { planId, unit: { ...unit, id: unitIdOf(framework, unit.code) } }),
                ));
            return [{ ...view, stage, waits }];
          }),
      };
    }),
  };
}

const unitIdOf = ({ units }: { units: ReadonlyMap<number, { code: string }> }, code: string): number =>
  [...units].find(([, unit]) => unit.code === code)![0];

/** A recommendation for somebody who works with it; null where there is none of which they may know. */
export async function recommendationForWork(
  actor: Actor,
  planCode: string,
  id: number,
  { locale, now }: Asked,
): Promise<WorkingRecommendationView | null> {
  const client = await db();
  const language = spokenLocale(locale);
  const row = await client.addressedText.findFirst({
    where: { id, kind: "recommendation", plan: { code: planCode } },
    select: { ...recommendationSelect, plan: { select: { id: true, code: true, resultsVersion: true } } },
  });
  if (!row || grantsIn(actor, row.planId).length === 0) return null;
  const found = await client.meeting.findMany({
    where: { planId: row.planId, ...meetingsOfAnswers },
    select: { ...meetingHeadSelect(language), unit: unitOf },
  });
  const framework = await frameworkOf(row.plan, locale);
  const meetings = found.map((each) => meetingHead(each, language, framework));
  const at = found.findIndex((each) => each.id === row.recommendation!.meetingId);
  const facts = { planId: row.planId, forumUnit: found[at]!.unit, organisationId: row.organisationId };
  const party = recommendationParty(actor, facts);
  const keyActions = await readKeyActions(client, [id], language);
  const followUps = await readFollowUps(client, [id]);
  const view = recommendationView(row, { party, framework, language, now, keyActions, followUps, meetings });
  if (!view) return null;
  const [round] = row.rounds;
  const { stage, rule, note, body } = round!;
  const may = recommendationMay(actor, { ...facts, stage, end: row.end }, row);
  return {
    ...view,
    plan: row.plan.code,
    rowVersion: row.rowVersion,
    stage,
    party,
    meeting: meetings[at]!,
    sentBack: rule && party !== null ? { rule, note } : null,
    may,
    translating: may.translate
      ? {
          said: { body, language: row.locale },
          words: row.recommendation!.words.map(({ locale: of, body: translated }) => ({
            language: of as PublicationLanguage,
            body: translated,
          })),
        }
      : null,
    // In the words in which it was said, whatever the page's language is.
    ...offeredOf(framework),
    writing:
      party === "author" ? { body, language: row.locale, units: view.answers.map(({ unit }) => unit.code) } : null,
    responding:
      view.said === null ? [] : await respondingOf(client, actor, row, { framework, language, now, keyActions }),
  };
}

/** The units for which somebody may answer, or tell what is being done. */
async function respondingOf(
  client: PrismaClient,
  actor: Actor,
  { id, planId, end, units, rounds: [round] }: Pick<RecommendationRow, "id" | "planId" | "end" | "units" | "rounds">,
  of: { framework: PlanFramework; language: string; now: Date; keyActions: readonly KeyActionRow[] },
): Promise<RespondingView[]> {
  const found = round!.responses.flatMap(({ unitId, state, answer, body, ...links }) => {
    const unit = of.framework.units.get(unitId);
    if (!unit) return [];
    const may = responseMay(actor, { planId, end, response: state, unit: { id: unitId, level: unit.level } });
    if (!may.draft && may.keyActions === null) return [];
    const own = of.keyActions.filter((each) => each.unitId === unitId);
    const keyActions = keyActionsOf(own, { id, round: round!.round, unit: unit.code }, of.now);
    const draft = answer === null ? null : { answer, body, evidence: evidenceOf(links) };
    const rowVersion = units.find((each) => each.unitId === unitId)?.rowVersion ?? 1;
    return [{ unitId, unit, rowVersion, may, keyActions, draft }];
  });
  if (found.length === 0) return [];
  const organisations = await client.$queryRaw<{ unitId: number; id: number; name: string }[]>`
    SELECT ou.unit_id AS "unitId", o.id, ${organisationNameIn(of.language)} AS name
    FROM organisation o JOIN organisation_unit ou ON ou.organisation_id = o.id
    WHERE ou.unit_id = ANY(${found.map(({ unitId }) => unitId)}) AND o.archived_at IS NULL ORDER BY name`;
  return found.map(({ unitId, ...own }) => ({
    ...own,
    organisations: organisations.filter((each) => each.unitId === unitId).map(({ id, name }) => ({ id, name })),
  }));
}

/** What the form of a recommendation offers; null where the reader may add none at that forum. */
export async function recommendationForm(
  actor: Actor,
  planCode: string,
  meetingId: number,
  { locale }: Pick<Asked, "locale">,
): Promise<RecommendationFormView | null> {
  const client = await db();
  const language = spokenLocale(locale);
  const meeting = await client.meeting.findFirst({
    where: { id: meetingId, kind: "youthForum", plan: { code: planCode } },
    select: {
      ...meetingHeadSelect(language),
      planId: true,
      unit: unitOf,
      plan: { select: { id: true, resultsVersion: true } },
    },
  });
  if (!meeting || isComing(meeting.state)) return null;
  if (!can(actor, "recommend", { planId: meeting.planId, unit: meeting.unit })) return null;
  const framework = await frameworkOf(meeting.plan, locale);
  return { meeting: meetingHead(meeting, language, framework), ...offeredOf(framework) };
}

/** Goals and outputs, and countries, that a recommendation can be about and address. */
export const offeredOf = ({ named, units }: Pick<PlanFramework, "named" | "units">) => ({
  offered: {
    // A goal's code has one level, an output's three.
    nodes: [...named.values()]
      .filter(({ code, isGoal }) => isGoal || code.split(".").length === 3)
      .sort((one, other) => one.code.localeCompare(other.code, "en", { numeric: true }))
      .map(({ code, title }) => ({ code, title })),
    countries: [...units.values()].flatMap(({ level, code, name }) => (level === "country" ? [{ code, name }] : [])),
  },
});
