import "server-only";
import { regionCode } from "@/lib/domain/publication";
import { isAssessableValue } from "@/lib/domain/values/assessable-value";
import type { MissingReason, Value } from "@/lib/domain/values/value";
import { publicationWords } from "@/lib/i18n/publication-words";
import type { PrismaClient } from "@/lib/server/db/generated/client";
import { codeOf, presentCode } from "@/lib/server/framework/edition";
import { openValue, partsText, shownText } from "@/lib/views/public-value";
import { shownStatusOf } from "@/lib/views/shown-status";
import type { Reporting } from "@/test/factories/make-reporting";
import { below, count } from "@/test/factories/results-framework";
import type { ReportedBy } from "./agreeing-reports";
import type { Said, SaidCell } from "./said";

/**
 * What a period's reports say, exact, whatever the public may read: values and cells as they were written, with the exact
 * statuses. Only of what the screen has a place for.
 */
export async function reportedIn(
  prisma: PrismaClient,
  plan: Reporting,
  period: string,
  reports: ReportedBy,
  screen: Said,
): Promise<Said> {
  const { wording, t } = await publicationWords("en");
  const rows = await prisma.result.findMany({
    where: { planId: plan.planId, periodId: plan.periodIds[period]!, cell: { key: "total" }, untilVersion: null },
    select: {
      status: true,
      statusReason: true,
      unit: { select: { code: true } },
      indicatorVersion: { select: { indicator: presentCode } },
    },
  });
  const exact = new Map(rows.map((row) => [`${codeOf(row.indicatorVersion.indicator)} ${row.unit.code}`, row]));
  const steps = ["None", "Drafted", "In force"];
  const shownOf = (value: Value) => (isAssessableValue(value) ? openValue(value) : null);
  const textOf = (value: Value, indicator: string) => {
    const shown = shownOf(value);
    const scale = { type: indicator === "G1.1-d" ? "milestone" : "number", decimals: 0, steps } as const;
    if (shown) return shownText(shown, scale, wording);
    return value.kind === "missing" ? shownText(missingOf(value), scale, wording) : wording.inWords;
  };
  const missingOf = ({ reason }: { reason: MissingReason }) => ({ state: "missing", reason }) as const;
  const valueAt = (unit: string, indicator: string, cell: string) => reports[unit]?.[indicator]?.[cell];
  return {
    values: screen.values.flatMap((said) => {
      const value = valueAt(said.unit, said.indicator, "total");
      if (!value) return said.isUnreported ? [said] : [];
      const text = textOf(value, said.indicator);
      const shown = shownOf(value);
      const parts = shown && partsText(shown, wording);
      const stored = exact.get(`${said.indicator} ${said.unit}`)!;
      const told = shown ?? (value.kind === "missing" ? missingOf(value) : ({ state: "words" } as const));
      const status = shownStatusOf({ ...stored, value: told });
      return [
        {
          ...said,
          value: text,
          inFiles: text,
          parts: parts === text ? null : parts,
          status: { code: status, word: t(`status.word.${status}`) },
        },
      ];
    }),
    cells: screen.cells.map((said) => {
      const value = valueAt(said.unit, said.indicator, said.cell) ?? addedUp(reports, said);
      const none = reports[said.unit] ? wording.noValue : wording.noReport;
      return { ...said, value: value ? textOf(value, said.indicator) : none };
    }),
    points: [],
  };
}

/** The region's value of a category, which nobody reports: what the countries' come to. */
function addedUp(reports: ReportedBy, { unit, indicator, cell }: SaidCell): Value | undefined {
  if (unit !== regionCode) return undefined;
  const values = Object.entries(reports).flatMap(([of, values]) =>
    of === regionCode ? [] : (values[indicator]?.[cell] ?? []),
  );
  const least = values.reduce((sum, value) => sum + (value.kind === "number" ? Number(value.number) : 0), 0);
  const rest = values.reduce((sum, value) => sum + (value.kind === "censored" ? value.below - 1 : 0), 0);
  if (rest > 0) return below(least + rest + 1);
  return values.some(({ kind }) => kind === "number") ? count(least) : undefined;
}
