import "server-only";
import type { RoleGrant, UnitRef } from "@/lib/domain/permissions";
import { spokenLocale } from "@/lib/i18n/routing";
import type { GrantPlace } from "@/lib/schemas/people/people-forms";
import { db, type Transaction } from "@/lib/server/db/client";

export interface NamedUnit extends UnitRef {
  name: string;
  /** In English, in which lists come as often. */
  english: string;
}

/** A plan for which roles are given, with its units but the region: no role is given for that. */
export interface NamedPlan {
  id: number;
  code: string;
  title: string;
  units: NamedUnit[];
}

/** All plans and units, by what they are called. There are few: what is asked about people is asked by their ids. */
export async function plansToGrant(locale: string, client?: Pick<Transaction, "$queryRaw">): Promise<NamedPlan[]> {
  const spoken = spokenLocale(locale);
  // One round trip for what Prisma's client would ask in four: every page about people begins with it.
  return (client ?? (await db())).$queryRaw<NamedPlan[]>`
    SELECT p.id, p.code, coalesce(nullif(own.title, ''), nullif(english.title, ''), p.code) AS title,
      coalesce((
        SELECT jsonb_agg(jsonb_build_object(
          'id', u.id, 'code', u.code, 'level', u.level,
          'name', coalesce(nullif(t.name, ''), nullif(e.name, ''), u.code),
          'english', coalesce(nullif(e.name, ''), u.code)) ORDER BY u.position, u.id)
        FROM reporting_unit u
        LEFT JOIN reporting_unit_text t ON t.unit_id = u.id AND t.locale = ${spoken}
        LEFT JOIN reporting_unit_text e ON e.unit_id = u.id AND e.locale = 'en'
        WHERE u.plan_id = p.id AND u.level <> 'region'
      ), '[]') AS units
    FROM plan p
    LEFT JOIN plan_text own ON own.plan_id = p.id AND own.locale = ${spoken}
    LEFT JOIN plan_text english ON english.plan_id = p.id AND english.locale = 'en'
    ORDER BY p.id`;
}

/** The plan and unit that a form names; undefined where there are none such. */
export function placeNamed(
  plans: readonly NamedPlan[],
  { plan: planCode, unit: unitCode }: GrantPlace,
): Pick<RoleGrant, "plan" | "unit"> | undefined {
  if (planCode === null) return { plan: null, unit: null };
  const plan = plans.find(({ code }) => code === planCode);
  if (!plan) return undefined;
  const ref = { id: plan.id, code: plan.code };
  if (unitCode === null) return { plan: ref, unit: null };
  const unit = plan.units.find(({ code }) => code === unitCode);
  return unit && { plan: ref, unit: { id: unit.id, code: unit.code, level: unit.level } };
}
