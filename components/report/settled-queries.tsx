import { useTranslations } from "next-intl";
import { usePersonName } from "@/components/people/person-name";
import { useMoments } from "@/lib/i18n/use-moments";
import type { QueryView } from "@/lib/views/report-view";
import { ToldTo } from "./indicator-remarks";

interface Settled {
  queries: readonly (QueryView & { indicator?: string })[];
  /** Where the indicator of a query is to be found, where they are of several. */
  hrefOf?: (code: string) => string;
}

/** What was asked in submissions before, and what was replied: closed, and folded. */
export function SettledQueries({ queries, hrefOf }: Settled) {
  const t = useTranslations("entry.settled");
  if (queries.length === 0) return null;
  return (
    <details className="fold">
      <summary>{t("summary", { count: queries.length })}</summary>
      <SettledList {...{ queries, hrefOf }} />
    </details>
  );
}

export function SettledList({ queries, hrefOf }: Settled) {
  const t = useTranslations("entry.settled");
  const personName = usePersonName();
  const { day } = useMoments();
  return (
    <ul className="remarks">
      {queries.map(({ indicator, submission, query, by, at, told, reply, repliedAt, changedSince }) => (
        <li key={`${indicator} ${submission}`}>
          <p className="note">
            {hrefOf && indicator && (
              <>
                <a href={hrefOf(indicator)}>{indicator}</a>
                {" · "}
              </>
            )}
            {t("asked", { submission, by: personName(by), day: day(at) })}
          </p>
          <p className="prose wrap-anywhere">{query}</p>
          <ToldTo told={told} />
          <p className="note">
            {reply === ""
              ? t("noReply", { changed: changedSince ? "yes" : "no" })
              : t("reply", { day: repliedAt === null ? "none" : day(repliedAt) })}
          </p>
          {reply !== "" && <p className="prose wrap-anywhere">{reply}</p>}
        </li>
      ))}
    </ul>
  );
}
