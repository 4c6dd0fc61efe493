import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { useMoments } from "@/lib/i18n/use-moments";
import type { FormState } from "@/lib/schemas/forms/form-state";
import type { OwnSessionView } from "@/lib/views/signed-in-view";
import { EndSessionForm } from "./end-session-form";

type Action = (state: FormState, form: FormData) => Promise<FormState>;

/** Where somebody is signed in, and a way to end each. */
export function OwnSessions({
  sessions,
  locale,
  end,
  endOthers,
}: {
  sessions: readonly OwnSessionView[];
  locale: string;
  end: Action;
  endOthers: Action;
}) {
  const t = useTranslations("auth.sessions");
  const { moment } = useMoments();
  const deviceOf = ({ browser, system }: OwnSessionView) =>
    t("device", { browser: browser ?? "none", system: system ?? "none" });
  const head = ["browser", "started", "used"] as const;
  const others = sessions.filter(({ isThis }) => !isThis);
  return (
    <>
      {sessions
        .filter(({ isNewPlace }) => isNewPlace)
        .map((session) => (
          <Notice key={session.handle} tone="warning">
            <p>{t("newPlaceLead", { device: deviceOf(session), at: moment(session.startedAt) })}</p>
          </Notice>
        ))}
      <Table
        caption={t("title")}
        stack
        head={
          <>
            {head.map((key) => (
              <th key={key} scope="col">
                {t(key)}
              </th>
            ))}
            <th scope="col">{t("end")}</th>
          </>
        }
      >
        {sessions.map((session) => (
          <tr key={session.handle}>
            <th scope="row">
              {deviceOf(session)} {session.isThis && <Tag>{t("this")}</Tag>}
              {session.isNewPlace && <Tag tone="amber">{t("newPlace")}</Tag>}
            </th>
            <td data-name={t("started")}>{moment(session.startedAt)}</td>
            <td data-name={t("used")}>{moment(session.usedAt)}</td>
            <td data-name={t("end")}>
              {!session.isThis && (
                <EndSessionForm
                  action={end}
                  fields={{ locale, session: session.handle }}
                  words={{ end: t("end"), of: t("endOf", { device: deviceOf(session) }), ending: t("ending") }}
                />
              )}
            </td>
          </tr>
        ))}
      </Table>
      {others.length === 0 ? (
        <p className="note">{t("only")}</p>
      ) : (
        <div className="mt-4">
          <EndSessionForm
            action={endOthers}
            fields={{ locale }}
            words={{ end: t("endOthers"), of: null, ending: t("ending") }}
          />
        </div>
      )}
    </>
  );
}
