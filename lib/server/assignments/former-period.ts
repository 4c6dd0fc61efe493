import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import type { LocatedReport } from "@/lib/server/reports/locate-report";

/** The last period of the same length that ended before this one began. */
export const formerPeriod = (
  client: Pick<Transaction, "reportingPeriod">,
  planId: number,
  { startsOn, frequency }: Pick<LocatedReport["period"], "startsOn" | "frequency">,
): Promise<{ id: number; code: string } | null> =>
  client.reportingPeriod.findFirst({
    where: { planId, frequency, endsOn: { lt: startsOn } },
    orderBy: { endsOn: "desc" },
    select: { id: true, code: true },
  });
