import "server-only";
import { Refusal } from "@/lib/domain/refusal";
import type { ReportStamp } from "@/lib/exchange/report/report-file";
import type { Transaction } from "@/lib/server/db/client";
import { presentEdition } from "@/lib/server/framework/edition";
import type { LocatedReport } from "@/lib/server/reports/locate-report";

/** Which report a file is of, and by which edition of the framework it is asked now. */
export async function stampOf(
  client: Pick<Transaction, "frameworkEdition">,
  { plan, unit, period }: LocatedReport,
): Promise<ReportStamp> {
  const edition = await client.frameworkEdition.findFirst({
    where: { planId: plan.id, ...presentEdition },
    select: { number: true },
  });
  if (!edition) throw new Refusal("notFound");
  return { plan: plan.code, unit: unit.code, period: period.code, edition: edition.number };
}
