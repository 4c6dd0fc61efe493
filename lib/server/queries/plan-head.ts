import "server-only";
import { cache } from "react";
import { spokenLocale } from "@/lib/i18n/routing";
import { db } from "@/lib/server/db/client";

export interface PlanHeadView {
  id: number;
  code: string;
  title: string;
  subtitle: string;
  isReference: boolean;
  isDemonstration: boolean;
  smallCountThreshold: number;
}

/**
 * What every page says of its plan, in the reader's language where it was translated.
 * The first plan for null, as at the addresses that have none; null for a plan that there isn't.
 */
export const planHead = cache(async (code: string | null, locale: string): Promise<PlanHeadView | null> => {
  const language = spokenLocale(locale);
  const plan = await (await db()).plan.findFirst({
    where: code === null ? {} : { code },
    orderBy: { id: "asc" },
    select: {
      id: true,
      code: true,
      isReference: true,
      isDemonstration: true,
      smallCountThreshold: true,
      texts: { where: { locale: { in: [language, "en"] } }, select: { locale: true, title: true, subtitle: true } },
    },
  });
  if (plan === null) return null;
  const { texts, ...head } = plan;
  const text = texts.find((candidate) => candidate.locale === language) ?? texts[0];
  return { ...head, title: text?.title ?? plan.code, subtitle: text?.subtitle ?? "" };
});
