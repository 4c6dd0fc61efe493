import { useLocale, useTranslations } from "next-intl";
import { useWarningText } from "@/components/report/warning-text";
import { Notice } from "@/components/ui/notice";
import { needsComment } from "@/lib/domain/value-warning";
import { momentsOf } from "@/lib/i18n/moments";
import type { DimensionView } from "@/lib/schemas/report-view";
import type { ReviewIndicator } from "@/lib/schemas/review-view";

/** What there is to know about an indicator's figures: warnings, the reply to a query, comments, evidence. */
export function Remarks({
  indicator,
  dimensions,
}: {
  indicator: ReviewIndicator;
  dimensions: readonly DimensionView[];
}) {
  const t = useTranslations("review.remarks");
  const warningText = useWarningText(dimensions);
  const { warnings, commentMissing, asked, comments, evidence } = indicator;
  return (
    <>
      {warnings.map((warning) => {
        const { title, text } = warningText(warning, indicator);
        return (
          <Notice key={`${title} ${text}`} tone={needsComment(warning) ? "warning" : "info"} title={title}>
            <p>{text}</p>
          </Notice>
        );
      })}
      {commentMissing && <p className="note">{t("commentMissing", { earlier: comments.length > 0 ? "yes" : "no" })}</p>}
      {asked && (
        <Notice title={asked.reply === "" ? t("askedWithoutReply") : t("reply")}>
          <p className="asked-before">{t("asked", { query: asked.query })}</p>
          {asked.reply !== "" && <p className="wrap-anywhere">{asked.reply}</p>}
          {asked.changedSince && <p>{t("changedSince")}</p>}
        </Notice>
      )}
      {comments.map(({ id, body, author, at, isPublic }) => (
        <Comment key={id} body={body} author={author} at={at} isPublic={isPublic} />
      ))}
      {evidence.length > 0 && (
        <p className="note">
          {t("evidence")}{" "}
          {evidence.map(({ id, title, url, organisation }, index) => (
            <span key={id}>
              {index > 0 && "; "}
              {url === null ? (
                title
              ) : (
                <a href={url} rel="noopener noreferrer" target="_blank">
                  {title}
                </a>
              )}{" "}
              ({organisation})
            </span>
          ))}
        </p>
      )}
    </>
  );
}

function Comment({ body, author, at, isPublic }: { body: string; author: string; at: string; isPublic: boolean }) {
  const t = useTranslations("review.remarks");
  const { day } = momentsOf(useLocale());
  return (
    <Notice title={t("comment", { author, day: day(at) })}>
      <p className="wrap-anywhere">{body}</p>
      {isPublic && <p className="hint">{t("public")}</p>}
    </Notice>
  );
}
