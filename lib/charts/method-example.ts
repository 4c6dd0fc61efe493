import { monthNumber } from "@/lib/domain/framework/reporting-period";
import { plannedValue } from "@/lib/domain/progress/planned-path";
import { judgeByPath, type MethodStep } from "@/lib/domain/progress/progress-steps";
import type { Status } from "@/lib/domain/progress/status";
import { formatDecimal, rational } from "@/lib/domain/values/rational";
import type { Decimal } from "@/lib/domain/values/value";

/** A made-up indicator, judged by the product's own rules, so that the page that explains the method can't disagree. */
interface MethodExample {
  baseline: { on: string; value: Decimal };
  /** In the order of time; the last is the end-of-plan target. */
  targets: { endsOn: string; value: Decimal }[];
  /** The end of the period that is judged, and the value planned for it. */
  endsOn: string;
  planned: Decimal;
  /** How each of several values would be judged. */
  cases: {
    y: Decimal;
    status: Status;
    step: MethodStep;
    /** R with the distances that it divides; null where an earlier step decides. */
    ratio: { covered: Decimal; planned: Decimal; R: Decimal } | null;
  }[];
}

const baseline = { on: "2014-12-31", value: "120" };
const targets = [
  { endsOn: "2016-12-31", value: "170" },
  { endsOn: "2018-12-31", value: "280" },
];
/** There is no target for this year: the planned value lies on the line between those around it. */
const endsOn = "2017-12-31";
const values = ["280", "223", "195", "150", "113"];

export function methodExample(): MethodExample {
  const b = rational(baseline.value);
  const A = plannedValue(
    {
      baseline: { month: monthNumber(baseline.on), value: b },
      targets: targets.map((target) => ({ month: monthNumber(target.endsOn), value: rational(target.value) })),
    },
    monthNumber(endsOn),
  )!;
  const T = rational(targets.at(-1)!.value);
  return {
    baseline,
    targets,
    endsOn,
    planned: formatDecimal(A),
    cases: values.map((y) => {
      const { status, step, R } = judgeByPath({ y: rational(y), b, A, T }, "increase", false);
      const covered = formatDecimal(rational(y).sub(b));
      return { y, status, step, ratio: R === null ? null : { covered, planned: formatDecimal(A.sub(b)), R } };
    }),
  };
}
