import { useTranslations } from "next-intl";
import { KeyActionList } from "@/components/observations/key-actions/key-action-list";
import { formatsOf } from "@/lib/i18n/formats";
import type { Locale } from "@/lib/i18n/routing";
import type { DecisionView } from "@/lib/views/commitments/decision-view";

/** What is done about a decision, country by country, and by organisations that it addresses. */
export function DecisionActionList({
  decision: { actions },
  locale,
  isOfToday,
}: {
  decision: Pick<DecisionView, "actions">;
  locale: Locale;
  /** Whether the page is made anew each day, and says what is overdue. */
  isOfToday: boolean;
}) {
  const t = useTranslations("meetings.acting");
  const names = useTranslations("observations");
  const { day } = formatsOf(locale);
  if (actions.length === 0) return null;
  return (
    <div className="mt-3">
      <p className="note">{names("keyAction.title")}</p>
      <dl className="acts">
        {actions.map(({ unit, keyActions }) => (
          <div key={unit.code}>
            <dt>{unit.level === "region" ? t("organisations") : unit.name}</dt>
            <dd>
              <KeyActionList {...{ keyActions, isOfToday }} unit={unit.name} words={{ names, day }} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
