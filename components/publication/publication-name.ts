import { useTranslations } from "next-intl";
import type { TranslatorOf } from "@/lib/i18n/messages";
import type { PublicationView } from "@/lib/views/publication-view";

type Named = Pick<PublicationView, "settings" | "unitName" | "periodName">;

/** What a publication is called in lists and titles: its kind, what it is about, and its period. */
export const naming =
  (t: TranslatorOf<"publications">) =>
  ({ settings: { kind, goal, meeting }, unitName, periodName }: Named): string =>
    t("name", { kind, unit: unitName, goal: goal ?? "", meeting: meeting ?? "", period: periodName });

export const usePublicationName = () => naming(useTranslations("publications"));
