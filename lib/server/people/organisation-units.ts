import "server-only";
import type { UnitOfPlan } from "@/lib/domain/organisations";
import { db } from "@/lib/server/db/client";
import { inLocale, textsFor } from "@/lib/server/framework/locale-text";

export interface NamedUnit extends UnitOfPlan {
  name: string;
}

/**
 * Units that organisations work for, by their id: the region and the countries of every plan, in its order, with the plan
 * beside their names where there is more than one.
 */
export async function organisationUnits(locale: string): Promise<Map<number, NamedUnit>> {
  const rows = await (await db()).reportingUnit.findMany({
    where: { level: { in: ["region", "country"] } },
    orderBy: [{ planId: "asc" }, { position: "asc" }, { id: "asc" }],
    select: {
      id: true,
      level: true,
      code: true,
      planId: true,
      plan: { select: { code: true } },
      texts: { where: textsFor(locale), select: { locale: true, name: true } },
    },
  });
  const isOne = new Set(rows.map(({ planId }) => planId)).size < 2;
  return new Map(
    rows.map(({ id, level, code, planId, plan, texts }) => {
      const name = inLocale(texts, locale)?.name ?? code;
      return [id, { id, level, planId, name: isOne ? name : `${name} (${plan.code})` }];
    }),
  );
}
