import { useLocale, useTranslations } from "next-intl";
import { usePersonName } from "@/components/people/person-name";
import { Notice } from "@/components/ui/notice";
import { needsComment } from "@/lib/domain/values/value-warning";
import { formatsOf } from "@/lib/i18n/formats";
import { useMoments } from "@/lib/i18n/use-moments";
import type { EntryIndicator } from "@/lib/views/entry-view";
import type { CommentView, DimensionView, QueryView } from "@/lib/views/report-view";
import { useWarningText } from "./warning-text";

export function Warnings({
  indicator,
  dimensions,
}: {
  indicator: Pick<EntryIndicator, "warnings" | "rules" | "steps">;
  dimensions: readonly DimensionView[];
}) {
  const textOf = useWarningText(dimensions);
  return indicator.warnings.map((warning) => {
    const { title, text } = textOf(warning, indicator);
    return (
      <Notice key={`${title}${text}`} tone={needsComment(warning) ? "warning" : "info"} title={title}>
        <p>{text}</p>
      </Notice>
    );
  });
}

export function Query({ query }: { query: QueryView | null }) {
  const t = useTranslations("entry.query");
  const { day } = useMoments();
  if (!query) return null;
  return (
    <Notice tone={query.isOpen ? "warning" : "info"} title={t("from", { date: day(query.at) })}>
      <p className="prose">{query.query}</p>
      <ToldTo told={query.told} />
      {query.reply && <p className="prose">{t("replied", { reply: query.reply })}</p>}
    </Notice>
  );
}

/** Whom a comment or a query was told to, as they are called now. */
export function ToldTo({ told }: Pick<CommentView, "told">) {
  const t = useTranslations("entry.comment");
  const { list } = formatsOf(useLocale());
  const personName = usePersonName();
  if (told.length === 0) return null;
  return <p className="note">{t("toldTo", { names: list(told.map(personName)) })}</p>;
}

export function Comments({ comments }: { comments: readonly CommentView[] }) {
  const t = useTranslations("entry.comment");
  const personName = usePersonName();
  const { day } = useMoments();
  if (comments.length === 0) return <p className="note">{t("none")}</p>;
  return (
    <ul className="remarks">
      {comments.map(({ id, author, at, body, told }) => (
        <li key={id}>
          <p className="note">{t("by", { author: personName(author), date: day(at) })}</p>
          <p className="prose">{body}</p>
          <ToldTo told={told} />
        </li>
      ))}
    </ul>
  );
}
