import { prepareFindings } from "@/lib/charts/prepare/prepare-findings";
import type { Block, Chapter } from "@/lib/publication/document";
import { byCountryChart } from "@/lib/publication/prepare/charts/distribution-chart";
import { anchor, type Preparing } from "@/lib/publication/prepare/context";
import { countryIndicatorBlocks, indicatorBlocks } from "@/lib/publication/prepare/indicator-blocks";
import { countryValues } from "@/lib/publication/prepare/tables/country-values";
import { valuesTable } from "@/lib/publication/prepare/tables/values-table";
import type { CountryView } from "@/lib/views/country-view";
import type { GoalView, OutcomeView } from "@/lib/views/goal-view";
import type { IndicatorView } from "@/lib/views/indicator-view";

/** A goal with its outcomes, outputs and indicators, for the region. */
export function goalChapter(preparing: Preparing, goal: GoalView): Chapter {
  const { words, period } = preparing;
  const { t } = words;
  const { percent, favourable, assessed } = prepareFindings(goal.regional);
  return {
    ...head(preparing, goal),
    blocks: [
      ...described(preparing, goal.description),
      {
        kind: "paragraph",
        look: "lead",
        text:
          percent === null
            ? t("public.goal.findingNone", { period })
            : t("public.goal.finding", { percent, period, favourable, assessed }),
      },
      byCountryChart(preparing, goal.regional, goal.code),
      ...goal.outcomes.flatMap((outcome) =>
        outcomeBlocks(preparing, outcome, (view) => indicatorBlocks(preparing, view)),
      ),
      valuesTable(preparing, goal),
    ],
  };
}

/** A goal as one country stands to it; none where the country reports nothing of it. */
export function countryGoalChapter(preparing: Preparing, goal: GoalView, country: CountryView): Chapter[] {
  const own = country.goals.find((each) => each.goal.code === goal.code);
  if (!own) return [];
  return [
    {
      ...head(preparing, goal),
      blocks: [
        ...described(preparing, goal.description),
        countryValues(preparing, country, [own]),
        ...goal.outcomes.flatMap((outcome) =>
          outcomeBlocks(preparing, outcome, (view) => countryIndicatorBlocks(preparing, view, country)),
        ),
      ],
    },
  ];
}

function head({ words }: Preparing, { code, title, pillar }: GoalView) {
  return {
    id: anchor("goal", code),
    title: words.text(title),
    kicker: words.t("public.goal.kicker", { code }),
    pillar: pillar.code,
  };
}

const described = ({ words }: Preparing, description: string): Block[] =>
  description === "" ? [] : [{ kind: "paragraph", text: words.text(description) }];

/** An outcome, its outputs, and what is said of its indicators; nothing where none of them says anything. */
function outcomeBlocks(
  preparing: Preparing,
  outcome: OutcomeView,
  blocksOf: (view: IndicatorView) => Block[],
): Block[] {
  const { views, words } = preparing;
  const indicators = views.indicators.filter(({ nodes }) => nodes[0]?.code === outcome.code).flatMap(blocksOf);
  if (indicators.length === 0) return [];
  return [
    {
      kind: "heading",
      level: 2,
      id: anchor("outcome", outcome.code),
      text: words.text(`${outcome.code} ${outcome.title}`),
    },
    ...described(preparing, outcome.description),
    ...(outcome.outputs.length > 0
      ? [
          {
            kind: "list" as const,
            ordered: false,
            items: outcome.outputs.map(({ code, title }) => words.text(`${code} ${title}`)),
          },
        ]
      : []),
    ...indicators,
  ];
}
