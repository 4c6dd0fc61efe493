import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import { Prisma } from "@/lib/server/db/generated/client";
import { presentEdition } from "./edition";

/** What stands in an edition, each after what it refers to, by table; `edition_id` is a column of them all. */
const columns = {
  edition_node: ["node_id", "code", "parent_id", "position"],
  edition_node_text: ["node_id", "locale", "title", "short_title", "description"],
  edition_indicator: ["indicator_id", "code", "node_id", "position"],
  edition_definition: ["indicator_version_id"],
  indicator_version_text: [
    "indicator_version_id",
    "locale",
    "title",
    "definition",
    "computation",
    "source",
    "responsible",
    "limits",
    "numerator",
    "denominator",
  ],
  milestone_step_text: ["indicator_version_id", "step", "locale", "title"],
  baseline: ["indicator_version_id", "unit_id", "measured_on", "number", "numerator", "denominator", "yes_no", "step"],
  target: ["indicator_version_id", "unit_id", "period_id", "number", "yes_no", "step"],
  path_note: ["indicator_version_id", "unit_id", "note"],
};

/** Adds a draft that says what the plan's present edition says, under the next number. */
export async function copyEdition(
  tx: Transaction,
  planId: number,
  { datedOn, isReference }: { datedOn: Date; isReference: boolean },
): Promise<{ id: number; number: number }> {
  // Two that are begun at once wait for each other here.
  await tx.$queryRaw`SELECT id FROM plan WHERE id = ${planId} FOR NO KEY UPDATE`;
  const present = await tx.frameworkEdition.findFirstOrThrow({
    where: { planId, ...presentEdition },
    select: { id: true },
  });
  const { _max: last } = await tx.frameworkEdition.aggregate({ where: { planId }, _max: { number: true } });
  const draft = await tx.frameworkEdition.create({
    data: { planId, number: last.number! + 1, datedOn, isReference },
    select: { id: true, number: true },
  });
  for (const [table, names] of Object.entries(columns)) {
    const list = Prisma.raw(names.join(", "));
    const into = Prisma.raw(table);
    await tx.$executeRaw`INSERT INTO ${into} (edition_id, ${list})
      SELECT ${draft.id}::int, ${list} FROM ${into} WHERE edition_id = ${present.id}`;
  }
  return draft;
}
