import "server-only";
import {
  isPlatformParty,
  mayMakePlatformFiles,
  platformReportMay,
  readsPlatformReport,
} from "@/lib/domain/commitments/platform-report";
import { responseMay } from "@/lib/domain/commitments/response-may";
import { type Actor, can, type UnitRef } from "@/lib/domain/permissions";
import { spokenLocale } from "@/lib/i18n/routing";
import { meetingsOf } from "@/lib/server/civil-society/hold-platform";
import { observationsOfYear } from "@/lib/server/civil-society/observations-of-year";
import {
  addressedOf,
  platformReportView,
  readMembers,
  readPlatformReport,
} from "@/lib/server/civil-society/platform-rows";
import { onlyRound } from "@/lib/server/commitments/hold-recommendation";
import { evidenceOf, keyActionsOf } from "@/lib/server/commitments/key-action-rows";
import { db } from "@/lib/server/db/client";
import type { PrismaClient } from "@/lib/server/db/generated/client";
import { formerNodes } from "@/lib/server/framework/former-nodes";
import { inLocale, textsFor } from "@/lib/server/framework/locale-text";
import { frameworkOf, type PlanFramework } from "@/lib/server/framework/plan-framework";
import { organisationsOfUnit } from "@/lib/server/people/organisations-of-unit";
import { platformFiles, withoutIds } from "@/lib/server/publications/platform-files";
import type { Asked } from "@/lib/server/reports/visible-report";
import type {
  PlatformReportFormView,
  PointReplyView,
  WorkingPlatformReportView,
} from "@/lib/views/commitments/platform-view";
import { planOfPlatforms } from "./platforms-for-work";

interface Address {
  plan: string;
  unit: string;
  year: number;
}

/** The report of a platform for a year as somebody reads it who works with it; null where they may know of none. */
async function found(actor: Actor, address: Address, { locale, now }: Asked, withObservations: boolean) {
  const plan = await planOfPlatforms(actor, address.plan);
  if (!plan) return null;
  const client = await db();
  const language = spokenLocale(locale);
  const row = await readPlatformReport(client, { ...address, planId: plan.id }, { locale, language });
  if (!row) return null;
  const framework = await frameworkOf(plan, locale);
  const facts = {
    ...row,
    unit: { id: row.unitId, level: row.level },
    addressed: addressedOf(row, framework),
  };
  if (!readsPlatformReport(actor, facts)) return null;
  const reader = { framework, locale, threshold: plan.smallCountThreshold, now };
  const observations = withObservations ? await observationsOfYear(client, row, { ...reader, actor }) : [];
  const view = platformReportView(row, { ...reader, observations });
  const standing = row.pointRows.filter(({ takenDown }) => takenDown === null).length;
  return { plan, row, view, facts, framework, may: platformReportMay(actor, facts, standing) };
}

export async function platformReportForWork(
  actor: Actor,
  address: Address,
  asked: Asked,
): Promise<WorkingPlatformReportView | null> {
  const read = await found(actor, address, asked, true);
  if (!read) return null;
  const { plan, row, view, facts, framework, may } = read;
  const hasAgreed = row.agreedIds.includes(actor.organisation.id);
  return {
    ...view,
    plan: plan.code,
    rowVersion: row.rowVersion,
    meetings: may.includes("present")
      ? await meetingsHeld({ ...facts, year: row.year }, spokenLocale(asked.locale))
      : [],
    draftsFor: unitsFor(actor, "draftReply", facts, framework),
    answersFor: unitsFor(actor, "sendReply", facts, framework),
    files: row.state === "draft" ? [] : withoutIds(await platformFiles(await db(), row.id)),
    mayMakeFiles: row.state !== "draft" && mayMakePlatformFiles(actor, facts),
    may: may.filter((step) => step !== "agree" || !hasAgreed),
    onlyReads: isPlatformParty(actor, "member", facts) && !isPlatformParty(actor, "reporter", facts),
  };
}

/** The meetings at which it may have been presented, the latest first. */
async function meetingsHeld(facts: Parameters<typeof meetingsOf>[0], language: string) {
  const rows = await (await db()).meeting.findMany({
    where: meetingsOf(facts),
    orderBy: [{ year: "desc" }, { startsOn: "desc" }, { code: "asc" }],
    select: { code: true, texts: { where: textsFor(language), select: { locale: true, title: true } } },
  });
  return rows.map(({ code, texts }) => ({ code, title: inLocale(texts, language)?.title ?? code }));
}

/** The codes of the units for which somebody drafts answers, or sends them. */
const unitsFor = (
  actor: Actor,
  ability: "draftReply" | "sendReply",
  { planId, addressed }: { planId: number; addressed: readonly Pick<UnitRef, "id" | "level">[] },
  { units }: PlanFramework,
): string[] => addressed.flatMap((unit) => (can(actor, ability, { planId, unit }) ? units.get(unit.id)!.code : []));

/** A unit's answer for whoever writes for it, or tells what is done about it; null where there is none, or it isn't the actor's. */
export async function pointReply(
  actor: Actor,
  { point: textId, of, ...address }: Address & { point: number; of: string },
  asked: Asked,
): Promise<PointReplyView | null> {
  const read = await found(actor, address, asked, false);
  if (!read) return null;
  const { view, row, facts, framework } = read;
  const unit = facts.addressed.find(({ id }) => framework.units.get(id)?.code === of);
  const point = [...view.challenges, ...view.priorities].find((each) => each.textId === textId);
  const response = point?.responses.find((each) => each.unit.code === of);
  if (!unit || !point || !response || !can(actor, "draftReply", { planId: facts.planId, unit })) return null;
  const may = responseMay(actor, { planId: facts.planId, unit, end: null, response: response.state });
  const besides = await besidesReply(await db(), { textId, unitId: unit.id, locale: asked.locale });
  const written = row.pointRows
    .find((each) => each.textId === textId)
    ?.responses.find(({ unitId }) => unitId === unit.id);
  const { kind, body } = written ?? { kind: null, body: "" };
  const own = row.keyActions.filter(({ unitId }) => unitId === unit.id);
  return {
    code: view.code,
    language: view.language,
    point,
    response,
    may,
    rowVersion: besides.rowVersion,
    draft:
      may.draft && written && kind && besides.draftedAt
        ? { kind, body, evidence: evidenceOf(written), at: besides.draftedAt, by: besides.drafter ?? "" }
        : null,
    keyActions: may.keyActions === null ? [] : keyActionsOf(own, { id: textId, round: onlyRound, unit: of }, asked.now),
    organisations: may.keyActions === null ? [] : besides.organisations,
  };
}

interface BesidesReply {
  rowVersion: number;
  drafter: string | null;
  draftedAt: string | null;
  organisations: { id: number; name: string }[];
}

/** What the page of an answer says besides the report, in one statement. */
async function besidesReply(
  client: Pick<PrismaClient, "$queryRaw">,
  { textId, unitId, locale }: { textId: number; unitId: number; locale: string },
): Promise<BesidesReply> {
  const [found] = await client.$queryRaw<[Omit<BesidesReply, "draftedAt"> & { draftedAt: Date | null }]>`
    SELECT a.row_version AS "rowVersion", p.name AS drafter, w.drafted_at AS "draftedAt",
      ${organisationsOfUnit(unitId, locale)} AS organisations
    FROM addressed_unit a JOIN unit_response w ON w.text_id = a.text_id AND w.unit_id = a.unit_id
      LEFT JOIN "user" p ON p.id = w.drafted_by_id
    WHERE a.text_id = ${textId} AND a.unit_id = ${unitId}`;
  return { ...found, draftedAt: found.draftedAt?.toISOString() ?? null };
}

/** What the form begins with that writes it; null where it isn't the actor's to write, or can't be any more. */
export async function platformReportForm(
  actor: Actor,
  address: Address,
  asked: Asked,
): Promise<PlatformReportFormView | null> {
  const read = await found(actor, address, asked, false);
  if (!read?.may.includes("write")) return null;
  const { row, view, plan, framework } = read;
  const client = await db();
  const members = await readMembers(client, plan.id, asked.locale);
  const organisations = new Map([
    ...row.activities.map(({ organisationId, organisation }) => [organisationId, organisation] as const),
    ...members
      .filter(({ unitId }) => unitId === row.unitId)
      .map((member) => [member.organisationId, member.name] as const),
  ]);
  return {
    rowVersion: row.rowVersion,
    unit: view.unit,
    year: view.year,
    agreed: view.agreed,
    language: view.language,
    visibility: view.visibility,
    own: actor.organisation.id,
    activities: row.activities.map(({ organisationId, title, place, time, officials, community, reach }, index) => ({
      organisationId,
      title,
      place,
      time,
      officials,
      community,
      reach,
      nodes: view.activities[index]!.nodes.map(({ code }) => code),
      formerNodes: formerNodes(row.activities[index]!.nodeIds, framework),
    })),
    challenges: view.challenges.map(({ body }) => body),
    priorities: view.priorities.map(({ body }) => body),
    organisations: [...organisations]
      .map(([id, name]) => ({ id, name }))
      .sort((one, other) => one.name.localeCompare(other.name, asked.locale)),
  };
}
