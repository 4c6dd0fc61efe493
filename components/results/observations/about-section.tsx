import { useTranslations } from "next-intl";
import { newObservationPath, observationsAboutPath, planPath, publicObservationsPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import { queryOfObservations } from "@/lib/schemas/addresses/observations-filter";
import type { ResultsPlan } from "@/lib/views/results-plan";
import { SaidAboutBlock } from "./said-about-block";

/** What civil society says about an indicator, a goal or a country in a period. A release has none: it froze results alone. */
export function AboutSection({
  plan,
  of,
  code,
  period,
  locale,
}: {
  plan: ResultsPlan;
  of: "indicator" | "goal" | "country";
  code: string;
  period: string;
  locale: Locale;
}) {
  const t = useTranslations("publicObservations");
  if (plan.release) return null;
  const about = of === "country" ? { unit: code } : of === "goal" ? { node: code } : { indicator: code };
  const root = planPath(locale, plan.code);
  const query = queryOfObservations(of === "country" ? { country: code } : { about: code });
  return (
    <SaidAboutBlock
      address={observationsAboutPath(root, code, period)}
      title={t("about")}
      add={{ label: t("add"), href: newObservationPath(root, { ...about, period }) }}
      all={{ label: t(`aboutThis.${of}`), href: `${publicObservationsPath(root)}${query}` }}
    />
  );
}
