import { useTranslations } from "next-intl";
import { PanelSwitch } from "@/components/ui/switches/panel-switch";
import { explanationId, explanationIdOf } from "@/lib/charts/explanation-address";
import { explanationsOf } from "@/lib/charts/prepare/prepare-explanation";
import { formatsOf } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/routing";
import type { IndicatorView } from "@/lib/views/indicator-view";
import type { Wording } from "@/lib/views/public-value";
import { ExplanationPanel } from "./explanation-panel";

/** The explanation of every status on the page, one at a time; `?country=THA#explanation-THA` in the address chooses one and leads to it. */
export function ExplanationAside({ view, wording, locale }: { view: IndicatorView; wording: Wording; locale: Locale }) {
  const t = useTranslations("public.explain");
  const period = formatsOf(locale).period(view.period);
  const { region } = view;
  const explanations = explanationsOf(view, wording);
  const nameOf = ({ unit }: (typeof explanations)[number]) =>
    t("unitOf", { name: unit.code === region?.code ? t("region") : unit.name, period });
  return (
    <div className="panel">
      <h2 className="text-lg mb-3" id={explanationId} tabIndex={-1}>
        {t("title")}
      </h2>
      <PanelSwitch
        look="select"
        label={t("unit")}
        choices={explanations.map((each) => [each.unit.code, nameOf(each), explanationIdOf(each.unit.code)])}
        query="country"
      >
        {explanations.map((each) => (
          <section
            key={each.unit.code}
            id={explanationIdOf(each.unit.code)}
            className="explanation"
            tabIndex={-1}
            aria-label={nameOf(each)}
          >
            <h3 className="unscripted text-base">{nameOf(each)}</h3>
            <ExplanationPanel explanation={each} view={view} locale={locale} />
          </section>
        ))}
      </PanelSwitch>
    </div>
  );
}
