import "server-only";
import type { TargetValue } from "@/lib/domain/figure";
import { holdingVersion } from "@/lib/domain/indicator-version";
import { db } from "@/lib/server/db/client";
import { targetOfRow, targetSelect } from "@/lib/server/db/plan-row";
import type { PublishedPeriod } from "./plan";

/**
 * What a unit means to reach by a period's end, by the indicator's code: as set for the version of the definition that
 * holds then, else for the newest that has targets. Targets are public with the framework, whatever was reported.
 */
export async function publishedTargets(
  planId: number,
  unitId: number,
  period: PublishedPeriod,
): Promise<ReadonlyMap<string, TargetValue>> {
  const client = await db();
  const indicators = await client.indicator.findMany({
    where: { planId },
    select: {
      code: true,
      versions: {
        orderBy: { version: "desc" },
        select: {
          validFrom: true,
          targets: {
            where: { unitId },
            orderBy: { version: "asc" },
            select: { ...targetSelect, periodId: true },
          },
        },
      },
    },
  });
  return new Map(
    indicators.flatMap(({ code, versions }) => {
      const holding = holdingVersion(versions, new Date(period.startsOn));
      const path = [...(holding ? [holding] : []), ...versions].find(({ targets }) => targets.length > 0);
      const target = path?.targets.findLast(({ periodId }) => periodId === period.id);
      return target ? [[code, targetOfRow(target)] as const] : [];
    }),
  );
}
