import { useLocale, useTranslations } from "next-intl";
import { spokenIn } from "@/components/results/observations/spoken-in";
import { Tag } from "@/components/ui/tag";
import { formatsOf } from "@/lib/i18n/formats";
import { actingDecisionPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import type { WaitingDecision } from "@/lib/views/commitments/decision-view";

/** "Your work": decisions of meetings on which somebody is to act. */
export function WaitingDecisions({ waiting, root }: { waiting: readonly WaitingDecision[]; root: string }) {
  const t = useTranslations("meetings.acting");
  const names = useTranslations("meetings");
  const locale = useLocale() as Locale;
  const { day } = formatsOf(locale);
  if (waiting.length === 0) return null;
  return (
    <section className="block first" aria-labelledby="acting-decisions">
      <h2 id="acting-decisions">{t("waiting")}</h2>
      <ul className="tasks">
        {waiting.map(({ textId, code, unit, waits, beginning, language, dueOn, overdue }) => (
          <li key={`${textId} ${unit.code}`}>
            <a className="wrap-anywhere" href={actingDecisionPath(root, textId)}>
              {code}: <span lang={spokenIn(language, locale)}>{beginning}</span>
            </a>
            <Tag tone={overdue > 0 ? "amber" : "blue"}>{overdue > 0 ? t("overdue", { count: overdue }) : t(waits)}</Tag>
            <p>
              {[
                unit.level === "region" ? t("ofOrganisations") : unit.name,
                dueOn === null ? names("dueNext") : names("dueBy", { day: day(dueOn) }),
              ].join(" · ")}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
