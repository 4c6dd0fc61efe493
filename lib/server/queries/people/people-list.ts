import "server-only";
import { type PersonState, personStates } from "@/lib/domain/invitation";
import { type Actor, can } from "@/lib/domain/permissions";
import { type Role, roles } from "@/lib/domain/roles";
import type { Locale } from "@/lib/i18n/routing";
import type { TableView } from "@/lib/schemas/addresses/table-view";
import { db } from "@/lib/server/db/client";
import { Prisma } from "@/lib/server/db/generated/client";
import { type NamedPlan, plansToGrant } from "@/lib/server/people/grant-places";
import { organisationNameIn } from "@/lib/server/people/organisation-name";
import { ALL_PLANS, grantSeen, type PeopleScope, peopleScope, personSeen } from "@/lib/server/people/people-scope";
import { roleView } from "@/lib/server/people/role-view";
import { hasWords } from "@/lib/views/found-text";
import type { PeopleListView, PersonRow } from "@/lib/views/people/people-view";

const peoplePerPage = 25;

/** The words of the page, by which people are found. */
export interface PeopleWords {
  role: (role: Role) => string;
  state: (state: PersonState) => string;
}

interface Row extends Omit<PersonRow, "roles" | "seenAt"> {
  roles: { role: Role; planId: number | null; unitId: number | null }[];
  seenAt: Date | null;
}

/**
 * The people whom the actor may know of, by name unless they are ordered otherwise, and those who are invited; null where
 * they may know of nobody.
 * @param asked the last page where there are fewer than it asks for
 */
export async function peopleList(
  actor: Actor,
  locale: Locale,
  asked: TableView,
  words: PeopleWords,
  now: Date,
): Promise<PeopleListView | null> {
  const scope = peopleScope(actor);
  if (!scope) return null;
  const client = await db();
  const plans = await plansToGrant(locale);
  const size = asked.size ?? peoplePerPage;
  const order = orderOf(asked.sort, locale);
  // Found once, and counted; what is told of each is asked for those of the page alone.
  const rows = await client.$queryRaw<(Row & { total: number; found: number })[]>`
    WITH everybody AS MATERIALIZED (${everybody(scope, now, asked.sort.endsWith("seen"))}),
    found AS MATERIALIZED (SELECT p.* FROM everybody p WHERE ${foundBy(asked.find, { plans, words, locale, scope })}),
    counted AS (SELECT (SELECT count(*)::int FROM everybody) AS total, (SELECT count(*)::int FROM found) AS found),
    page AS (
      SELECT p.* FROM found p ORDER BY ${order} LIMIT ${size}
      OFFSET (SELECT (LEAST(${asked.page}::int, GREATEST(1, ceil(c.found / ${size}::numeric)::int)) - 1) * ${size}::int
        FROM counted c)
    )
    SELECT c.total, c.found, p.kind, p.id, p.name, p.email, p.state, ${organisationNameIn(locale)} AS organisation,
      CASE WHEN p.kind = 'person'
        THEN (SELECT max(s.seen_at) FROM session s WHERE s.user_id = p.id) END AS "seenAt",
      CASE WHEN p.kind = 'person' THEN COALESCE((
        SELECT jsonb_agg(jsonb_build_object('role', r.role, 'planId', r.plan_id, 'unitId', r.unit_id) ORDER BY r.id)
        FROM user_role r WHERE r.user_id = p.id AND ${grantSeen(scope, Prisma.sql`r`)}), '[]')
      ELSE jsonb_build_array(jsonb_build_object('role', p.role, 'planId', p.plan_id, 'unitId', p.unit_id)) END AS roles
    FROM counted c LEFT JOIN page p ON TRUE LEFT JOIN organisation o ON o.id = p.organisation_id
    ORDER BY ${order}`;
  const { total, found } = rows[0]!;
  return {
    // Where nobody is found there is a row of the counts alone.
    people: (found === 0 ? [] : rows).map(({ roles, seenAt, total: _, found: __, ...row }) => ({
      ...row,
      roles: roles.map((grant) => roleView(plans, grant)),
      seenAt: seenAt?.toISOString() ?? null,
    })),
    total,
    found,
    mayInvite: actor.roles.some(({ plan }) => can(actor, "managePeople", { planId: plan?.id ?? ALL_PLANS })),
  };
}

/** Accounts and open invitations, as one list. */
function everybody(scope: PeopleScope, now: Date, withSeen: boolean): Prisma.Sql {
  const seen = withSeen
    ? Prisma.sql`(SELECT max(s.seen_at) FROM session s WHERE s.user_id = u.id)`
    : Prisma.sql`NULL::timestamp`;
  return Prisma.sql`
    SELECT 'person' AS kind, u.id, u.name, lower(u.name) AS sorted, lower(u.name || ' ' || u.email) AS words, u.email, u.organisation_id,
      CASE WHEN u.erased_at IS NOT NULL THEN 'erased' WHEN u.disabled_at IS NOT NULL THEN 'disabled'
        WHEN u.mail_bounced_at IS NOT NULL THEN 'bounced' ELSE 'active' END AS state, ${seen} AS seen,
      NULL::role AS role, NULL::int AS plan_id, NULL::int AS unit_id
    FROM "user" u WHERE ${personSeen(scope, Prisma.sql`u`)}
    UNION ALL
    SELECT 'invitation', i.id, i.name, lower(i.name), lower(i.name || ' ' || i.email), i.email, i.organisation_id,
      CASE WHEN i.expires_at > ${now} THEN 'invited' ELSE 'expired' END, NULL::timestamp, i.role, i.plan_id, i.unit_id
    FROM invitation i WHERE i.used_at IS NULL AND i.revoked_at IS NULL AND ${grantSeen(scope, Prisma.sql`i`)}`;
}

/** Names are told apart by their ids, so that nobody stands on two pages. */
function orderOf(sort: string, locale: Locale): Prisma.Sql {
  const way = sort.startsWith("-") ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const last = Prisma.sql`p.sorted, p.kind, p.id`;
  const organisation = Prisma.sql`(
    SELECT lower(${organisationNameIn(locale)}) FROM organisation o WHERE o.id = p.organisation_id)`;
  switch (sort.replace(/^-/, "")) {
    case "organisation":
      return Prisma.sql`${organisation} ${way}, ${last}`;
    case "seen":
      return Prisma.sql`p.seen ${way} NULLS LAST, ${last}`;
    case "state":
      return Prisma.sql`p.state ${way}, ${last}`;
    default:
      return Prisma.sql`p.sorted ${way}, p.kind, p.id`;
  }
}

interface Finding {
  plans: NamedPlan[];
  words: PeopleWords;
  locale: Locale;
  scope: PeopleScope;
}

/** Whether a row has all the words: in name, address, organisation, a role, a country or plan, or its state. */
function foundBy(find: string, { plans, words, locale, scope }: Finding): Prisma.Sql {
  const wanted = find.trim().split(/\s+/).filter(Boolean);
  const units = plans.flatMap(({ units }) => units);
  const each = wanted.map((word) => {
    const has = hasWords(word, locale);
    const inText = `%${word.replace(/[\\%_]/g, "\\$&")}%`;
    const grants = grantsWith({
      roles: roles.filter((role) => has(words.role(role))),
      units: units.flatMap(({ id, name, code }) => (has(`${name} ${code}`) ? [id] : [])),
      plans: plans.flatMap(({ id, code, title }) => (has(`${code} ${title}`) ? [id] : [])),
    });
    const states = personStates.filter((state) => has(words.state(state)));
    return Prisma.sql`(p.words LIKE lower(${inText})
      OR p.organisation_id IN (SELECT o.id FROM organisation o WHERE o.name ILIKE ${inText} OR o.acronym ILIKE ${inText}
        UNION ALL SELECT organisation_id FROM organisation_name WHERE name ILIKE ${inText})
      OR p.state = ANY(${states})${grants(scope)})`;
  });
  return each.length === 0 ? Prisma.sql`TRUE` : Prisma.join(each, " AND ");
}

/** Roles that match, of a person or an invitation, as far as they are seen. */
function grantsWith({ roles, units, plans }: { roles: Role[]; units: number[]; plans: number[] }) {
  if (roles.length + units.length + plans.length === 0) return () => Prisma.empty;
  const matches = (
    row: Prisma.Sql,
  ) => Prisma.sql`(${row}.role::text = ANY(${roles}) OR ${row}.unit_id = ANY(${units}::int[])
    OR ${row}.plan_id = ANY(${plans}::int[]))`;
  return (scope: PeopleScope) => Prisma.sql` OR (p.role IS NOT NULL AND ${matches(Prisma.sql`p`)})
    OR (p.kind = 'person' AND p.id IN (
      SELECT r.user_id FROM user_role r WHERE ${matches(Prisma.sql`r`)} AND ${grantSeen(scope, Prisma.sql`r`)}))`;
}
