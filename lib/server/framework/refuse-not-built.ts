import "server-only";
import { notBuilt } from "@/lib/domain/framework/not-built";
import { notBuiltWords } from "@/lib/schemas/framework/not-built-words";
import { dayOf } from "@/lib/server/db/day";
import type { PrismaClient } from "@/lib/server/db/generated/client";
import { codeOf, presentCode } from "./edition";

/** A plan with parts that nothing works out yet; the message is a sentence for whoever starts the server. */
export class PlanNotBuilt extends Error {
  override readonly name = "PlanNotBuilt";
}

/**
 * Refuses to serve a plan that holds what a framework's files would be refused for, however it got there.
 * @throws PlanNotBuilt
 */
export async function refuseNotBuilt(client: Pick<PrismaClient, "plan">): Promise<void> {
  const plans = await client.plan.findMany({
    select: {
      code: true,
      units: { select: { code: true, level: true } },
      periods: { select: { code: true, frequency: true, startsOn: true } },
      indicators: { select: { ...presentCode.select, versions: { select: { frequency: true } } } },
    },
  });
  for (const { code: plan, units, periods, indicators } of plans) {
    const [first] = notBuilt({
      units,
      periods: periods.map((period) => ({ ...period, startsOn: dayOf(period.startsOn) })),
      indicators: indicators.map(({ versions, ...indicator }) => ({
        code: codeOf(indicator),
        frequencies: versions.map((each) => each.frequency),
      })),
    });
    if (first)
      throw new PlanNotBuilt(`The plan ${plan} has ${first.code}: ${notBuiltWords[first.reason]}. Take it out.`);
  }
}
