import { type MissingReason, missingReasons } from "@/lib/domain/values/value";
import type { PublicFigure } from "@/lib/views/public-figure";

/** How much of what was due a country reported, and how much of that the public may read. */
interface Completeness {
  /** What doesn't apply isn't due. */
  due: number;
  given: number;
  /** Of those given: small counts, percentages of which a part is one, and figures hidden to protect them. */
  small: number;
  suppressed: number;
  missing: { reason: Exclude<MissingReason, "notApplicable">; count: number }[];
  notApplicable: number;
}

/** A value that nobody gave a reason for counts as not reported, which is what it is. */
export function prepareCompleteness(figures: readonly PublicFigure[]): Completeness {
  const marked = (mark: PublicFigure["state"]) => figures.filter((figure) => figure.state === mark).length;
  const without = (reason: MissingReason) =>
    figures.filter((figure) => figure.state === "missing" && (figure.reason ?? "notReported") === reason).length;
  const notApplicable = without("notApplicable");
  return {
    due: figures.length - notApplicable,
    given: figures.length - marked("missing"),
    small: figures.filter(isSmall).length,
    suppressed: marked("suppressed"),
    missing: missingReasons.flatMap((reason) =>
      reason === "notApplicable" || without(reason) === 0 ? [] : [{ reason, count: without(reason) }],
    ),
    notApplicable,
  };
}

const isSmall = (shown: PublicFigure): boolean =>
  shown.state === "small" ||
  (shown.state === "shown" &&
    shown.figure.kind === "ratio" &&
    ("below" in shown.figure.numerator || "below" in shown.figure.denominator));
