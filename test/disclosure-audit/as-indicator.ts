import type { IndicatorFigures, TableFigure } from "@/lib/domain/suppression/tables/link-figures";
import type { Value } from "@/lib/domain/values/value";
import { below, cellOf, type TestWorld, type TrueFigure } from "./test-world";

function reportedValue({ reported, truth }: TrueFigure): Value {
  if (reported === "missing") return { kind: "missing", reason: "notReported" };
  if (reported === "imported") return { kind: "censored", below };
  const [first, second] = truth;
  if (second === undefined) return { kind: "number", number: String(first) };
  return { kind: "ratio", numerator: { exact: String(first) }, denominator: { exact: String(second) } };
}

/** The world as it is handed to the code under attack. */
export function asIndicator({ figures, periods, isCumulative }: TestWorld): IndicatorFigures {
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  return {
    countsPersons: true,
    isCumulative,
    periods,
    figures: figures.map((figure): TableFigure => {
      const { unit, period, along, earlier, addsUp } = figure;
      const parts = addsUp?.map((id) => byId.get(id)!);
      return {
        unit,
        period,
        cell: cellOf(along),
        value: reportedValue(figure),
        ...(earlier && { earlier }),
        ...(parts && { addsUp: parts.map((part) => ({ unit: part.unit, period: part.period })) }),
      };
    }),
  };
}
