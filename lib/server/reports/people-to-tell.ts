import "server-only";
import type { AbilitySubject, Actor, ReportSubject, RoleGrant } from "@/lib/domain/permissions";
import { mayBeTold, mayBeToldAtOnce } from "@/lib/domain/reports/mention";
import { demoMode } from "@/lib/server/auth/demo-mode";
import type { Transaction } from "@/lib/server/db/client";
import { Prisma } from "@/lib/server/db/generated/client";
import type { PersonToAsk, PersonToTell } from "@/lib/views/report-view";

interface Row extends PersonToTell {
  roles: RoleGrant[];
  /** Of the report's indicators, theirs or their organisation's. */
  assigned: number[];
}

/** The roles of the person in the row `u`, as `RoleGrant[]`: an expression of an SQL statement. */
export const rolesOfPerson = Prisma.sql`COALESCE((
  SELECT jsonb_agg(jsonb_build_object('role', r.role,
    'plan', CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'code', p.code) END,
    'unit', CASE WHEN n.id IS NOT NULL THEN jsonb_build_object('id', n.id, 'code', n.code, 'level', n.level) END))
  FROM user_role r LEFT JOIN plan p ON p.id = r.plan_id LEFT JOIN reporting_unit n ON n.id = r.unit_id
  WHERE r.user_id = u.id), '[]')`;

/** Whether the person in the row `u` can: a condition of an SQL statement. */
export const maySignIn = () => Prisma.sql`u.disabled_at IS NULL AND (${demoMode()} OR NOT u.is_demo)`;

type Client = Pick<Transaction, "$queryRaw">;

/** Who has a part in a report, by their names. Whoever can't sign in is left out. */
const peopleOf = (client: Client, { planId, unit, periodId }: ReportSubject): Promise<Row[]> => client.$queryRaw`
    SELECT u.id, u.name, o.name AS organisation,
      ${rolesOfPerson} AS roles,
      ARRAY(SELECT a.indicator_id FROM indicator_assignment a
        WHERE (a.user_id = u.id OR a.organisation_id = u.organisation_id)
          AND a.unit_id = ${unit.id} AND a.period_id = ${periodId}) AS assigned
    FROM "user" u JOIN organisation o ON o.id = u.organisation_id
    WHERE ${maySignIn()} AND EXISTS (SELECT FROM user_role r
      WHERE r.user_id = u.id AND (r.plan_id IS NULL OR r.plan_id = ${planId}) AND (r.unit_id IS NULL OR r.unit_id = ${unit.id}))
    ORDER BY u.name, u.id`;

const isToBeTold = (
  { id, roles, assigned }: Row,
  author: Pick<Actor, "id">,
  subject: ReportSubject & { indicatorId: number },
): boolean => {
  const { unit, periodId } = subject;
  return mayBeTold(
    { id, roles, assignments: [{ unitId: unit.id, periodId, indicatorIds: assigned }] },
    author,
    subject,
  );
};

/** Whom the author may tell of what is said on an indicator of a report. */
export async function peopleToTell(
  client: Client,
  author: Pick<Actor, "id">,
  subject: ReportSubject & { indicatorId: number },
): Promise<PersonToTell[]> {
  return (await peopleOf(client, subject))
    .filter((person) => isToBeTold(person, author, subject))
    .map(({ id, name, organisation }) => ({ id, name, organisation }));
}

/** An indicator with whoever asked about it; null where nobody did yet. */
export interface AskedAbout {
  id: number;
  code: string;
  askedBy: number | null;
}

/**
 * Whom a reviewer may tell of queries on these indicators, and of which of them: nobody of a query of their own. Whoever reviews
 * the report as well may be told of any, while it is looked into.
 */
export async function peopleToAsk(
  client: Client,
  author: Pick<Actor, "id">,
  subject: ReportSubject & AbilitySubject["reviewReport"],
  indicators: readonly AskedAbout[],
): Promise<PersonToAsk[]> {
  return (await peopleOf(client, subject)).flatMap((person) => {
    const own = indicators.filter(
      ({ id, askedBy }) => person.id !== askedBy && isToBeTold(person, author, { ...subject, indicatorId: id }),
    );
    const reviews = mayBeToldAtOnce({ ...person, assignments: [] }, author, subject);
    if (own.length === 0 && !reviews) return [];
    const { id, name, organisation } = person;
    const of = own.length === indicators.length ? null : own.map(({ code }) => code);
    return [{ id, name, organisation, of, reviews }];
  });
}
