import type { IndicatorValues, TableValue } from "@/lib/domain/suppression/tables/link-values";
import type { Value } from "@/lib/domain/values/value";
import { below, cellOf, type TestWorld, type TrueValue } from "./test-world";

function reportedValue({ reported, truth }: TrueValue): Value {
  if (reported === "missing") return { kind: "missing", reason: "notReported" };
  if (reported === "imported") return { kind: "censored", below };
  const [first, second] = truth;
  if (second === undefined) return { kind: "number", number: String(first) };
  return { kind: "ratio", numerator: { exact: String(first) }, denominator: { exact: String(second) } };
}

/** The world as it is handed to the code under attack. */
export function asIndicator({ values, periods, isCumulative }: TestWorld): IndicatorValues {
  const byId = new Map(values.map((value) => [value.id, value]));
  return {
    countsPersons: true,
    isCumulative,
    periods,
    values: values.map((value): TableValue => {
      const { unit, period, along, earlier, before, addsUp } = value;
      const parts = addsUp?.map((id) => byId.get(id)!);
      return {
        unit,
        period,
        cell: cellOf(along),
        value: reportedValue(value),
        ...(earlier && { earlier }),
        ...before,
        ...(parts && { addsUp: parts.map((part) => ({ unit: part.unit, period: part.period })) }),
      };
    }),
  };
}
