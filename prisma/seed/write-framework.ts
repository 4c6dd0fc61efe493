import type { Value } from "@/lib/domain/values/value";
import type { Framework, FrameworkIndicator, FrameworkNode, TargetValue } from "@/lib/schemas/framework/framework";
import type { Texts } from "@/lib/schemas/framework/framework-text";
import { notBuiltIn } from "@/lib/schemas/framework/not-built-words";
import type { Transaction } from "@/lib/server/db/client";
import { beginVersions } from "@/lib/server/results/publish";

/** A text's row in each language that has one; what a translation leaves out falls back to English when it is read. */
function textRows<T extends object>(texts: Texts<T>): ({ locale: string } & T)[] {
  return Object.entries(texts).map(([locale, text]) => ({ ...emptied(texts.en), ...(text as T), locale }));
}
const emptied = <T extends object>(text: T) => Object.fromEntries(Object.keys(text).map((key) => [key, ""])) as T;
const date = (day: string) => new Date(`${day}T00:00:00Z`);

/**
 * Writes a framework as the first edition of a new plan and returns the plan's id. Everything or nothing: call it in a transaction.
 * @throws RangeError for what nothing works out yet: a province, or mixed frequencies
 */
export async function writeFramework(tx: Transaction, framework: Framework): Promise<number> {
  const fault = notBuiltIn(framework);
  if (fault !== null) throw new RangeError(fault);
  const { plan } = framework;
  const { id: planId } = await tx.plan.create({
    data: {
      code: plan.code,
      startsOn: date(plan.startsOn),
      endsOn: date(plan.endsOn),
      texts: { create: textRows(plan.texts) },
    },
    select: { id: true },
  });
  await beginVersions(tx, planId, `framework ${plan.code}`);
  const periodIds = await writePeriods(tx, planId, framework);
  const unitIds = await writeUnits(tx, planId, framework);
  const dimensionIds = await writeDimensions(tx, planId, framework);
  await tx.cell.create({ data: { planId, key: "total" } });
  const edition = { planId, number: 1, isReference: plan.isReference };
  const { id: editionId } = await tx.frameworkEdition.create({ data: edition, select: { id: true } });

  const indicators: { nodeId: number; indicator: FrameworkIndicator }[] = [];
  const writeNodes = async (nodes: FrameworkNode[], parentId: number | null) => {
    for (const [position, node] of nodes.entries()) {
      const { id: nodeId } = await tx.frameworkNode.create({ data: { planId, kind: node.kind }, select: { id: true } });
      const key = { editionId, nodeId };
      await tx.editionNode.create({ data: { ...key, code: node.code, parentId, position } });
      await tx.editionNodeText.createMany({ data: textRows(node.texts).map((text) => ({ ...key, ...text })) });
      indicators.push(...node.indicators.map((indicator) => ({ nodeId, indicator })));
      await writeNodes(node.children, nodeId);
    }
  };
  await writeNodes(framework.pillars, null);
  for (const [position, { nodeId, indicator }] of indicators.entries())
    await writeIndicator(tx, { planId, editionId, nodeId, position, periodIds, unitIds, dimensionIds }, indicator);
  // It is complete: from here on nothing of it changes.
  await tx.frameworkEdition.update({ where: { id: editionId }, data: { fromVersion: 1 } });
  return planId;
}

async function writePeriods(tx: Transaction, planId: number, { periods }: Framework): Promise<number[]> {
  const rows = await tx.reportingPeriod.createManyAndReturn({
    data: periods.map((period) => ({
      planId,
      code: period.code,
      startsOn: date(period.startsOn),
      endsOn: date(period.endsOn),
      dueOn: date(period.dueOn),
      frequency: period.frequency,
    })),
    select: { id: true, code: true },
  });
  const ids = new Map(rows.map((row) => [row.code, row.id]));
  return periods.map((period) => ids.get(period.code)!);
}

async function writeUnits(tx: Transaction, planId: number, { units }: Framework): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const [position, unit] of units.entries()) {
    const { id } = await tx.reportingUnit.create({
      data: {
        planId,
        code: unit.code,
        level: unit.level,
        parentId: unit.parent === null ? null : ids.get(unit.parent)!,
        position,
        texts: { create: textRows(unit.texts) },
      },
      select: { id: true },
    });
    ids.set(unit.code, id);
  }
  return ids;
}

async function writeDimensions(
  tx: Transaction,
  planId: number,
  { dimensions }: Framework,
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const [position, dimension] of dimensions.entries()) {
    const { id: dimensionId } = await tx.dimension.create({
      data: {
        planId,
        code: dimension.code,
        isOpen: dimension.open,
        position,
        texts: { create: textRows(dimension.texts) },
      },
      select: { id: true },
    });
    ids.set(dimension.code, dimensionId);
    const rows = await tx.category.createManyAndReturn({
      data: dimension.categories.map((category, position) => ({ dimensionId, code: category.code, position })),
      select: { id: true, code: true },
    });
    const categoryIds = new Map(rows.map((row) => [row.code, row.id]));
    await tx.categoryText.createMany({
      data: dimension.categories.flatMap((category) =>
        textRows(category.texts).map((text) => ({ categoryId: categoryIds.get(category.code)!, ...text })),
      ),
    });
    await tx.categoryAlias.createMany({
      data: dimension.categories.flatMap((category) =>
        category.aliases.map((alias) => ({ dimensionId, alias, categoryId: categoryIds.get(category.code)! })),
      ),
    });
  }
  return ids;
}

interface Place {
  planId: number;
  editionId: number;
  nodeId: number;
  position: number;
  /** In the order of the plan's periods. */
  periodIds: number[];
  unitIds: Map<string, number>;
  dimensionIds: Map<string, number>;
}

async function writeIndicator(tx: Transaction, place: Place, indicator: FrameworkIndicator) {
  const { planId, editionId, nodeId, position, periodIds, unitIds, dimensionIds } = place;
  const { level, code } = indicator;
  const { id: indicatorId } = await tx.indicator.create({ data: { planId, level }, select: { id: true } });
  await tx.editionIndicator.create({ data: { editionId, indicatorId, code, nodeId, position } });
  for (const version of indicator.versions) {
    const { stepCount, texts, tables, series, paths, validFrom, ...rules } = version;
    const { id: indicatorVersionId } = await tx.indicatorVersion.create({
      data: {
        ...rules,
        indicatorId,
        validFrom: validFrom === null ? null : date(validFrom),
        tables: {
          create: tables.map((dimensions, position) => ({
            code: dimensions.join("*"),
            position,
            dimensions: {
              create: dimensions.map((code, position) => ({ dimensionId: dimensionIds.get(code)!, position })),
            },
          })),
        },
        series: { create: series },
      },
      select: { id: true },
    });
    const key = { editionId, indicatorVersionId };
    await tx.editionDefinition.create({ data: key });
    await tx.indicatorVersionText.createMany({
      data: textRows(texts).map(({ steps: _, ...text }) => ({ ...key, ...text })),
    });
    const steps = Array.from({ length: stepCount }, (_, step) => step);
    await tx.milestoneStep.createMany({ data: steps.map((step) => ({ indicatorVersionId, step })) });
    await tx.milestoneStepText.createMany({
      data: Object.entries(texts).flatMap(([locale, text]) =>
        steps.flatMap((step) => {
          const title = text?.steps?.[step];
          return title ? [{ ...key, step, locale, title }] : [];
        }),
      ),
    });
    await tx.baseline.createMany({
      data: paths.flatMap(({ unit, baseline }) =>
        baseline
          ? [
              {
                ...key,
                unitId: unitIds.get(unit)!,
                measuredOn: date(baseline.on),
                ...baselineColumns(baseline.value),
              },
            ]
          : [],
      ),
    });
    await tx.pathNote.createMany({
      data: paths
        .filter(({ note }) => note !== "")
        .map(({ unit, note }) => ({ ...key, unitId: unitIds.get(unit)!, note })),
    });
    await tx.target.createMany({
      data: paths.flatMap(({ unit, targets }) =>
        targets.flatMap((target, index) =>
          target
            ? [
                {
                  ...key,
                  unitId: unitIds.get(unit)!,
                  periodId: periodIds[index]!,
                  ...targetColumns(target),
                },
              ]
            : [],
        ),
      ),
    });
  }
}

function baselineColumns(value: Value) {
  switch (value.kind) {
    case "number":
      return { number: value.number };
    case "ratio":
      if ("exact" in value.numerator && "exact" in value.denominator)
        return { numerator: value.numerator.exact, denominator: value.denominator.exact };
      break;
    case "yesNo":
      return { yesNo: value.yes };
    case "step":
      return { step: value.step };
  }
  throw new RangeError(`a baseline can't be ${JSON.stringify(value)}`);
}

function targetColumns(target: TargetValue) {
  switch (target.kind) {
    case "number":
    case "percent":
      return { number: target.number };
    case "yesNo":
      return { yesNo: target.yes };
    case "step":
      return { step: target.step };
  }
}
