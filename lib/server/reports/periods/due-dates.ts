import "server-only";
import { Prisma } from "@/lib/server/db/generated/client";

// The one place that says when a unit's report is due: its own date where it has one, else its period's.

/** In a statement that has the period as `t` and the unit as `n`. */
export const dueDateOfUnit = Prisma.sql`COALESCE(
  (SELECT d.due_on FROM unit_due_date d WHERE d.period_id = t.id AND d.unit_id = n.id), t.due_on)`;

/** In a statement that has the period as `t`: the dates that differ from its own, by the unit's id. */
export const ownDueDates = Prisma.sql`COALESCE(
  (SELECT jsonb_object_agg(d.unit_id, d.due_on) FROM unit_due_date d WHERE d.period_id = t.id), '{}')`;

/** A period as it is read with `ownDueDates`. */
interface WithOwnDates {
  dueOn: Date;
  ownDueDates: Readonly<Record<number, string>>;
}

/** The period as it is for a unit: due when its report is. */
export function periodOfUnit<Period extends WithOwnDates>(period: Period, unitId: number): Period {
  const own = period.ownDueDates[unitId];
  return own === undefined ? period : { ...period, dueOn: new Date(own) };
}
