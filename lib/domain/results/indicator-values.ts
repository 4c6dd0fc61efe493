import { type CellKey, totalCell } from "@/lib/domain/framework/disaggregation";
import type { PeriodFacts, UnitFacts, VersionFacts } from "@/lib/domain/results/plan-facts";
import type { Value } from "@/lib/domain/values/value";
import { type RegionWork, storedValue } from "./aggregate-countries";
import type { UnitWork } from "./assess-unit";
import type { ResultPlace } from "./stored-values";

/** A value of an indicator as it will be stored: reported by a unit, or worked out for the region. */
export interface ValueToStore extends ResultPlace {
  unit: UnitFacts;
  period: PeriodFacts;
  version: VersionFacts;
  cell: CellKey;
  /** null: the region has none. */
  value: Value | null;
  revision: number | null;
  approvedAt: Date;
  /** The region: the countries that it adds up, each with the period that its value is of. */
  addsUp?: { unit: string; period: string }[];
}

export const valuesOfUnits = (works: readonly UnitWork[]): ValueToStore[] =>
  works.flatMap(({ unit, period, approved }) =>
    [...approved.cells].map(([cell, { value, revision }]) => ({
      unit,
      unitId: unit.id,
      period,
      periodId: period.id,
      version: approved.version,
      cell,
      value,
      revision,
      approvedAt: approved.approvedAt,
    })),
  );

/** The total always stands among them. */
export const valuesOfRegion = (works: readonly RegionWork[]): ValueToStore[] =>
  works.flatMap(({ region, period, version, approvedAt, cells }) =>
    [...new Set([totalCell, ...cells.keys()])].map((cell) => {
      const regional = cells.get(cell);
      return {
        unit: region,
        unitId: region.id,
        period,
        periodId: period.id,
        version,
        cell,
        approvedAt,
        value: regional ? storedValue(regional.aggregate) : null,
        revision: null,
        addsUp: regional?.restsOn.map((unit) => ({
          unit,
          period: regional.carried.find((carried) => carried.unit === unit)?.from ?? period.code,
        })),
      };
    }),
  );
