import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { formatsOf } from "@/lib/i18n/formats";
import { correctionsPath, planPath, releasePath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import type { ReleaseView, ResultsPlan } from "@/lib/views/results-plan";

/** Releases, the newest first, with what was said of each. */
export function ReleaseList({
  plan,
  releases,
  locale,
}: {
  plan: ResultsPlan;
  releases: readonly ReleaseView[];
  locale: Locale;
}) {
  const t = useTranslations("public.release");
  const { day } = formatsOf(locale);
  if (releases.length === 0) {
    return (
      <EmptyState title={t("none")}>
        <p>{t("noneLead")}</p>
      </EmptyState>
    );
  }
  return (
    <ul className="releases">
      {releases.map(({ code, title, notes, version, releasedOn }) => (
        <li key={code}>
          <h2 className="text-lg">
            <a href={releasePath(planPath(locale, plan.code), code)}>{title}</a>
          </h2>
          <p className="note">{t("of", { version, day: day(releasedOn) })}</p>
          {notes && <p className="whitespace-pre-line">{notes}</p>}
          <p>
            <a href={correctionsPath(releasePath(planPath(locale, plan.code), code))}>
              {t("correctionsOf", { title })}
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}
