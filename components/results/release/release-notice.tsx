import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { formatsOf } from "@/lib/i18n/formats";
import { correctionsPath, planPath, releasePath, resultsPath } from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import type { ResultsPlan } from "@/lib/views/results-plan";

/** Which release the page is of, and whether there is a newer one; nothing where it is of the present results. */
export function ReleaseNotice({
  plan,
  locale,
  presentPath,
}: {
  plan: ResultsPlan;
  locale: Locale;
  /** The page's address after the plan, where the present results are read; null for a page that only a release has. */
  presentPath: string | null;
}) {
  const t = useTranslations("public.release");
  const { release } = plan;
  if (!release) return null;
  const present = planPath(locale, plan.code);
  const { title, version, releasedOn, newer, corrected } = release;
  return (
    <div className="release-notice">
      <Notice>
        <p>{t("strip", { title, version, day: formatsOf(locale).day(releasedOn) })}</p>
        <p>
          {newer ? (
            <>
              {t("newer")} <a href={releasePath(present, newer.code)}>{newer.title}</a>
            </>
          ) : (
            t("latest")
          )}{" "}
          <a href={`${present}${presentPath ?? ""}`}>{t(presentPath === null ? "presentResults" : "present")}</a>
        </p>
        {presentPath !== null && (
          <p>
            {corrected !== undefined && `${t("correctedHere", { count: corrected })} `}
            <a href={correctionsPath(resultsPath(locale, plan))}>{t("corrections")}</a>
          </p>
        )}
      </Notice>
    </div>
  );
}
