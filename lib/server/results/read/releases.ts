import "server-only";
import { db } from "@/lib/server/db/client";
import { dayInRegion } from "@/lib/server/db/day";
import { inLocale, textsFor } from "@/lib/server/framework/locale-text";
import type { ReleaseView } from "@/lib/views/results-plan";

/** A plan's releases, the newest results first. */
export async function releasesOf(planId: number, locale: string): Promise<ReleaseView[]> {
  const rows = await (await db()).release.findMany({
    where: { planId },
    orderBy: { version: "desc" },
    select: {
      code: true,
      version: true,
      releasedAt: true,
      texts: { where: textsFor(locale), select: { locale: true, title: true, notes: true } },
    },
  });
  const named = rows.map(({ texts, releasedAt, ...row }) => {
    const { title, notes } = inLocale(texts, locale)!;
    return { ...row, title, notes, releasedOn: dayInRegion(releasedAt) };
  });
  const [latest] = named;
  return named.map((release) => {
    const newer = latest && latest.code !== release.code ? { code: latest.code, title: latest.title } : null;
    return { ...release, newer };
  });
}
