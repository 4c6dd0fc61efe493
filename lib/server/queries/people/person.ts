import "server-only";
import { accountState, linkState } from "@/lib/domain/invitation";
import { mayErasePerson, mayGrant, mayKeepPerson, mayResetTwoStep } from "@/lib/domain/people";
import { type Actor, can } from "@/lib/domain/permissions";
import { IDLE_MINUTES } from "@/lib/server/auth/session";
import { db } from "@/lib/server/db/client";
import { Prisma } from "@/lib/server/db/generated/client";
import { siteAddress } from "@/lib/server/http/site-address";
import { grantChoices } from "@/lib/server/people/grant-choices";
import { type NamedPlan, plansToGrant } from "@/lib/server/people/grant-places";
import { mayKeepInvitation } from "@/lib/server/people/held-invitation";
import type { HeldPerson, HeldRole } from "@/lib/server/people/held-people";
import { pathOfPasswordLink } from "@/lib/server/people/invitation-path";
import { seesPerson } from "@/lib/server/people/keep-person";
import { organisationChoices } from "@/lib/server/people/organisation-choices";
import { organisationNameIn } from "@/lib/server/people/organisation-name";
import { keepsAllUnits, type PeopleScope, peopleScope, seesGrant } from "@/lib/server/people/people-scope";
import { roleView } from "@/lib/server/people/role-view";
import type { PersonView } from "@/lib/views/people/people-view";

/** Whoever could take work over is chosen from a list; a country has fewer who report. */
const mostToTakeOver = 200;

const grantSelect = {
  id: true,
  role: true,
  plan: { select: { id: true, code: true } },
  unit: { select: { id: true, code: true, level: true } },
} as const;

interface Person extends Pick<HeldPerson, "id" | "name" | "email" | "locale" | "isDemo" | "roles"> {
  createdAt: Date;
  disabledAt: Date | null;
  erasedAt: Date | null;
  mailBouncedAt: Date | null;
  signsInTwoSteps: boolean;
  linkedSince: Date | null;
  organisation: { id: number; name: string };
}

/** One round trip for what Prisma's client would ask in five. */
async function personRow(id: number, locale: string): Promise<Person | undefined> {
  const [row] = await (await db()).$queryRaw<Person[]>`
    SELECT u.id, u.name, u.email, u.locale, u.is_demo AS "isDemo", u.created_at AS "createdAt",
      u.disabled_at AS "disabledAt", u.erased_at AS "erasedAt", u.mail_bounced_at AS "mailBouncedAt",
      EXISTS (SELECT FROM two_step WHERE user_id = u.id AND confirmed_at IS NOT NULL)
        OR EXISTS (SELECT FROM passkey WHERE user_id = u.id) AS "signsInTwoSteps",
      (SELECT min(created_at) FROM identity WHERE user_id = u.id) AS "linkedSince",
      jsonb_build_object('id', o.id, 'name', ${organisationNameIn(locale)}) AS organisation,
      COALESCE((
        SELECT jsonb_agg(jsonb_build_object(
          'id', r.id, 'role', r.role,
          'plan', CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'code', p.code) END,
          'unit', CASE WHEN n.id IS NOT NULL THEN jsonb_build_object('id', n.id, 'code', n.code, 'level', n.level) END
        ) ORDER BY r.id)
        FROM user_role r LEFT JOIN plan p ON p.id = r.plan_id LEFT JOIN reporting_unit n ON n.id = r.unit_id
        WHERE r.user_id = u.id
      ), '[]') AS roles
    FROM "user" u JOIN organisation o ON o.id = u.organisation_id WHERE u.id = ${id}`;
  return row;
}

/** Somebody whom the actor may know of, as far as they may; null for anybody else. */
export async function personOf(actor: Actor, id: number, locale: string, now: Date): Promise<PersonView | null> {
  const scope = peopleScope(actor);
  if (!scope) return null;
  const person = await personRow(id, locale);
  if (!person || !seesPerson(actor, person)) return null;
  const plans = await plansToGrant(locale);
  const roles = person.roles.filter((grant) => seesGrant(scope, grant));
  const mayKeep = person.erasedAt === null && mayKeepPerson(actor, person);
  const grants = grantChoices(actor, plans, id);
  const { seenAt, openSessions, assignments } = await activity(id, now);
  const ofUnits = new Map(assignments.map(({ unitId, count }) => [unitId, count]));
  const seen = assignments.filter(({ unitId, planId }) => seesUnit(scope, unitId, planId));
  return {
    id,
    name: person.name,
    email: person.email,
    organisation: person.organisation,
    language: person.locale,
    isDemo: person.isDemo,
    isOwn: id === actor.id,
    openSessions,
    mayKeep,
    state: accountState(person),
    mailBouncedAt: person.mailBouncedAt?.toISOString() ?? null,
    mayErase: mayKeep && !person.isDemo && mayErasePerson(actor, person),
    createdAt: person.createdAt.toISOString(),
    seenAt: seenAt?.toISOString() ?? null,
    roles: roles.map((grant) => ({
      id: grant.id,
      ...viewOf(plans, grant),
      mayTake: mayGrant(actor, grant, id),
    })),
    assignments: seen.reduce((sum, { count }) => sum + count, 0),
    invitations: await invitationsOf(actor, scope, person, plans, now),
    mayResetTwoStep: person.signsInTwoSteps && mayResetTwoStep(actor, person),
    linkedSince: person.linkedSince?.toISOString() ?? null,
    mayUnlink: person.linkedSince !== null && mayResetTwoStep(actor, person),
    mayChangeEmail: mayKeep && keepsAllUnits(actor) && !person.isDemo,
    organisations: mayKeep ? await organisationChoices(actor, locale, person.organisation.id) : [],
    give: person.erasedAt === null ? grants : null,
    handOver: mayKeep ? await handOver(actor, person, roles, plans, ofUnits) : [],
    passwordLink: mayKeep ? await openPasswordLink(person, now) : null,
  };
}

const viewOf = (plans: readonly NamedPlan[], { role, plan, unit }: Omit<HeldRole, "id">) =>
  roleView(plans, { role, planId: plan?.id ?? null, unitId: unit?.id ?? null });

const seesUnit = ({ everyone, plans, units }: PeopleScope, unitId: number, planId: number) =>
  everyone || plans.includes(planId) || units.includes(unitId);

/** When they were last here, how many of their sessions go on, and what they are assigned, by unit. */
async function activity(id: number, now: Date) {
  const client = await db();
  const [row] = await client.$queryRaw<
    { seenAt: Date | null; openSessions: number; assignments: { unitId: number; planId: number; count: number }[] }[]
  >`
    SELECT (SELECT max(s.seen_at) FROM session s WHERE s.user_id = ${id}) AS "seenAt",
      (SELECT count(*)::int FROM session s
        WHERE s.user_id = ${id} AND s.ended_at IS NULL AND s.expires_at > ${now}
          AND s.seen_at > ${now}::timestamp - ${Prisma.raw(IDLE_MINUTES)} * interval '1 minute') AS "openSessions",
      COALESCE((
        SELECT jsonb_agg(jsonb_build_object('unitId', a.unit_id, 'planId', a.plan_id, 'count', a.count)) FROM (
          SELECT a.unit_id, n.plan_id, count(DISTINCT a.indicator_id)::int AS count
          FROM indicator_assignment a JOIN reporting_unit n ON n.id = a.unit_id
          WHERE a.user_id = ${id} GROUP BY a.unit_id, n.plan_id) a), '[]') AS assignments`;
  return row!;
}

/** Those to the same address that wait, and those that they accepted, as far as the actor may know of them. */
async function invitationsOf(actor: Actor, scope: PeopleScope, person: Person, plans: NamedPlan[], now: Date) {
  const rows = await (await db()).invitation.findMany({
    where: { OR: [{ usedById: person.id }, { email: person.email, usedAt: null, revokedAt: null }] },
    orderBy: { id: "desc" },
    take: 50,
    select: { ...grantSelect, createdAt: true, usedAt: true, revokedAt: true, expiresAt: true },
  });
  return rows.flatMap((row) => {
    if (!seesGrant(scope, row)) return [];
    const isOpen = linkState(row, now) !== "used";
    const at = (row.usedAt ?? row.createdAt).toISOString();
    return [{ id: row.id, ...viewOf(plans, row), at, isOpen, mayKeep: isOpen && mayKeepInvitation(actor, row) }];
  });
}

/** By each country that they report for: who else does, and could take their work over. */
async function handOver(
  actor: Actor,
  { id }: Person,
  roles: Person["roles"],
  plans: NamedPlan[],
  assigned: ReadonlyMap<number, number>,
): Promise<PersonView["handOver"]> {
  const reported = roles.flatMap(({ role, plan, unit }) =>
    plan && unit && (role === "contributor" || role === "focalPoint") ? [{ role, plan, unit }] : [],
  );
  const units = [...new Map(reported.map((grant) => [grant.unit.id, grant])).values()].filter(({ plan, unit }) =>
    can(actor, "assignIndicators", { planId: plan.id, unit }),
  );
  if (units.length === 0) return [];
  const ids = units.map(({ unit }) => unit.id);
  const others = await (await db()).$queryRaw<{ unitId: number; id: number; name: string; email: string }[]>`
    SELECT DISTINCT r.unit_id AS "unitId", u.id, u.name, u.email
    FROM user_role r JOIN "user" u ON u.id = r.user_id
    WHERE r.unit_id IN (${Prisma.join(ids)}) AND r.role IN ('contributor', 'focalPoint')
      AND u.id <> ${id} AND u.disabled_at IS NULL
    ORDER BY u.name, u.id LIMIT ${mostToTakeOver}`;
  return units.map(({ plan, unit }) => ({
    unitId: unit.id,
    unit: viewOf(plans, { role: "contributor", plan, unit }).unit ?? unit.code,
    isFocalPoint: reported.some(
      (grant) => grant.role === "focalPoint" && grant.unit.id === unit.id && mayGrant(actor, grant, id),
    ),
    assignments: assigned.get(unit.id) ?? 0,
    people: others.flatMap(({ unitId, id, name, email }) =>
      unitId === unit.id ? [{ value: String(id), label: `${name}, ${email}` }] : [],
    ),
  }));
}

async function openPasswordLink({ id, locale }: Person, now: Date): Promise<PersonView["passwordLink"]> {
  const row = await (await db()).passwordLink.findFirst({
    // One that they asked for themselves is for nobody but them.
    where: { userId: id, madeById: { not: id }, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
    orderBy: { id: "desc" },
    select: { id: true, nonce: true, expiresAt: true },
  });
  return row && { link: siteAddress(pathOfPasswordLink({ ...row, locale })), expiresAt: row.expiresAt.toISOString() };
}
