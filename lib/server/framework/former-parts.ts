import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import type { Prisma } from "@/lib/server/db/generated/client";
import type { NamedNode } from "./framework-tree";
import { inLocale, textsFor } from "./locale-text";

// What earlier editions of a framework had and a later one doesn't, in the words of the last edition that had it: what somebody
// said about it is told by its name.

type Edition = Prisma.FrameworkEditionWhereInput & { planId: number };

/** Pillars, goals, outcomes and outputs, by node. */
export async function formerNodesOf(
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

export interface FormerIndicator {
  code: string;
  title: string;
}

/** Indicators, each with the title of its last definition. */
export async function formerIndicatorsOf(
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
