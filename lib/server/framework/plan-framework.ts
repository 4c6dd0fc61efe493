import "server-only";
import { spokenLocale, type TranslatedLocale } from "@/lib/i18n/routing";
import { currentDatabase, type Database, type Transaction } from "@/lib/server/db/client";
import type { Frequency, Prisma } from "@/lib/server/db/generated/client";
import type { DimensionView, UnitView } from "@/lib/views/report-view";
import { editionOf } from "./edition";
import { type FrameworkIndicator, frameworkIndicators } from "./framework-indicators";
import { type FrameworkTree, frameworkTree, type NamedNode } from "./framework-tree";
import { inLocale, textsFor } from "./locale-text";
import { dimensionsOfPlan } from "./plan-dimensions";

// What earlier editions of a framework had and a later one doesn't, in the words of the last edition that had it: what somebody
// said about it is told by its name.

type Edition = Prisma.FrameworkEditionWhereInput & { planId: number };

/** Pillars, goals, outcomes and outputs, by node. */
async function formerNodesOf(
  client: Pick<Transaction, "editionNode">,
  edition: Edition,
  language: string,
): Promise<Map<number, NamedNode>> {
  const rows = await client.editionNode.findMany({
    where: {
      node: { planId: edition.planId, kind: { not: "activity" }, editions: { none: { edition } } },
      edition: { fromVersion: { not: null } },
    },
    orderBy: { edition: { number: "desc" } },
    distinct: "nodeId",
    select: {
      nodeId: true,
      code: true,
      node: { select: { kind: true } },
      texts: { where: textsFor(language), select: { locale: true, title: true } },
    },
  });
  return new Map(
    rows.map(({ nodeId, code, node, texts }) => [
      nodeId,
      { code, title: inLocale(texts, language)?.title ?? code, isGoal: node.kind === "goal" },
    ]),
  );
}

interface FormerIndicator {
  code: string;
  title: string;
}

/** Indicators, each with the title of its last definition. */
async function formerIndicatorsOf(
  client: Pick<Transaction, "editionIndicator" | "indicatorVersionText">,
  edition: Edition,
  language: string,
): Promise<Map<number, FormerIndicator>> {
  const rows = await client.editionIndicator.findMany({
    where: {
      indicator: { planId: edition.planId, editions: { none: { edition } } },
      edition: { fromVersion: { not: null } },
    },
    orderBy: { edition: { number: "desc" } },
    distinct: "indicatorId",
    select: { indicatorId: true, editionId: true, code: true },
  });
  const texts = await client.indicatorVersionText.findMany({
    where: {
      ...textsFor(language),
      OR: rows.map(({ indicatorId, editionId }) => ({ editionId, indicatorVersion: { indicatorId } })),
    },
    orderBy: { indicatorVersion: { version: "desc" } },
    select: { locale: true, title: true, editionId: true, indicatorVersion: { select: { indicatorId: true } } },
  });
  return new Map(
    rows.map(({ indicatorId, editionId, code }) => {
      const own = texts.filter(
        (text) => text.indicatorVersion.indicatorId === indicatorId && text.editionId === editionId,
      );
      return [indicatorId, { code, title: inLocale(own, language)?.title ?? "" }];
    }),
  );
}

/** What a plan's framework says in a language: everything that changes with the results version only. */
export interface PlanFramework extends FrameworkTree {
  title: string;
  subtitle: string;
  /** Pillars, goals, outcomes and outputs that it has no more, in the words of the last edition that had them, by node. */
  former: ReadonlyMap<number, NamedNode>;
  /** The same of indicators. */
  formerIndicators: ReadonlyMap<number, FormerIndicator>;
  /** By id, in the plan's order. */
  units: ReadonlyMap<number, UnitView>;
  /** In the order of time. Their state is no part of it: the secretariat changes it between versions. */
  periods: readonly { id: number; code: string; startsOn: Date; endsOn: Date; frequency: Frequency }[];
  /** Of every level, in the framework's order. */
  indicators: readonly FrameworkIndicator[];
  /** In the order of cell keys. */
  dimensions: readonly DimensionView[];
}

/** A plan as it was just read: `resultsVersion` says which framework is its present one. */
export interface PlanAtVersion {
  id: number;
  resultsVersion: number;
}

interface Kept {
  version: number;
  framework: Promise<PlanFramework>;
}

/** By the database, then by plan and language: the last version that was asked for. */
const kept = new WeakMap<Database, Map<string, Kept>>();

/**
 * A plan's framework in the language that a page of that locale speaks. It is kept in memory under the publication
 * version, which every change of a framework raises: whoever reads the plan's row from the database gets what belongs to
 * it, whichever process made the change. It is the same for everybody, and frozen.
 * Ask it before a transaction: on the embedded database a read besides one would wait for ever.
 */
export async function frameworkOf(
  { id, resultsVersion: version }: PlanAtVersion,
  locale: string,
): Promise<PlanFramework> {
  const database = await currentDatabase();
  const language = spokenLocale(locale);
  const ofDatabase = kept.get(database) ?? new Map<string, Kept>();
  kept.set(database, ofDatabase);
  const key = `${id} ${language}`;
  const known = ofDatabase.get(key);
  if (known?.version === version) return known.framework;
  const framework = readFramework(database.prisma, editionOf(id, version), language);
  // Somebody who read the plan's row before the change may ask after it.
  if (known && known.version > version) return framework;
  const own = { version, framework };
  ofDatabase.set(key, own);
  framework.catch(() => ofDatabase.get(key) === own && ofDatabase.delete(key));
  return framework;
}

/** Goals, outcomes and outputs, each before what stands under it. */
export const nodesInOrder = ({ named, goalOf }: Pick<PlanFramework, "named" | "goalOf">) =>
  [...named]
    .map(([id, { code, title }]) => ({ of: "node" as const, code, title, goal: goalOf(id) }))
    .sort((one, other) => one.code.localeCompare(other.code, "en", { numeric: true }));

/** As `frameworkOf`, read now and kept by nobody. */
export async function readFramework(
  client: Pick<
    Transaction,
    | "planText"
    | "reportingUnit"
    | "reportingPeriod"
    | "editionNode"
    | "editionIndicator"
    | "indicatorVersion"
    | "indicatorVersionText"
    | "dimension"
  >,
  edition: Prisma.FrameworkEditionWhereInput & { planId: number },
  language: TranslatedLocale,
): Promise<PlanFramework> {
  const { planId } = edition;
  const texts = await client.planText.findMany({ where: { planId, ...textsFor(language) } });
  const text = inLocale(texts, language);
  const tree = await frameworkTree(client, edition, language);
  return deepFrozen({
    ...tree,
    title: text?.title ?? "",
    subtitle: text?.subtitle ?? "",
    former: await formerNodesOf(client, edition, language),
    formerIndicators: await formerIndicatorsOf(client, edition, language),
    units: await unitsOf(client, planId, language),
    periods: await client.reportingPeriod.findMany({
      where: { planId },
      orderBy: [{ endsOn: "asc" }, { startsOn: "desc" }],
      select: { id: true, code: true, startsOn: true, endsOn: true, frequency: true },
    }),
    indicators: await frameworkIndicators(client, edition, tree, language),
    dimensions: await dimensionsOfPlan(client, planId, language),
  });
}

async function unitsOf(
  client: Pick<Transaction, "reportingUnit">,
  planId: number,
  language: string,
): Promise<Map<number, UnitView>> {
  const rows = await client.reportingUnit.findMany({
    where: { planId },
    orderBy: { position: "asc" },
    select: {
      id: true,
      code: true,
      level: true,
      texts: { where: textsFor(language), select: { locale: true, name: true } },
    },
  });
  return new Map(
    rows.map(({ id, code, level, texts }) => [id, { code, level, name: inLocale(texts, language)?.name ?? code }]),
  );
}

/** What many requests share, none of them may change. */
function deepFrozen<T>(value: T): T {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const each of value instanceof Map ? value.values() : Object.values(value)) deepFrozen(each);
  return value;
}
