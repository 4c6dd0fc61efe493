import "server-only";
import { areCodes } from "@/lib/schemas/report-forms";
import type { Transaction } from "@/lib/server/db/client";
import { dayInRegion } from "@/lib/server/db/day";
import { reportSelect } from "./locate-report";

export type PlanWithReports = NonNullable<Awaited<ReturnType<typeof planWithReports>>>;

/** A plan's units, the periods that have begun, and all reports there are of them. */
export async function planWithReports(client: Pick<Transaction, "plan">, code: string, now: Date) {
  if (!areCodes(code)) return null;
  return client.plan.findUnique({
    where: { code },
    select: {
      id: true,
      code: true,
      isReference: true,
      isDemonstration: true,
      publicationVersion: true,
      units: { orderBy: { position: "asc" }, select: { id: true, code: true, level: true } },
      periods: {
        where: { startsOn: { lte: new Date(`${dayInRegion(now)}T00:00:00Z`) } },
        orderBy: [{ endsOn: "asc" }, { startsOn: "desc" }],
        select: { id: true, code: true, startsOn: true, endsOn: true, dueOn: true, state: true, frequency: true },
      },
      reports: { select: { ...reportSelect, unitId: true, periodId: true } },
    },
  });
}
