import "server-only";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { db } from "@/lib/server/db/client";
import { dayInRegion } from "@/lib/server/db/day";
import { asOf } from "@/lib/server/results/stored/as-of";
import { takenDownTexts, takenDownValues, type ValueTakenDown } from "@/lib/server/results/stored/take-downs";
import type { TextTakenDown } from "@/lib/views/corrections-view";
import { publishedFramework } from "./framework";
import type { PublishedPlan } from "./plan";
import { type ExplainedResult, publicReader } from "./result-reader";

/** Take-downs that stand and weren't there when the release was made. */
const since = ({ id: planId, version }: PublishedPlan) => ({
  planId,
  untilVersion: null,
  fromVersion: { gt: version },
});

export interface ValueTakenDownSince {
  takenDown: ValueTakenDown;
  /** As the release shows it, which is as taken down. */
  released: ExplainedResult;
  /** As the newest results show it; null where they have nothing there. */
  now: ExplainedResult | null;
}

/**
 * The values that a release had and shows as taken down, with what they are now: what was worked out from them stands there
 * otherwise.
 * @param plan read as of the release
 */
export async function valuesTakenDownSince(plan: PublishedPlan): Promise<ValueTakenDownSince[]> {
  const client = await db();
  const takeDowns = await client.takeDown.findMany({
    where: { ...since(plan), kind: "value" },
    select: { indicatorId: true },
  });
  if (takeDowns.length === 0) return [];
  const where = {
    cell: { key: totalCell },
    indicatorVersion: { indicatorId: { in: takeDowns.map(({ indicatorId }) => indicatorId!) } },
  };
  const released = await publicReader(plan).explained(where);
  const present = await publicReader({ ...plan, version: plan.present.version }).explained(where);
  const takenDownBy = await takenDownValues(client, plan);
  return released.flatMap((value) => {
    const takenDown = takenDownBy(value);
    if (takenDown?.when !== "before") return [];
    const now = present.find((each) => placeOf(each) === placeOf(value)) ?? null;
    return [{ takenDown, released: value, now }];
  });
}

const placeOf = ({ indicatorId, unitId, periodId }: ExplainedResult) => `${indicatorId} ${unitId} ${periodId}`;

/**
 * The texts that a release had and shows as taken down, what was taken down last first.
 * @param plan read as of the release
 */
export async function textsTakenDownSince(plan: PublishedPlan, locale: string): Promise<TextTakenDown[]> {
  const client = await db();
  const takeDowns = await client.takeDown.findMany({
    where: { ...since(plan), kind: "narrative" },
    orderBy: { id: "desc" },
    select: { unitId: true, periodId: true, pillarId: true, narrativeKind: true, takenAt: true },
  });
  if (takeDowns.length === 0) return [];
  const { nodes } = await publishedFramework(plan.edition.id, locale);
  const found: TextTakenDown[] = [];
  for (const { unitId, periodId, pillarId, narrativeKind: kind, takenAt } of takeDowns) {
    const text = await client.publishedNarrative.findFirst({
      where: { AND: [{ unitId, periodId, pillarId: pillarId!, kind: kind! }, asOf(plan.version)] },
    });
    const takenDown = await takenDownTexts(client, plan, { unitId, periodId });
    // Another take-down, also an earlier one, may be of what the release had.
    const isOfText = text !== null && takenDown(text)?.getTime() === takenAt.getTime();
    const unit = plan.countries.find(({ id }) => id === unitId);
    const period = plan.periods.find(({ id }) => id === periodId);
    const pillar = nodes.find(({ id }) => id === pillarId);
    if (isOfText && unit && period && pillar)
      found.push({ unit, period, pillar, kind: kind!, on: dayInRegion(takenAt) });
  }
  return found;
}
