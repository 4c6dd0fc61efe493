import { useTranslations } from "next-intl";
import type { TranslatorOf } from "@/lib/i18n/messages";
import type { RoleView } from "@/lib/views/people/people-view";

/** What a role is called with what it is for, and a place by itself. */
export function roleTextOf(t: TranslatorOf<"people">, account: TranslatorOf<"auth.account">) {
  const place = ({ plan, unit }: Pick<RoleView, "plan" | "unit">) => {
    if (plan === null) return t("place.allPlans");
    return unit === null ? t("place.allUnits", { plan }) : t("place.unit", { plan, unit });
  };
  const role = (role: RoleView["role"]) => account("role", { role });
  return { place, role, whole: (held: RoleView) => t("roleIn", { role: role(held.role), place: place(held) }) };
}

export const useRoleText = () => roleTextOf(useTranslations("people"), useTranslations("auth.account"));
