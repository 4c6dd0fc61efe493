import { useLocale, useTranslations } from "next-intl";
import { useValueWording } from "@/components/report/use-value-wording";
import { valueText } from "@/lib/charts/value-text";
import { momentsOf } from "@/lib/i18n/moments";
import type { Revision } from "@/lib/schemas/entry-view";
import type { ReviewIndicator } from "@/lib/schemas/review-view";

/** Every figure that the total ever had in this report, the latest first. */
export function History({ indicator, revisions }: { indicator: ReviewIndicator; revisions: readonly Revision[] }) {
  const t = useTranslations("review.history");
  const wording = useValueWording();
  const { moment } = momentsOf(useLocale());
  if (revisions.length === 0) return null;
  const scale = { ...indicator.rules, steps: indicator.steps };
  return (
    <details className="more">
      <summary>{t("summary", { count: revisions.length })}</summary>
      <ol className="history">
        {revisions.map(({ revision, value, at, by, file }) => (
          <li key={revision}>
            <b>{value === null ? t("cleared") : valueText(value, scale, wording)}</b>{" "}
            <span className="note">
              {t("entered", { at: moment(at), by })} {file !== null && t("fromFile", { file })}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
