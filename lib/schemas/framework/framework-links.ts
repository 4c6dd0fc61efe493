import { notBuilt } from "@/lib/domain/framework/not-built";
import type { GoalFile } from "./framework-goal";
import type { IndicatorInFile } from "./framework-indicator";
import type { Issue } from "./framework-path-rules";
import type { DimensionsFile, PlanFile } from "./framework-plan";
import type { UnitPath } from "./framework-version";
import { notBuiltWords } from "./not-built-words";

/** The files of a framework, each well formed in itself. */
export interface FrameworkFiles {
  plan: PlanFile;
  dimensions: DimensionsFile;
  goals: GoalFile[];
}

/** An issue in one of the files: `plan`, `dimensions`, or the index of a goal. */
type LinkIssue = Issue & { file: "plan" | "dimensions" | number };

const repeated = (codes: string[]) => codes.map((code, index) => codes.indexOf(code) < index);

/** What is wrong between the parts of a framework: codes that don't follow their parents', repeat, or lead nowhere. */
export function linkIssues({ plan, dimensions, goals }: FrameworkFiles): LinkIssue[] {
  const issues: LinkIssue[] = [];
  const unique = (file: LinkIssue["file"], path: PropertyKey[], list: { code: string }[]) =>
    repeated(list.map(({ code }) => code)).forEach((again, index) => {
      if (again) issues.push({ file, path: [...path, index], message: `${list[index]?.code} stands twice` });
    });

  for (const key of ["periods", "units", "pillars"] as const) unique("plan", [key], plan[key]);
  const refused = refusedParts(plan, goals);
  plan.units.forEach((unit, index) => {
    const why = refused.get(unit.code);
    if (why) issues.push({ file: "plan", path: ["units", index], message: why });
    const parent = plan.units.find(({ code }) => code === unit.parent);
    const wanted = { region: undefined, country: "region", province: "country" }[unit.level];
    if (parent?.level !== wanted || (unit.parent !== undefined && !parent)) {
      const message = wanted ? `parent is a ${wanted} of the plan` : "a region has no parent";
      issues.push({ file: "plan", path: ["units", index], message });
    }
  });
  plan.periods.forEach((period, index) => {
    const inside = plan.startsOn <= period.startsOn && period.startsOn < period.endsOn && period.endsOn <= plan.endsOn;
    const say = (message: string) => issues.push({ file: "plan", path: ["periods", index], message });
    const why = refused.get(period.code);
    if (why) say(why);
    if (!inside) say("a period starts before it ends, within the plan");
    if (period.dueOn <= period.endsOn) say("a report is due after the period has ended");
    const before = plan.periods[index - 1];
    if (before && before.endsOn >= period.startsOn) say("periods stand in order and don't overlap");
  });
  unique("dimensions", ["dimensions"], dimensions.dimensions);
  dimensions.dimensions.forEach((dimension, index) => {
    const path = ["dimensions", index, "categories"];
    unique("dimensions", path, dimension.categories);
    const names = dimension.categories.flatMap(({ name, aliases }) => [name, ...aliases]);
    repeated(names.map((name) => name.toLowerCase())).forEach((again, at) => {
      if (again)
        issues.push({ file: "dimensions", path, message: `${names[at]} leads to two categories or stands twice` });
    });
  });

  const seen = new Set<string>();
  goals.forEach((goal, file) => {
    const say = (path: PropertyKey[], message: string) => issues.push({ file, path, message });
    const place = (path: PropertyKey[], code: string, parent: string | null, separator: string) => {
      if (seen.has(code)) say(path, `${code} stands twice in the framework`);
      seen.add(code);
      if (parent !== null && !code.startsWith(parent + separator)) say(path, `${code} stands under ${parent}`);
    };
    const indicatorsOf = (node: { code: string; indicators: IndicatorInFile[] }, path: PropertyKey[]) =>
      node.indicators.forEach((indicator, index) => {
        const at = [...path, "indicators", index];
        place(at, indicator.code, node.code, "-");
        const why = refused.get(indicator.code);
        if (why) say([...at, "frequency"], why);
        for (const issue of indicatorLinks(indicator, plan, dimensions)) say([...at, ...issue.path], issue.message);
      });
    place([], goal.code, null, "");
    if (!plan.pillars.some(({ code }) => code === goal.pillar))
      say(["pillar"], `${goal.pillar} is no pillar of the plan`);
    goal.outcomes.forEach((outcome, i) => {
      place(["outcomes", i], outcome.code, goal.code, ".");
      indicatorsOf(outcome, ["outcomes", i]);
      outcome.outputs.forEach((output, j) => {
        place(["outcomes", i, "outputs", j], output.code, outcome.code, ".");
        indicatorsOf(output, ["outcomes", i, "outputs", j]);
      });
    });
  });
  return issues;
}

/** Why units, periods and indicators are refused that nothing works out yet, by code. */
function refusedParts({ units, periods }: PlanFile, goals: GoalFile[]): Map<string, string> {
  const indicators = goals
    .flatMap(({ outcomes }) => outcomes.flatMap((outcome) => [outcome, ...outcome.outputs]))
    .flatMap((node) => node.indicators)
    .map(({ code, frequency, earlier }) => ({
      code,
      frequencies: [frequency, ...earlier.map((version) => version.frequency ?? frequency)],
    }));
  return new Map(notBuilt({ units, periods, indicators }).map(({ code, reason }) => [code, notBuiltWords[reason]]));
}

/** What an indicator names that the plan or the dimensions don't have. */
function indicatorLinks(indicator: IndicatorInFile, plan: PlanFile, { dimensions }: DimensionsFile): Issue[] {
  const issues: Issue[] = [];
  const check = (path: PropertyKey[], tables: string[] | undefined, units: Record<string, UnitPath>) => {
    for (const table of tables ?? []) {
      const unknown = table.split("*").filter((code) => !dimensions.some((dimension) => dimension.code === code));
      for (const code of unknown) issues.push({ path: [...path, "tables"], message: `${code} is no dimension` });
    }
    for (const [code, { targets, on }] of Object.entries(units)) {
      const at = [...path, "units", code];
      const unit = plan.units.find((each) => each.code === code);
      if (unit?.level !== indicator.level)
        issues.push({ path: at, message: `${code} is no ${indicator.level} of the plan` });
      if (targets && targets.length !== plan.periods.length) {
        issues.push({ path: [...at, "targets"], message: `write ${plan.periods.length} targets, one for each period` });
      }
      if (on && on > plan.endsOn) issues.push({ path: [...at, "on"], message: "measured after the plan's end" });
    }
  };
  check([], indicator.tables, indicator.units);
  indicator.earlier.forEach((earlier, index) => {
    check(["earlier", index], earlier.tables, earlier.units);
    if (!plan.periods.some(({ endsOn }) => endsOn === earlier.until)) {
      issues.push({ path: ["earlier", index, "until"], message: "a version ends with a reporting period" });
    }
  });
  return issues;
}
