import "server-only";
import { prepareHeatValues, regionSign, statusOver } from "@/lib/charts/prepare/prepare-heat";
import { totalCell } from "@/lib/domain/framework/disaggregation";
import { type PublicationWords, publicationWords } from "@/lib/i18n/publication-words";
import { countryProgress, indicatorProgress, regionalProgress } from "@/lib/server/queries/results/public-progress";
import { dueTargetText } from "@/lib/views/due-target";
import { type PublicValue, partsText, reportedReason, shownText } from "@/lib/views/public-value";
import type { RegionalView } from "@/lib/views/regional-view";
import type { ResultsPeriod } from "@/lib/views/results-plan";
import type { Said, SaidCell, SaidPoint, SaidValue } from "./said";

/** What the public pages of a period say in English, by the questions that they ask and the words that they use. */
export async function screenOf(plan: string, period: string): Promise<Said> {
  const words = await publicationWords("en");
  const region = await regionalProgress(plan, period, "en");
  if (!region) throw new Error(`${plan} has no page for ${period}`);
  const [cells, points]: [SaidCell[], SaidPoint[]] = [[], []];
  const over = new Map<string, SaidValue["countries"]>();
  const withoutRegion = new Set<string>();
  for (const { code } of region.rows) {
    const view = await indicatorProgress(plan, code, period, "en");
    if (!view) throw new Error(`${code} has no page for ${period}`);
    const { region: line, indicator } = view;
    if (indicator.aggregation === "notComputable" && view.countries.length > 0) withoutRegion.add(code);
    if (line?.countries && line.points.at(-1)?.value.state !== "missing") {
      over.set(code, { in: line.restsOn[period]?.length ?? 0, of: line.countries.of });
    }
    const text = (value: PublicValue) => shownText(value, view.indicator, words.wording);
    for (const { key, columns, rows: ofUnits, region: workedOut } of view.breakdowns) {
      const breakdown = key.replaceAll("*", "-");
      const rows = [...ofUnits, ...(workedOut ? [workedOut] : [])];
      for (const { unit, values: shown, total } of rows) {
        const place = { indicator: code, breakdown, unit: unit.code, unitName: unit.name };
        const named = columns.map(({ cell, categories }, index) => ({
          cell,
          cellName: categories.join(", "),
          value: text(shown[index]!),
        }));
        const all = [...named, { cell: totalCell, cellName: "Total", value: text(total) }];
        cells.push(...all.map((each) => ({ ...place, ...each })));
      }
    }
    if (view.indicator.type === "narrative") continue;
    for (const { name: unitName, points: way } of view.countries) {
      for (const { period: when, value } of way) {
        points.push({ indicator: code, unitName, year: when.code, value: text(value) });
      }
    }
  }
  const values = (await valuesOf(plan, region, words)).map((said) => ({
    ...said,
    countries: said.unit === "REGION" ? (over.get(said.indicator) ?? null) : null,
    isNotComputable: said.unit === "REGION" && withoutRegion.has(said.indicator),
  }));
  return { values, cells, points };
}

async function valuesOf(
  plan: string,
  region: RegionalView,
  { wording, t }: PublicationWords,
): Promise<Omit<SaidValue, "countries" | "isNotComputable">[]> {
  const onMap = prepareHeatValues(region, wording, String, { value: String, status: String });
  const targets = new Map<string, string>();
  const targetWords = {
    ...wording,
    targetBy: (target: string, by: ResultsPeriod) => t("country.targetBy", { target, by: by.code }),
  };
  for (const { code } of region.countries) {
    const view = await countryProgress(plan, code, region.period.code, "en");
    for (const { row, target } of view?.goals.flatMap(({ rows }) => rows) ?? []) {
      if (target) targets.set(`${row.code} ${code}`, dueTargetText(target, row, targetWords));
    }
  }
  return region.rows.flatMap((row) => {
    const all = [
      ...row.countries.map((cell, index) => cell && { ...region.countries[index]!, cell }),
      row.region && { code: "REGION", name: "Region", cell: row.region },
    ];
    return all.flatMap((each) => {
      if (!each) return [];
      const { value, status } = each.cell;
      const regional = each.code === "REGION" ? row.region : null;
      const text = shownText(value, row, wording);
      const parts = regional && regional.countOf !== null ? null : partsText(value, wording);
      const why = reportedReason(value);
      return [
        {
          indicator: row.code,
          goal: row.goal,
          unit: each.code,
          unitName: each.name,
          value: regional ? onMap[row.code]!.values.at(-1)! : text,
          parts: parts === text ? null : parts,
          status: { code: status, word: t(`status.word.${status}`) },
          of: statusOver(regional) || null,
          sign: (regional && regionSign(regional)) || null,
          carried: (regional?.carried ?? []).map(({ unit, from }) => `${unit} ${from}`).join("; "),
          target: targets.get(`${row.code} ${each.code}`) ?? null,
          why: why && t(`country.why.${why}`),
          isUnreported: value.state === "missing" && !region.reported.includes(each.code) && !regional,
          inFiles: text,
        },
      ];
    });
  });
}
