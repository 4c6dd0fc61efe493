import "server-only";
import { type CellKey, totalCell } from "@/lib/domain/framework/disaggregation";
import type { PublishedPlan, PublishedUnit } from "./plan";
import type { ExplainedResult, ReadResult, ResultReader } from "./result-reader";

/** Codes of the countries that stand in a value of the region, in the plan's order. */
export type RestingCountries = (value: { indicatorId: number; periodId: number; cell: CellKey }) => readonly string[];

/**
 * Which countries stand in each of the region's values. Of a total its explanation says so. In a part stands whoever
 * has that very part, in the period whose values stand for the country; what is hidden is a value too.
 * @param results the region's, with their totals, among others
 * @param isRead whether every value of a unit in a period is among the results; what isn't is read where it is needed
 */
export async function restingCountries(
  { countries, periods, region }: PublishedPlan,
  results: readonly ExplainedResult[],
  isRead: (unitId: number, periodId: number) => boolean,
  reader: ResultReader,
): Promise<RestingCountries> {
  const ofRegion = results.filter(({ unitId }) => unitId === region?.id);
  const totals = new Map(
    ofRegion.flatMap((result) => {
      const standing = result.cell === totalCell && result.explanation?.region;
      return standing ? [[placeKey(result), standing] as const] : [];
    }),
  );
  /** The period whose values stand for a country in the region's: its own, or an earlier one that is carried forward. */
  const sourceOf = (place: Place, { code }: PublishedUnit) => {
    const from = totals.get(placeKey(place))?.carried.find(({ unit }) => unit === code)?.from;
    return periods.find((period) => period.code === from)?.id ?? place.periodId;
  };
  const unread = ofRegion
    .filter(({ cell }) => cell !== totalCell)
    .flatMap((part) => countries.map((unit) => ({ ...part, unitId: unit.id, periodId: sourceOf(part, unit) })))
    .filter(({ unitId, periodId }) => !isRead(unitId, periodId));
  const more =
    unread.length > 0
      ? await reader.results({
          indicatorVersion: { indicatorId: { in: [...new Set(unread.map(({ indicatorId }) => indicatorId))] } },
          unitId: { in: [...new Set(unread.map(({ unitId }) => unitId))] },
          periodId: { in: [...new Set(unread.map(({ periodId }) => periodId))] },
        })
      : [];
  const given = new Set([...results, ...more].filter(({ value }) => value.state !== "missing").map(resultKey));
  return (value) => {
    const total = totals.get(placeKey(value));
    if (value.cell === totalCell) return total?.restsOn ?? [];
    // What doesn't apply as a whole applies in no part either.
    const applies = ({ code }: PublishedUnit) =>
      !total?.standings.some(({ unit, standing }) => unit === code && standing === "notApplicable");
    return countries
      .filter((unit) => applies(unit))
      .filter((unit) => given.has(resultKey({ ...value, unitId: unit.id, periodId: sourceOf(value, unit) })))
      .map(({ code }) => code);
  };
}

type Place = Pick<ReadResult, "indicatorId" | "periodId">;
const placeKey = ({ indicatorId, periodId }: Place) => `${indicatorId} ${periodId}`;
const resultKey = ({ unitId, cell, ...place }: Place & Pick<ReadResult, "unitId" | "cell">) =>
  `${placeKey(place)} ${unitId} ${cell}`;
