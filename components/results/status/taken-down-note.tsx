import { useTranslations } from "next-intl";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import { formatsOf } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/routing";

/** Who took down what is shown as taken down, and when, once for all of it; nothing where nothing is. */
export function TakenDownNote({ shown, locale }: { shown: readonly { takenDownOn?: IsoDate }[]; locale: Locale }) {
  const t = useTranslations("country");
  const { list, day } = formatsOf(locale);
  const days = [...new Set(shown.flatMap(({ takenDownOn }) => takenDownOn ?? []))].sort();
  return days.length > 0 ? <p className="hint">{t("valueTakenDown", { days: list(days.map(day)) })}</p> : null;
}
