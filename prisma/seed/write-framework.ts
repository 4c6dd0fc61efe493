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

  const nodes = inOrder(framework.pillars);
  const nodeIds = await tx.frameworkNode.createManyAndReturn({
    data: nodes.map(({ node }) => ({ planId, kind: node.kind })),
    select: { id: true },
  });
  const idOf = new Map(nodes.map(({ node }, index) => [node, nodeIds[index]!.id]));
  await tx.editionNode.createMany({
    data: nodes.map(({ node, parent, position }) => ({
      editionId,
      nodeId: idOf.get(node)!,
      code: node.code,
      parentId: parent && idOf.get(parent)!,
      position,
    })),
  });
  await tx.editionNodeText.createMany({
    data: nodes.flatMap(({ node }) =>
      textRows(node.texts).map((text) => ({ editionId, nodeId: idOf.get(node)!, ...text })),
    ),
  });
  const indicators = nodes.flatMap(({ node }) =>
    node.indicators.map((indicator) => ({ nodeId: idOf.get(node)!, indicator })),
  );
  await writeIndicators(tx, { planId, editionId, periodIds, unitIds, dimensionIds }, indicators);
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
  const placed = units.map((unit, position) => ({ ...unit, position }));
  // A parent before its children.
  for (const group of [
    placed.filter(({ parent }) => parent === null),
    placed.filter(({ parent }) => parent !== null),
  ]) {
    const rows = await tx.reportingUnit.createManyAndReturn({
      data: group.map(({ code, level, parent, position }) => {
        const parentId = parent === null ? null : ids.get(parent)!;
        return { planId, code, level, parentId, position };
      }),
      select: { id: true, code: true },
    });
    for (const { id, code } of rows) ids.set(code, id);
  }
  await tx.reportingUnitText.createMany({
    data: units.flatMap((unit) => textRows(unit.texts).map((text) => ({ unitId: ids.get(unit.code)!, ...text }))),
  });
  return ids;
}

async function writeDimensions(
  tx: Transaction,
  planId: number,
  { dimensions }: Framework,
): Promise<Map<string, number>> {
  const rows = await tx.dimension.createManyAndReturn({
    data: dimensions.map(({ code, open }, position) => ({ planId, code, isOpen: open, position })),
    select: { id: true, code: true },
  });
  const ids = new Map(rows.map(({ code, id }) => [code, id]));
  await tx.dimensionText.createMany({
    data: dimensions.flatMap(({ code, texts }) =>
      textRows(texts).map((text) => ({ dimensionId: ids.get(code)!, ...text })),
    ),
  });
  const categories = dimensions.flatMap((dimension) =>
    dimension.categories.map((category, position) => ({ dimensionId: ids.get(dimension.code)!, category, position })),
  );
  const categoryRows = await tx.category.createManyAndReturn({
    data: categories.map(({ dimensionId, category, position }) => ({ dimensionId, code: category.code, position })),
    select: { id: true, code: true, dimensionId: true },
  });
  const keyOf = (dimensionId: number, code: string) => `${dimensionId} ${code}`;
  const categoryIds = new Map(categoryRows.map((row) => [keyOf(row.dimensionId, row.code), row.id]));
  const idOf = (of: (typeof categories)[number]) => categoryIds.get(keyOf(of.dimensionId, of.category.code))!;
  await tx.categoryText.createMany({
    data: categories.flatMap((of) => textRows(of.category.texts).map((text) => ({ categoryId: idOf(of), ...text }))),
  });
  await tx.categoryAlias.createMany({
    data: categories.flatMap((of) =>
      of.category.aliases.map((alias) => ({ dimensionId: of.dimensionId, alias, categoryId: idOf(of) })),
    ),
  });
  return ids;
}

interface NodeInOrder {
  node: FrameworkNode;
  parent: FrameworkNode | null;
  position: number;
}

/** Each node before its children. */
const inOrder = (nodes: FrameworkNode[], parent: FrameworkNode | null = null): NodeInOrder[] =>
  nodes.flatMap((node, position) => [{ node, parent, position }, ...inOrder(node.children, node)]);

interface Place {
  planId: number;
  editionId: number;
  /** In the order of the plan's periods. */
  periodIds: number[];
  unitIds: Map<string, number>;
  dimensionIds: Map<string, number>;
}

/** Writes a statement a table: one for each indicator would take as long as all of them. */
async function writeIndicators(
  tx: Transaction,
  { planId, editionId, periodIds, unitIds, dimensionIds }: Place,
  indicators: { nodeId: number; indicator: FrameworkIndicator }[],
) {
  const indicatorIds = await tx.indicator.createManyAndReturn({
    data: indicators.map(({ indicator: { level } }) => ({ planId, level })),
    select: { id: true },
  });
  await tx.editionIndicator.createMany({
    data: indicators.map(({ nodeId, indicator: { code } }, position) => ({
      editionId,
      indicatorId: indicatorIds[position]!.id,
      code,
      nodeId,
      position,
    })),
  });
  const versions = indicators.flatMap(({ indicator }, index) =>
    indicator.versions.map((version) => ({ indicatorId: indicatorIds[index]!.id, version })),
  );
  const versionIds = await tx.indicatorVersion.createManyAndReturn({
    data: versions.map(({ indicatorId, version }) => {
      const { stepCount, texts, tables, series, paths, validFrom, ...rules } = version;
      return { ...rules, indicatorId, validFrom: validFrom === null ? null : date(validFrom) };
    }),
    select: { id: true },
  });
  const keyed = versions.map(({ version }, index) => ({
    version,
    key: { editionId, indicatorVersionId: versionIds[index]!.id },
  }));
  await tx.editionDefinition.createMany({ data: keyed.map(({ key }) => key) });
  await writeTables(tx, keyed, dimensionIds);
  await tx.externalSeries.createMany({
    data: keyed.flatMap(({ version: { series }, key: { indicatorVersionId } }) =>
      series.map((each) => ({ ...each, indicatorVersionId })),
    ),
  });
  await tx.indicatorVersionText.createMany({
    data: keyed.flatMap(({ version, key }) =>
      textRows(version.texts).map(({ steps: _, ...text }) => ({ ...key, ...text })),
    ),
  });
  await writeSteps(tx, keyed);
  const paths = keyed.flatMap(({ version, key }) =>
    version.paths.map(({ unit, ...path }) => ({ key: { ...key, unitId: unitIds.get(unit)! }, ...path })),
  );
  await tx.baseline.createMany({
    data: paths.flatMap(({ key, baseline }) =>
      baseline ? [{ ...key, measuredOn: date(baseline.on), ...baselineColumns(baseline.value) }] : [],
    ),
  });
  await tx.pathNote.createMany({
    data: paths.filter(({ note }) => note !== "").map(({ key, note }) => ({ ...key, note })),
  });
  await tx.target.createMany({
    data: paths.flatMap(({ key, targets }) =>
      targets.flatMap((target, index) =>
        target ? [{ ...key, periodId: periodIds[index]!, ...targetColumns(target) }] : [],
      ),
    ),
  });
}

interface KeyedVersion {
  version: FrameworkIndicator["versions"][number];
  key: { editionId: number; indicatorVersionId: number };
}

async function writeTables(tx: Transaction, versions: readonly KeyedVersion[], dimensionIds: Map<string, number>) {
  const tables = versions.flatMap(({ version, key: { indicatorVersionId } }) =>
    version.tables.map((dimensions, position) => ({ indicatorVersionId, dimensions, position })),
  );
  const tableIds = await tx.disaggregationTable.createManyAndReturn({
    data: tables.map(({ dimensions, ...table }) => ({ ...table, code: dimensions.join("*") })),
    select: { id: true },
  });
  await tx.disaggregationTableDimension.createMany({
    data: tables.flatMap(({ dimensions }, index) =>
      dimensions.map((code, position) => ({
        tableId: tableIds[index]!.id,
        dimensionId: dimensionIds.get(code)!,
        position,
      })),
    ),
  });
}

async function writeSteps(tx: Transaction, versions: readonly KeyedVersion[]) {
  const steps = versions.flatMap(({ version, key }) =>
    Array.from({ length: version.stepCount }, (_, step) => ({ texts: version.texts, key, step })),
  );
  await tx.milestoneStep.createMany({
    data: steps.map(({ key: { indicatorVersionId }, step }) => ({ indicatorVersionId, step })),
  });
  await tx.milestoneStepText.createMany({
    data: steps.flatMap(({ texts, key, step }) =>
      Object.entries(texts).flatMap(([locale, text]) => {
        const title = text?.steps?.[step];
        return title ? [{ ...key, step, locale, title }] : [];
      }),
    ),
  });
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
