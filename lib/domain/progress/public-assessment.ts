import { monthNumber, type PeriodSpan } from "../framework/reporting-period";
import type { AssessableValue } from "../values/assessable-value";
import type { Decimal } from "../values/value";
import type { Assessment, Letters, Warning } from "./assessment";
import type { UnitAssessment, UnitInputs } from "./progress";
import type { MethodStep } from "./progress-steps";
import type { MemberInputs, RegionalAssessment, RegionalInputs } from "./regional-progress";
import type { RegionalValue } from "./regional-value";
import type { LastStatus, NotAssessedReason, Status } from "./status";
import type { Trend } from "./trend";
import { type Baseline, hasReachedEnd, type Target } from "./unit-path";

/**
 * Why the public reads "not assessed"; `hidden`: the status would tell of a value that is hidden. With `noBaseline` there
 * is no baseline either, so that only "achieved" could have been told; what was stored before this was said has none.
 */
export type PublicReason =
  | NotAssessedReason
  | { code: "hidden"; args: { noBaseline?: boolean } }
  /** The secretariat took the value down, or one of a country that the region's may rest on. Never stored. */
  | { code: "takenDown" | "restsOnTakenDown"; args: Record<never, never> };

/** A baseline without its value where that is a small count of persons. */
export interface PublicBaseline extends Omit<Baseline, "value"> {
  value: AssessableValue | null;
}

/** What the public may read of an assessment: no letter, ratio or input from which a hidden value could be worked out. */
interface PublicAssessment<Inputs> {
  methodVersion: string;
  status: Status;
  reason: PublicReason | null;
  /** null too where the status is told, but rests on what is hidden. */
  step: MethodStep | null;
  R: Decimal | null;
  letters: Letters;
  /** Letters that are null because they are withheld, not because they aren't known. */
  withheld: (keyof Letters)[];
  trend: Trend | null;
  warnings: Warning[];
  inputs: Inputs;
}

type PublicUnitInputs = Omit<UnitInputs, "baseline" | "value" | "previous"> & {
  baseline: PublicBaseline | null;
};
export type PublicUnitAssessment = PublicAssessment<PublicUnitInputs>;

export interface PublicMember {
  unit: string;
  carriedFrom: string | null;
  /** Whether the country's value shows to the public. */
  isShown: boolean;
  baseline: PublicBaseline;
  targets: Target[];
  letters: Letters;
}
type PublicRegionalInputs = Omit<RegionalInputs, "members"> & { members: PublicMember[] };
export type PublicRegionalAssessment = PublicAssessment<PublicRegionalInputs>;

/** Reasons that can be told from what is always public: whether there is a value, and the framework. */
const openReasons = new Set<NotAssessedReason["code"]>([
  "noApprovedValue",
  "narrative",
  "neutral",
  "noTarget",
  "baselinePeriod",
  "incomparableVersions",
  "notComputable",
  "tooFewCountries",
]);

interface Disclosure {
  /** The status that every possible value of what is hidden gives; null where they differ. Asked only if it matters. */
  statusOverRange: () => Status | null;
  /** The last status before the period that the public could read. */
  lastStatus: LastStatus | null;
}

interface HiddenInUnit extends Disclosure {
  value: boolean;
  previous: boolean;
  baseline: boolean;
}

/** A country's assessment as the public may read it. */
export function publicUnitAssessment(exact: UnitAssessment, hidden: HiddenInUnit): PublicUnitAssessment {
  const { value: _value, previous: _previous, baseline, ...open } = exact.inputs;
  const withheld = withheldOf(exact.letters, {
    y: hidden.value,
    b: hidden.baseline,
    A: hidden.baseline && !hasOwnTarget(open.targets, open.period),
    T: false,
  });
  return {
    ...publicVerdict(exact, hidden.value || hidden.baseline, asksForBaseline(exact.inputs), hidden),
    letters: without(exact.letters, withheld),
    withheld,
    trend: hidden.value || hidden.previous ? null : exact.trend,
    inputs: { ...open, baseline: publicBaseline(baseline, hidden.baseline) },
  };
}

interface HiddenInRegion extends Disclosure {
  /** The region's own value, over the countries that have a value. */
  value: boolean;
  /** Whether one of the countries is hidden that have a value and no part in the status. */
  others: boolean;
  previous: boolean;
  /** Of each member of the status. */
  members: ReadonlyMap<string, { value: boolean; baseline: boolean }>;
}

/** The region's assessment as the public may read it. `value` is the region's own. */
export function publicRegionalAssessment(
  exact: RegionalAssessment,
  value: RegionalValue | null,
  hidden: HiddenInRegion,
): PublicRegionalAssessment {
  const { members, ...open } = exact.inputs;
  const of = (unit: string) => hidden.members.get(unit) ?? { value: false, baseline: false };
  const someValue = members.some(({ unit }) => of(unit).value);
  const someBaseline = members.some(({ unit }) => of(unit).baseline);
  // Of a percentage all letters are weighted by denominators, and would tell a hidden one.
  const weighs = open.aggregation === "ratioOfSums" && someValue;
  const secret = {
    y: someValue && !yFollows(value, hidden),
    b: someBaseline || weighs,
    A: weighs || members.some(({ unit, targets }) => of(unit).baseline && !hasOwnTarget(targets, open.period)),
    T: weighs,
  };
  const withheld = withheldOf(exact.letters, secret);
  return {
    ...publicVerdict(exact, Object.values(secret).includes(true), false, hidden),
    letters: without(exact.letters, withheld),
    withheld,
    trend: hidden.value || hidden.previous ? null : exact.trend,
    inputs: { ...open, members: members.map((member) => publicMember(member, of(member.unit), open.period)) },
  };
}

/**
 * Whether everybody can work out y: the region's own value shows, and so does the value of each country that has no part
 * in the status. To call y suppressed would then hide nothing. What is added up or taken away are values that show, and the
 * promise is kept for all that follows from those.
 */
export function yFollows(
  value: RegionalValue | null,
  hidden: Pick<HiddenInRegion, "value" | "others">,
): value is RegionalValue {
  return value !== null && !hidden.value && !hidden.others;
}

function publicMember(member: MemberInputs, hidden: { value: boolean; baseline: boolean }, period: PeriodSpan) {
  const { unit, carriedFrom, baseline, targets, letters } = member;
  const withheld = withheldOf(letters, {
    y: hidden.value,
    b: hidden.baseline,
    A: hidden.baseline && !hasOwnTarget(targets, period),
    T: false,
  });
  return {
    unit,
    carriedFrom,
    targets,
    isShown: !hidden.value,
    baseline: publicBaseline(baseline, hidden.baseline),
    letters: without(letters, withheld),
  };
}

/** Whether the status needs a baseline where there is none: known to everybody, whatever the value is. */
function asksForBaseline({ type, baseline, targets, period }: UnitInputs): boolean {
  return baseline === null && type !== "yesNo" && !hasReachedEnd(period, targets);
}

/** The reader who is told nothing more than what every possible value would give learns nothing hidden. */
function publicVerdict(
  exact: Assessment<unknown>,
  restsOnHidden: boolean,
  noBaseline: boolean,
  { statusOverRange, lastStatus }: Disclosure,
) {
  const open = {
    methodVersion: exact.methodVersion,
    // That target and baseline disagree is for the secretariat.
    warnings: exact.warnings.filter((warning) => warning === "mayCountTwice"),
  };
  if (!restsOnHidden || (exact.reason && openReasons.has(exact.reason.code))) {
    const { status, step, R } = exact;
    return { ...open, status, step, R, reason: exact.reason && withLastStatus(exact.reason, lastStatus) };
  }
  const status = statusOverRange();
  if (status !== null && status !== "notAssessed") return { ...open, status, reason: null, step: null, R: null };
  const isOnlyBaseline = noBaseline && status === "notAssessed";
  const reason: PublicReason = isOnlyBaseline
    ? { code: "noBaseline", args: {} }
    : { code: "hidden", args: noBaseline ? { noBaseline } : {} };
  return { ...open, status: "notAssessed" as const, reason, step: null, R: null };
}

function withLastStatus(reason: NotAssessedReason, last: LastStatus | null): NotAssessedReason {
  if (reason.code !== "noApprovedValue") return reason;
  const args = { lastStatus: last?.status ?? "none", lastYear: last?.periodEndsOn.slice(0, 4) ?? "" } as const;
  return { ...reason, args: { ...reason.args, ...args } };
}

/** A target for the very period is the planned value, whatever the baseline, and so is the last one from its day on. */
function hasOwnTarget(targets: readonly Target[], period: PeriodSpan): boolean {
  return (
    hasReachedEnd(period, targets) ||
    targets.some((target) => monthNumber(target.endsOn) === monthNumber(period.endsOn))
  );
}

const letterNames = ["y", "b", "A", "T"] as const;

function withheldOf(letters: Letters, hidden: Record<keyof Letters, boolean>): (keyof Letters)[] {
  return letterNames.filter((letter) => hidden[letter] && letters[letter] !== null);
}

function without(letters: Letters, withheld: readonly (keyof Letters)[]): Letters {
  const open = { ...letters };
  for (const letter of withheld) open[letter] = null;
  return open;
}

function publicBaseline<B extends Baseline | null>(baseline: B, isHidden: boolean): (B & null) | PublicBaseline {
  return baseline === null ? (baseline as B & null) : { ...baseline, value: isHidden ? null : baseline.value };
}
