import { type CellKey, totalCell } from "@/lib/domain/framework/disaggregation";
import type { ApprovedValue } from "@/lib/domain/progress/unit-path";
import type { VersionFacts } from "@/lib/domain/results/plan-facts";
import { resultKey, type Seen, sameValue } from "@/lib/domain/results/stored-values";
import { isAssessableValue } from "@/lib/domain/values/assessable-value";
import type { Value } from "@/lib/domain/values/value";

export interface ApprovedCell {
  value: Value;
  /** The revision that it is pinned to; null where nothing was reported. */
  revision: number | null;
}

/** What a unit approved for an indicator in a period, cell by cell. The total always stands among them. */
export interface ApprovedCells {
  version: VersionFacts;
  approvedAt: Date;
  cells: Map<CellKey, ApprovedCell>;
}

/** A unit and a period, as one key. */
export type Place = `${number} ${number}`;
export const placeOf = (unitId: number, periodId: number): Place => `${unitId} ${periodId}`;

/** All that was approved for one indicator. */
export type IndicatorApproved = Map<Place, ApprovedCells>;
/** By indicator id. */
export type Approved = Map<number, IndicatorApproved>;

/** Adds a value. The total of what was approved without one is missing, for blank is not zero. */
export function addApproved(
  approved: Approved,
  at: { indicatorId: number; unitId: number; periodId: number; version: VersionFacts; approvedAt: Date },
  values: Iterable<[CellKey, ApprovedCell]>,
) {
  const { indicatorId, unitId, periodId, version, approvedAt } = at;
  const ofIndicator: IndicatorApproved = approved.get(indicatorId) ?? new Map();
  approved.set(indicatorId, ofIndicator);
  const place = placeOf(unitId, periodId);
  const known = ofIndicator.get(place);
  const cells = known?.cells ?? new Map([[totalCell, notReported]]);
  for (const [cell, value] of values) cells.set(cell, value);
  ofIndicator.set(place, known ?? { version, approvedAt, cells });
}

const notReported: ApprovedCell = { value: { kind: "missing", reason: "notReported" }, revision: null };

/**
 * Whether what a unit approved is stored just so, revisions and all: what rests on it needn't be worked out again.
 * @param stored all of the indicator
 */
export function isStoredSo(
  approved: ApprovedCells | undefined,
  { unitId, periodId }: { unitId: number; periodId: number },
  stored: Seen["stored"],
): boolean {
  const own = [...stored.values()].filter((each) => each.unitId === unitId && each.periodId === periodId);
  const cells = [...(approved?.cells ?? [])];
  return (
    own.length === cells.length &&
    cells.every(([cell, { value, revision }]) => {
      const known = stored.get(resultKey({ unitId, periodId, cell }));
      return (
        known !== undefined &&
        known.versionId === approved?.version.id &&
        known.revision === revision &&
        sameValue(known.value, value)
      );
    })
  );
}

/** The value of a cell as the rules take it; null where the cell has none. */
export function approvedValue(approved: ApprovedCells | undefined, cell: CellKey): ApprovedValue | null {
  const own = approved?.cells.get(cell);
  return approved && own ? { value: own.value, version: approved.version.version } : null;
}

/** Whether anything was counted at all, in any cell. */
export const hasValues = ({ cells }: ApprovedCells): boolean =>
  [...cells.values()].some(({ value }) => isAssessableValue(value));
