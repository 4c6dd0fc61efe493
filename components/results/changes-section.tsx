import { useTranslations } from "next-intl";
import { prepareChanges } from "@/lib/charts/prepare-changes";
import type { RegionalView } from "@/lib/charts/regional-view";
import { letterOf } from "@/lib/charts/shown-status";
import { formatsOf } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/routing";
import { ChangesTable } from "./changes-table";

/** What became better or worse since the period before; nothing for the first period. */
export function ChangesSection({ view, locale }: { view: RegionalView; locale: Locale }) {
  const t = useTranslations("public.changes");
  const status = useTranslations("status");
  if (!view.previous) return null;
  const { largest, ...counts } = prepareChanges(view);
  const formats = formatsOf(locale);
  const title = t("title", { period: formats.period(view.previous) });
  const fromTo = t("fromTo", { from: formats.period(view.previous), to: formats.period(view.period) });
  const used = new Set(largest.flatMap(({ from, to }) => [from, to]));
  const isOne = view.countries.length === 1;
  return (
    <section className="block" aria-labelledby="changes-title">
      <h2 id="changes-title">{title}</h2>
      <p className="note">
        {t("summary", counts)} {counts.redefined > 0 && t("redefined", { count: counts.redefined })}{" "}
        {largest.length > 0 && t("largest")}
      </p>
      {largest.length > 0 && (
        <ChangesTable
          rows={largest.map(({ indicator, country, from, to, steps }) => [
            ...([indicator.code, indicator.title, country.code, isOne ? "" : country.name] as const),
            ...([letterOf(from) + letterOf(to), t(steps > 0 ? "improved" : "worsened")] as const),
          ])}
          root={`/${locale}/${view.plan.code}`}
          period={view.period.code}
          labels={{
            caption: `${title}: ${fromTo}`,
            indicator: t("indicator"),
            country: t("country"),
            fromTo,
            next: status("then"),
            words: Object.fromEntries([...used].map((each) => [each, status(`word.${each}`)])),
          }}
        />
      )}
    </section>
  );
}
