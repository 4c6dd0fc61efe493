import "server-only";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import type { Transaction } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import type { LocatedReport } from "@/lib/server/reports/locate-report";

/** The last day on which a unit's report is in time. */
export async function dueOnOf(
  _: Pick<Transaction, "$queryRaw">,
  { period }: Pick<LocatedReport, "unit" | "period">,
): Promise<IsoDate> {
  return dayOf(period.dueOn);
}
