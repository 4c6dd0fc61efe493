import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { ProgressBar } from "@/components/ui/progress-bar";
import { useMoments } from "@/lib/i18n/use-moments";
import type { FormState } from "@/lib/schemas/forms/form-state";
import type { AuditVerificationView } from "@/lib/views/site/audit-view";
import { VerificationCommand } from "./verification-command";
import { VerificationFollower } from "./verification-follower";

type Action = (state: FormState, form: FormData) => Promise<FormState>;

/** Whether the audit is as it was written: when that was last looked at, what was found, and how far the present look is. */
export function AuditVerification({
  view: { goingOn, hasFailed, last },
  here,
  locale,
  request,
  cancel,
}: {
  view: AuditVerificationView;
  here: string;
  locale: string;
  request: Action;
  cancel: Action;
}) {
  const t = useTranslations("audit.verification");
  const { moment } = useMoments();
  return (
    <section className="block" aria-labelledby="verification">
      <h2 id="verification">{t("title")}</h2>
      <p className="note">{t("lead")}</p>
      {last && (
        <Notice tone={last.faults === 0 ? "ok" : "error"}>
          <p>
            {t("found", {
              moment: moment(last.at),
              streams: last.streams,
              events: last.events,
              anchors: last.anchors,
              redacted: last.redacted,
            })}
          </p>
          <p>
            {last.first === null
              ? t("intact")
              : t("faults", {
                  faults: last.faults,
                  fault: last.first.fault,
                  sequence: last.first.sequence ?? 0,
                  stream: last.first.stream ?? "none",
                })}
          </p>
        </Notice>
      )}
      {!last && !goingOn && <p className="mt-4">{t("never")}</p>}
      {hasFailed && !goingOn && (
        <Notice tone="warning">
          <p>{t("failed")}</p>
        </Notice>
      )}
      {goingOn ? (
        <div className="mt-4" role="status">
          <ProgressBar label={t("goingOn")} value={goingOn.percent} max={100} />
          <p className="note">
            {t("percent", { percent: goingOn.percent })} <a href={`${here}#verification`}>{t("look")}</a>
          </p>
          <VerificationFollower />
          <VerificationCommand command="cancel" locale={locale} action={cancel} />
        </div>
      ) : (
        <VerificationCommand command="request" locale={locale} action={request} />
      )}
    </section>
  );
}
