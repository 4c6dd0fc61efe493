import type { Framework, FrameworkNode, NodeText } from "./framework";
import { assembleIndicator } from "./framework-indicator-assembly";
import type { FrameworkFiles } from "./framework-links";
import { type TranslationLocale, textsOf } from "./framework-text";

/** Puts checked files together; files that `linkIssues` finds fault with make no sensible framework. */
export function assembleFramework({ plan, dimensions, goals }: FrameworkFiles): Framework {
  const { code, isReference, startsOn, endsOn, title, subtitle, periods } = plan;
  const planStart = periods[0]?.startsOn ?? startsOn;
  return {
    plan: { code, isReference, startsOn, endsOn, texts: textsOf({ title, subtitle }, plan) },
    periods,
    units: plan.units.map((unit) => ({
      code: unit.code,
      level: unit.level,
      parent: unit.parent ?? null,
      texts: textsOf({ name: unit.name, longName: unit.longName }, unit),
    })),
    dimensions: dimensions.dimensions.map((dimension) => ({
      code: dimension.code,
      open: dimension.open,
      texts: textsOf({ name: dimension.name }, dimension),
      categories: dimension.categories.map((category) => ({
        code: category.code,
        aliases: category.aliases,
        texts: textsOf({ name: category.name }, category),
      })),
    })),
    pillars: plan.pillars.map((pillar) =>
      node("pillar", pillar, {
        children: goals
          .filter((goal) => goal.pillar === pillar.code)
          .map((goal) => node("goal", goal, { children: goal.outcomes.map((each) => outcomeNode(each, planStart)) })),
      }),
    ),
  };
}

type Outcome = FrameworkFiles["goals"][number]["outcomes"][number];

function outcomeNode(outcome: Outcome, planStart: string): FrameworkNode {
  const indicators = (of: Outcome["indicators"]) => of.map((indicator) => assembleIndicator(indicator, planStart));
  return node("outcome", outcome, {
    indicators: indicators(outcome.indicators),
    children: outcome.outputs.map((output) =>
      node("output", output, {
        indicators: indicators(output.indicators),
        children: output.activities.map((activity, index) =>
          node("activity", { ...activity, code: `${output.code}.${index + 1}`, shortTitle: "", description: "" }),
        ),
      }),
    ),
  });
}

type NodeInFile = NodeText & { code: string } & Partial<Record<TranslationLocale, Partial<NodeText>>>;

function node(
  kind: FrameworkNode["kind"],
  from: NodeInFile,
  below: Partial<Pick<FrameworkNode, "indicators" | "children">> = {},
): FrameworkNode {
  const { code, title, shortTitle, description } = from;
  const texts = textsOf<NodeText>({ title, shortTitle, description }, from);
  return { code, kind, texts, indicators: [], children: [], ...below };
}
