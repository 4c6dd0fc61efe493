import "server-only";
import { db } from "@/lib/server/db/client";
import { inLocale, textsFor } from "@/lib/server/framework/locale-text";

/** Titles of an edition's indicative activities under each of these outputs, by the output's id, in the framework's order. */
export async function publishedActivities(
  editionId: number,
  outputIds: readonly number[],
  locale: string,
): Promise<ReadonlyMap<number, string[]>> {
  const client = await db();
  const rows = await client.editionNode.findMany({
    where: { editionId, node: { kind: "activity" }, parentId: { in: [...outputIds] } },
    orderBy: [{ position: "asc" }, { nodeId: "asc" }],
    select: {
      code: true,
      parentId: true,
      texts: { where: textsFor(locale), select: { locale: true, title: true } },
    },
  });
  const titles = new Map<number, string[]>();
  for (const { code, parentId, texts } of rows) {
    const title = inLocale(texts, locale)?.title ?? code;
    titles.set(parentId!, [...(titles.get(parentId!) ?? []), title]);
  }
  return titles;
}
