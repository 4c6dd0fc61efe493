import "server-only";
import { type CellKey, totalCell } from "@/lib/domain/framework/disaggregation";
import type { Value } from "@/lib/domain/values/value";
import type { FigurePlace } from "../stored/stored-figures";
import { type RegionWork, storedFigure } from "./aggregate-countries";
import type { UnitWork } from "./assess-unit";
import type { PeriodFacts, UnitFacts, VersionFacts } from "./plan-facts";

/** A figure of an indicator as it will be stored: reported by a unit, or worked out for the region. */
export interface PresentFigure extends FigurePlace {
  unit: UnitFacts;
  period: PeriodFacts;
  version: VersionFacts;
  cell: CellKey;
  /** null: the region has none. */
  value: Value | null;
  revision: number | null;
  approvedAt: Date;
  /** The region: the countries that it adds up, each with the period that its figure is of. */
  addsUp?: { unit: string; period: string }[];
}

export const figuresOfUnits = (works: readonly UnitWork[]): PresentFigure[] =>
  works.flatMap(({ unit, period, approved }) =>
    [...approved.cells].map(([cell, { value, revision }]) => ({
      ...{ unit, unitId: unit.id, period, periodId: period.id, version: approved.version, cell, value, revision },
      approvedAt: approved.approvedAt,
    })),
  );

/** The total always stands among them. */
export const figuresOfRegion = (works: readonly RegionWork[]): PresentFigure[] =>
  works.flatMap(({ region, period, version, approvedAt, cells }) =>
    [...new Set([totalCell, ...cells.keys()])].map((cell) => {
      const figure = cells.get(cell);
      return {
        ...{ unit: region, unitId: region.id, period, periodId: period.id, version, cell, approvedAt },
        value: figure ? storedFigure(figure.aggregate) : null,
        revision: null,
        addsUp: figure?.restsOn.map((unit) => ({
          unit,
          period: figure.carried.find((carried) => carried.unit === unit)?.from ?? period.code,
        })),
      };
    }),
  );
