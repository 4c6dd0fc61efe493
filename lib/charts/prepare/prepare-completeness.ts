import { type MissingReason, missingReasons } from "@/lib/domain/values/value";
import { isTakenDown, type PublicValue } from "@/lib/views/public-value";

/** How much of what was due a country reported, and how much of that the public may read. */
interface Completeness {
  /** What doesn't apply isn't due; nor is what the secretariat took down counted, for it was reported. */
  due: number;
  given: number;
  /** Of those given: small counts, percentages of which a part is one, and values hidden to protect them. */
  small: number;
  suppressed: number;
  missing: { reason: Exclude<MissingReason, "notApplicable">; count: number }[];
  notApplicable: number;
  takenDown: number;
}

/** A value that nobody gave a reason for counts as not reported, which is what it is. */
export function prepareCompleteness(values: readonly PublicValue[]): Completeness {
  const marked = (mark: PublicValue["state"]) => values.filter((value) => value.state === mark).length;
  const without = (reason: MissingReason) =>
    values.filter((value) => value.state === "missing" && (value.reason ?? "notReported") === reason).length;
  const notApplicable = without("notApplicable");
  const takenDown = values.filter(isTakenDown).length;
  return {
    due: values.length - notApplicable - takenDown,
    given: values.length - marked("missing"),
    small: values.filter(isSmall).length,
    suppressed: marked("suppressed"),
    missing: missingReasons.flatMap((reason) =>
      reason === "notApplicable" || without(reason) === 0 ? [] : [{ reason, count: without(reason) }],
    ),
    notApplicable,
    takenDown,
  };
}

const isSmall = (shown: PublicValue): boolean =>
  shown.state === "small" ||
  (shown.state === "shown" &&
    shown.value.kind === "ratio" &&
    ("below" in shown.value.numerator || "below" in shown.value.denominator));
