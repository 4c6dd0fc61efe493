import "server-only";
import { type Actor, can, type RoleGrant } from "@/lib/domain/permissions";
import { Prisma } from "@/lib/server/db/generated/client";

/** No plan has this id: what may be done of it may be done of all plans. */
export const ALL_PLANS = 0;

/** Whose people somebody may know of. */
export interface PeopleScope {
  /** All that there are. */
  everyone: boolean;
  /** Of these plans all units' people, those of all plans, and those without a role. */
  plans: number[];
  /** Of these units only. */
  units: number[];
}

/** Whose people the actor sees; null where they see nobody. */
export function peopleScope(actor: Actor): PeopleScope | null {
  const everyone = can(actor, "viewPeople", { planId: ALL_PLANS, unit: null });
  const held = actor.roles.flatMap(({ plan, unit }) => (plan ? [{ planId: plan.id, unit }] : []));
  const plans = held.flatMap(({ planId }) => (can(actor, "viewPeople", { planId, unit: null }) ? [planId] : []));
  const units = held.flatMap(({ planId, unit }) =>
    unit && can(actor, "viewPeople", { planId, unit }) && !plans.includes(planId) ? [unit.id] : [],
  );
  const once = (ids: number[]) => [...new Set(ids)];
  const scope = { everyone, plans: once(plans), units: once(units) };
  return everyone || plans.length > 0 || units.length > 0 ? scope : null;
}

/** Whether they keep people of all units of some plan, and so hear of any account there is. */
export const keepsAllUnits = (actor: Actor): boolean =>
  actor.roles.some(({ plan }) => can(actor, "managePeople", { planId: plan?.id ?? ALL_PLANS, unit: null }));

/** Whether a role is one that they may know of. */
export const seesGrant = ({ everyone, plans, units }: PeopleScope, { plan, unit }: Pick<RoleGrant, "plan" | "unit">) =>
  everyone ||
  (plan === null ? plans.length > 0 : plans.includes(plan.id)) ||
  (unit !== null && units.includes(unit.id));

/** The same in SQL, of a row with `plan_id` and `unit_id`. */
export function grantSeen({ everyone, plans, units }: PeopleScope, row: Prisma.Sql): Prisma.Sql {
  if (everyone) return Prisma.sql`TRUE`;
  return Prisma.sql`(${row}.plan_id = ANY(${plans}::int[]) OR (${row}.plan_id IS NULL AND ${plans.length > 0})
    OR ${row}.unit_id = ANY(${units}::int[]))`;
}

/** Whether somebody is seen: by a role that is, or as one who has none. `row` has their `id`. */
export function personSeen(scope: PeopleScope, row: Prisma.Sql): Prisma.Sql {
  if (scope.everyone) return Prisma.sql`TRUE`;
  const seen = Prisma.sql`EXISTS (SELECT FROM user_role s WHERE s.user_id = ${row}.id AND ${grantSeen(scope, Prisma.sql`s`)})`;
  if (scope.plans.length === 0) return seen;
  return Prisma.sql`(${seen} OR NOT EXISTS (SELECT FROM user_role s WHERE s.user_id = ${row}.id))`;
}
