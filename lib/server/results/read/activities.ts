import "server-only";
import { db } from "@/lib/server/db/client";
import { inLocale, textsFor } from "@/lib/server/framework/locale-text";

/** Titles of the indicative activities under each of these outputs, by the output's id, in the framework's order. */
export async function publishedActivities(
  outputIds: readonly number[],
  locale: string,
): Promise<ReadonlyMap<number, string[]>> {
  const client = await db();
  const rows = await client.frameworkNode.findMany({
    where: { kind: "activity", parentId: { in: [...outputIds] } },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      ...{ code: true, parentId: true },
      versions: {
        orderBy: { version: "desc" },
        take: 1,
        select: { texts: { where: textsFor(locale), select: { locale: true, title: true } } },
      },
    },
  });
  const titles = new Map<number, string[]>();
  for (const { code, parentId, versions } of rows) {
    const title = inLocale(versions[0]?.texts ?? [], locale)?.title ?? code;
    titles.set(parentId!, [...(titles.get(parentId!) ?? []), title]);
  }
  return titles;
}
