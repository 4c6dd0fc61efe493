import "server-only";
import type { PublicFigure } from "@/lib/charts/public-figure";
import { parseCellKey, totalCell } from "@/lib/domain/disaggregation";
import type { Figure, TargetValue } from "@/lib/domain/figure";
import { rational, roundHalfAwayFromZero } from "@/lib/domain/rational";
import type { ShownFigure, ShownRow } from "@/lib/exchange/csv/shown-row";
import type { DimensionView } from "@/lib/schemas/report-view";
import { db } from "@/lib/server/db/client";
import { dayOf } from "@/lib/server/db/day";
import type { Prisma } from "@/lib/server/db/generated/client";
import { inLocale, textsFor } from "@/lib/server/reporting/locale-text";
import { dimensionsOfPlan } from "@/lib/server/reporting/plan-dimensions";
import { publicExplanation, publicExplanationSelect } from "@/lib/server/results/public-result";
import type { PublishedPlan } from "./plan";

/** What a file says beside its figures, in its language. */
export interface ShownWords {
  total: string;
  yes: string;
  no: string;
  /** What every copy has to say of the plan. */
  notice: string;
}

/** Results as rows of a file: what the public pages show, and nothing else. */
export async function shownRows(
  plan: PublishedPlan,
  where: Prisma.ResultWhereInput,
  words: ShownWords,
  locale: string,
): Promise<ShownRow[]> {
  const client = await db();
  const dimensions = await dimensionsOfPlan(client, plan.id, locale);
  const texts = { where: textsFor(locale), select: { locale: true, title: true } } as const;
  const rows = await client.result.findMany({
    where: { ...where, planId: plan.id },
    orderBy: [
      { indicatorVersion: { indicator: { position: "asc" } } },
      { unit: { position: "asc" } },
      { period: { endsOn: "asc" } },
      { cellId: "asc" },
    ],
    select: {
      ...publicExplanationSelect,
      unit: { select: { code: true } },
      period: { select: { code: true, endsOn: true } },
      cell: { select: { key: true } },
      indicatorVersion: {
        select: {
          ...{ version: true, type: true, unit: true, currency: true, indicator: { select: { code: true } } },
          texts,
          steps: { orderBy: { step: "asc" }, select: { texts } },
        },
      },
    },
  });
  const units = [...plan.countries, ...(plan.region ? [plan.region] : [])];
  return rows.map(({ indicatorVersion: version, unit, period, cell, ...row }) => {
    const result = publicExplanation(row, plan.head.threshold);
    const steps = version.steps.map((step) => inLocale(step.texts, locale)?.title ?? "");
    const write = (figure: Figure | TargetValue) => plainText(figure, steps, words);
    const target = result.explanation?.unit?.inputs.targets.find(({ endsOn }) => endsOn === dayOf(period.endsOn));
    return {
      plan: plan.head.code,
      indicator: version.indicator.code,
      indicatorTitle: inLocale(version.texts, locale)?.title ?? "",
      definitionVersion: version.version,
      unit: unit.code,
      unitName: units.find(({ code }) => code === unit.code)?.name ?? unit.code,
      period: period.code,
      cell: cell.key,
      cellName: cellName(cell.key, dimensions, words),
      measure: version.type === "percentage" ? "%" : (version.currency ?? version.unit ?? ""),
      figure: shownFigure(result.figure, write),
      target: target ? write(target.value) : null,
      status: result.status,
      statusReason: result.statusReason,
      approvedOn: dayOf(result.approvedAt),
      notice: words.notice,
    };
  });
}

function shownFigure(shown: PublicFigure, write: (figure: Figure) => string): ShownFigure {
  switch (shown.mark) {
    case "shown": {
      const { figure } = shown;
      if (figure.kind === "censored") return { mark: "small", below: figure.below };
      if (figure.kind !== "ratio") return { mark: "shown", value: write(figure) };
      const part = (name: "numerator" | "denominator") =>
        "exact" in figure[name] ? figure[name].exact : `<${figure[name].below}`;
      return {
        mark: "shown",
        value: write(figure),
        numerator: part("numerator"),
        denominator: part("denominator"),
      };
    }
    // The words of a report stand in it; a file of figures only says that there are some.
    case "words":
      return { mark: "shown", value: "" };
    default:
      return shown;
  }
}

/** Without separators of thousands, which would make text of a number. A percentage has one place; its parts are exact. */
function plainText(figure: Figure | TargetValue, steps: readonly string[], words: ShownWords): string {
  switch (figure.kind) {
    case "number":
      return figure.number;
    case "censored":
      return `<${figure.below}`;
    case "ratio": {
      const { numerator, denominator } = figure;
      if (!("exact" in numerator && "exact" in denominator) || rational(denominator.exact).equals(0)) return "";
      return roundHalfAwayFromZero(rational(numerator.exact).div(rational(denominator.exact)).mul(100), 1);
    }
    case "yesNo":
      return figure.yes ? words.yes : words.no;
    case "step":
      return steps[figure.step] ?? String(figure.step);
  }
}

function cellName(key: string, dimensions: readonly DimensionView[], { total }: ShownWords): string {
  if (key === totalCell) return total;
  const names = [...(parseCellKey(key) ?? [])].map(([code, category]) => {
    const dimension = dimensions.find((each) => each.code === code);
    return dimension?.categories.find((each) => each.code === category)?.name ?? category;
  });
  return names.join(", ");
}
