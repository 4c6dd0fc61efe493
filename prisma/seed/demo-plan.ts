import type { Value } from "@/lib/domain/values/value";
import type { EntryRules } from "@/lib/domain/values/value-limits";
import type { Transaction } from "@/lib/server/db/client";
import { demoAccounts } from "@/lib/server/demo-accounts";
import { presentEdition } from "@/lib/server/framework/edition";

export interface DemoIndicator {
  code: string;
  level: "region" | "country" | "province";
  /** Of the version in force. */
  rules: EntryRules;
  isMoney: boolean;
  tables: string[];
  hasSeries: boolean;
  paths: { unit: string; baseline: Value | null; targets: (number | null)[] }[];
  /** Id of the version that holds on a day. */
  versionFor(day: Date): number;
}

/** What the made-up reports are drawn from: the plan as it stands in the database. */
export async function demoPlan(tx: Transaction, planId: number) {
  const periods = await tx.reportingPeriod.findMany({ where: { planId }, orderBy: { startsOn: "asc" } });
  const units = await tx.reportingUnit.findMany({ where: { planId }, select: { id: true, code: true, level: true } });
  const dimensions = await tx.dimension.findMany({
    where: { planId },
    orderBy: { position: "asc" },
    select: { code: true, isOpen: true, categories: { select: { code: true }, orderBy: { position: "asc" } } },
  });
  const edition = { planId, ...presentEdition };
  const pillars = await tx.editionNode.findMany({
    where: { edition, node: { kind: "pillar" } },
    orderBy: { position: "asc" },
    select: { nodeId: true, texts: { where: { locale: "en" }, select: { title: true } } },
  });
  const users = await tx.user.findMany({ where: { isDemo: true }, select: { id: true, email: true } });
  const userOf = (role: string, unit: string | null) => {
    const account = demoAccounts.find((candidate) => candidate.role === role && candidate.unit === unit)!;
    return users.find((user) => user.email === account.email)!.id;
  };
  const rows = await tx.editionIndicator.findMany({
    where: { edition },
    orderBy: { position: "asc" },
    select: {
      code: true,
      indicator: {
        select: {
          level: true,
          versions: {
            orderBy: { version: "asc" },
            include: {
              steps: { select: { step: true } },
              tables: { orderBy: { position: "asc" }, select: { code: true } },
              series: { select: { system: true } },
              baselines: { where: { definedIn: { edition } } },
              targets: { where: { definedIn: { edition } } },
            },
          },
        },
      },
    },
  });
  const indicators = rows.map(({ code, indicator: { level, versions } }): DemoIndicator => {
    const present = versions.at(-1)!;
    return {
      code,
      level,
      rules: {
        ...present,
        lowest: present.lowest?.toFixed() ?? null,
        highest: present.highest?.toFixed() ?? null,
        stepCount: present.steps.length,
      },
      isMoney: present.currency !== null,
      tables: present.tables.map((table) => table.code),
      hasSeries: present.series.length > 0,
      paths: units
        .filter((unit) => unit.level === level)
        .map((unit) => {
          const baseline = present.baselines.find((row) => row.unitId === unit.id);
          return {
            unit: unit.code,
            baseline: baseline ? baselineValue(baseline) : null,
            targets: periods.map((period) => {
              const target = present.targets.find((row) => row.unitId === unit.id && row.periodId === period.id);
              if (!target) return null;
              return target.number !== null ? Number(target.number) : (target.step ?? (target.yesNo ? 1 : 0));
            }),
          };
        }),
      versionFor: (day) => versions.findLast((version) => version.validFrom === null || version.validFrom <= day)!.id,
    };
  });
  return {
    id: planId,
    periods,
    unitIds: new Map(units.map((unit) => [unit.code, unit.id])),
    dimensions: dimensions.map(({ isOpen, ...dimension }) => ({ ...dimension, open: isOpen })),
    pillars: pillars.map(({ nodeId: id, texts }) => ({ id, title: texts[0]!.title })),
    indicators,
    authorOf: (unit: string) => (unit === "REGION" ? userOf("secretariat", null) : userOf("focalPoint", unit)),
    // Not whoever submits the region's report.
    reviewer: users.find((user) => user.email.startsWith("secretariat.second"))!.id,
    leftForVisitors: leftForVisitors(indicators),
  };
}

/** Left open in drafts for whoever tries the product: what a file can fill, and one indicator of every type. */
function leftForVisitors(indicators: DemoIndicator[]): Set<string> {
  const left = new Set(indicators.filter((indicator) => indicator.hasSeries).map((indicator) => indicator.code));
  for (const type of ["number", "percentage", "yesNo", "milestone", "narrative"] as const) {
    const first = indicators.find(
      ({ rules, level, code }) => rules.type === type && level === "country" && !left.has(code),
    );
    if (first) left.add(first.code);
  }
  return left;
}

function baselineValue(row: {
  number: { toFixed(): string } | null;
  numerator: { toFixed(): string } | null;
  denominator: { toFixed(): string } | null;
  yesNo: boolean | null;
  step: number | null;
}): Value | null {
  if (row.number) return { kind: "number", number: row.number.toFixed() };
  if (row.numerator && row.denominator)
    return {
      kind: "ratio",
      numerator: { exact: row.numerator.toFixed() },
      denominator: { exact: row.denominator.toFixed() },
    };
  if (row.yesNo !== null) return { kind: "yesNo", yes: row.yesNo };
  return row.step === null ? null : { kind: "step", step: row.step };
}
