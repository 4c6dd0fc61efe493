import { useTranslations } from "next-intl";
import { auditWording } from "@/lib/i18n/audit-wording";
import { useMoments } from "@/lib/i18n/use-moments";
import type { AuditEventView } from "@/lib/views/site/audit-view";

/** Events, the latest first: when, who, what was done to what, and what stood before and after. */
export function AuditTable({ events, caption }: { events: readonly AuditEventView[]; caption: string }) {
  const t = useTranslations("audit");
  const { moment } = useMoments();
  const words = auditWording(t);
  return (
    <div className="data-table of-audit">
      <div className="scroll">
        <table className="data stack">
          <caption className="vh">{caption}</caption>
          <thead>
            <tr>
              {(["when", "what", "who", "change"] as const).map((head) => (
                <th key={head} scope="col">
                  {t(`head.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {events.map((event) => (
              <tr key={`${event.stream} ${event.sequence}`}>
                <th scope="row">
                  <time dateTime={event.at}>{moment(event.at)}</time>
                </th>
                <td data-name={t("head.what")}>
                  <span className="wrap-anywhere">{words.action(event)}</span>
                </td>
                <td data-name={t("head.who")}>
                  {event.actor === null
                    ? t(event.isByAuthor ? "member" : "nobody")
                    : event.actor.name === null
                      ? t("person", { id: event.actor.id })
                      : words.personName(event.actor.name)}
                </td>
                <td data-name={t("head.change")}>
                  <Change event={event} details={words.details(event.said)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Change({
  event: { said },
  details,
}: {
  event: AuditEventView;
  details: ReturnType<ReturnType<typeof auditWording>["details"]>;
}) {
  const t = useTranslations("audit");
  if (said === "erased" || said === "withheld") return <span className="note">{t("said", { said })}</span>;
  if (details.length === 0) return <span className="note">{t("said", { said: "nothing" })}</span>;
  return (
    <ul className="audit-details">
      {details.map(({ label, before, after }) => (
        <li key={label} className="wrap-anywhere">
          <span className="unit">{t("label", { label })}</span>{" "}
          {before !== null && after !== null && before !== after ? (
            <>
              <del>
                <span className="vh">{t("before")} </span>
                {before}
              </del>{" "}
              <ins>
                <span className="vh">{t("after")} </span>
                {after}
              </ins>
            </>
          ) : after !== null ? (
            after
          ) : (
            <del>
              <span className="vh">{t("before")} </span>
              {before}
            </del>
          )}
        </li>
      ))}
    </ul>
  );
}
