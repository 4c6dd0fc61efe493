import { describe, expect, it } from "vitest";
import { nothingSeen, resultKey } from "@/lib/domain/results/stored-values";
import { workOutIndicator } from "@/lib/domain/results/work-out-indicator";
import { seededRandom } from "@/lib/domain/suppression/secondary/random-source";
import { fortyCells, type IndicatorSize, largeIndicator } from "@/test/factories/large-indicator";

// What is hidden as a whole, because a search for less takes too much.

const size: IndicatorSize = { countries: 4, periods: 3, sexes: 2, ages: 2 };

function workedOut(request: ReturnType<typeof largeIndicator>, isBlanket = true) {
  const { plan, indicator, approved, seen, hiding } = request;
  return workOutIndicator(plan, indicator, approved, seen, { ...hiding, isBlanket, random: seededRandom(1) });
}

/** All that a reader is told of each value: what \`publicResultSelect\` reads, and the value itself where it is shown. */
const toldBy = ({ rows }: ReturnType<typeof workedOut>) =>
  rows.map(({ value, disclosureState, publicStatus, publicStatusReason, publicRatio, publicInputs, ...row }) => ({
    unit: row.unitId,
    period: row.periodId,
    cell: row.cell,
    disclosureState,
    publicStatus,
    publicStatusReason,
    publicRatio,
    publicInputs,
    countriesIn: row.countriesIn,
    countriesOf: row.countriesOf,
    value: disclosureState === "shown" ? value : null,
  }));

describe("an indicator that is hidden as a whole", () => {
  it.each(["perPeriod", "cumulativeToDate"] as const)("tells the same whatever was counted: %s", (accumulation) => {
    const [one, other] = [1, 2].map((seed) => largeIndicator(size, accumulation, seed));
    expect(toldBy(workedOut(one!))).toEqual(toldBy(workedOut(other!)));
    // A test that could never fail would say so of what isn't hidden as a whole, too.
    expect(toldBy(workedOut(one!, false))).not.toEqual(toldBy(workedOut(other!, false)));
  });

  it("says of all its values that nobody knows whether they are protected, where readers were told any before", () => {
    const request = largeIndicator(size, "perPeriod");
    expect(workedOut(request).lost).toEqual([]);
    const shown = workedOut(request, false).rows.map(({ indicatorVersionId: versionId, ...row }) => {
      const { disclosureState: state, disclosureBound: bound, valueSince: since } = row;
      const stands = { state, bound, seen: state, bounds: null, since: since - 1 };
      return { ...row, ...stands, versionId, approvedAt: new Date(0) };
    });
    const seen = { ...nothingSeen(), stored: new Map(shown.slice(1).map((each) => [resultKey(each), each])) };
    const worked = workedOut({ ...request, seen });
    expect(worked.gaveUp.length).toBeGreaterThan(0);
    expect(worked.lost).toEqual(worked.gaveUp);
  });

  it("takes little where there is much of it", () => {
    const request = largeIndicator({ countries: 40, periods: 16, ...fortyCells }, "cumulativeToDate");
    const { rows } = workedOut(request);
    expect(rows).toHaveLength(41 * 16 * 40);
    expect(rows.filter(({ disclosureState }) => disclosureState !== "suppressed")).toEqual([]);
  });
});
