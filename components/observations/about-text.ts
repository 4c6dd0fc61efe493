import { useTranslations } from "next-intl";
import type { ObservationHead } from "@/lib/views/commitments/observation-view";

type Subject = Pick<ObservationHead, "unit" | "period" | "indicator" | "goal">;

/** What an observation is about, in words: `Thailand, 2016: G2.1-a Number of …`. */
export function useAboutText(): (subject: Subject) => string {
  const t = useTranslations("observations");
  return ({ unit, period, indicator, goal }) => {
    const one = indicator ?? goal;
    const place = t("place", { unit: unit.name, period });
    return one ? `${place}: ${one.code} ${one.title}` : place;
  };
}
