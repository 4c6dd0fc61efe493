import "server-only";
import type { Transaction } from "@/lib/server/db/client";
import type { DimensionView } from "@/lib/views/report-view";
import { inLocale, textsFor } from "./locale-text";

/** The plan's dimensions with their categories, in the order of cell keys. */
export async function dimensionsOfPlan(
  client: Pick<Transaction, "dimension">,
  planId: number,
  locale: string,
): Promise<DimensionView[]> {
  const rows = await client.dimension.findMany({
    where: { planId },
    orderBy: { position: "asc" },
    select: {
      code: true,
      isOpen: true,
      texts: { where: textsFor(locale) },
      categories: {
        orderBy: { position: "asc" },
        select: { code: true, texts: { where: textsFor(locale) } },
      },
    },
  });
  const nameOf = (texts: { locale: string; name: string }[], code: string) => inLocale(texts, locale)?.name ?? code;
  return rows.map(({ code, isOpen, texts, categories }) => ({
    code,
    name: nameOf(texts, code),
    open: isOpen,
    categories: categories.map((category) => ({ code: category.code, name: nameOf(category.texts, category.code) })),
  }));
}

/** Those that any of the tables crosses. */
export function dimensionsOfTables(
  dimensions: readonly DimensionView[],
  tables: readonly { dimensions: readonly string[] }[],
): DimensionView[] {
  const crossed = new Set(tables.flatMap((table) => table.dimensions));
  return dimensions.filter(({ code }) => crossed.has(code));
}
