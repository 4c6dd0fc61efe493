import "server-only";
import type { RoleGrant, UnitRef } from "@/lib/domain/permissions";
import { spokenLocale } from "@/lib/i18n/routing";
import type { GrantPlace } from "@/lib/schemas/people/people-forms";
import { db, type Transaction } from "@/lib/server/db/client";
import { inLocale, textsFor } from "@/lib/server/framework/locale-text";

export interface NamedUnit extends UnitRef {
  name: string;
  /** In English, in which lists come as often. */
  english: string;
}

/** A plan for which roles are given, with its units but the region: no role is given for that. */
export interface NamedPlan {
  id: number;
  code: string;
  title: string;
  units: NamedUnit[];
}

/** All plans and units, by what they are called. There are few: what is asked about people is asked by their ids. */
export async function plansToGrant(locale: string, client?: Pick<Transaction, "plan">): Promise<NamedPlan[]> {
  const texts = textsFor(spokenLocale(locale));
  const plans = await (client ?? (await db())).plan.findMany({
    orderBy: { id: "asc" },
    select: {
      ...{ id: true, code: true },
      texts: { where: texts, select: { locale: true, title: true } },
      units: {
        where: { level: { not: "region" } },
        orderBy: { position: "asc" },
        select: {
          ...{ id: true, code: true, level: true },
          texts: { where: texts, select: { locale: true, name: true } },
        },
      },
    },
  });
  return plans.map(({ id, code, texts, units }) => ({
    ...{ id, code, title: inLocale(texts, spokenLocale(locale))?.title || code },
    units: units.map(({ texts, ...unit }) => ({
      ...unit,
      name: inLocale(texts, spokenLocale(locale))?.name ?? unit.code,
      english: texts.find((text) => text.locale === "en")?.name ?? unit.code,
    })),
  }));
}

/** The plan and unit that a form names; undefined where there are none such. */
export function placeNamed(
  plans: readonly NamedPlan[],
  { plan: planCode, unit: unitCode }: GrantPlace,
): Pick<RoleGrant, "plan" | "unit"> | undefined {
  if (planCode === null) return { plan: null, unit: null };
  const plan = plans.find(({ code }) => code === planCode);
  if (!plan) return undefined;
  const ref = { id: plan.id, code: plan.code };
  if (unitCode === null) return { plan: ref, unit: null };
  const unit = plan.units.find(({ code }) => code === unitCode);
  return unit && { plan: ref, unit: { id: unit.id, code: unit.code, level: unit.level } };
}
