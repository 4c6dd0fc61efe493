"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/fields/select";
import { ErrorSummary } from "@/components/ui/forms/error-summary";
import { plainMeetingSteps } from "@/lib/domain/commitments/meeting";
import { formatsOf } from "@/lib/i18n/formats";
import type { WorkingMeetingView } from "@/lib/views/commitments/meeting-view";
import { type FormAction, useMeetingForm } from "./use-meeting-form";

type StepName = "sendPapers" | "delete" | (typeof plainMeetingSteps)[number];

/** What can be done next with a meeting; each says first what it means. */
export function MeetingSteps({
  view: { may, releases },
  hidden,
  actions,
}: {
  view: Pick<WorkingMeetingView, "may" | "releases">;
  hidden: Record<string, string | number>;
  actions: Record<"sendPapers" | "advance" | "delete", FormAction>;
}) {
  return (
    <>
      {may.includes("sendPapers") && <Step step="sendPapers" action={actions.sendPapers} {...{ hidden, releases }} />}
      {plainMeetingSteps
        .filter((step) => may.includes(step))
        .map((step) => (
          <Step key={step} step={step} action={actions.advance} hidden={{ ...hidden, step }} />
        ))}
      {may.includes("delete") && <Step step="delete" action={actions.delete} hidden={hidden} />}
    </>
  );
}

function Step({
  step,
  hidden,
  releases = null,
  action,
}: {
  step: StepName;
  hidden: Record<string, string | number>;
  /** What papers can look at. */
  releases?: WorkingMeetingView["releases"] | null;
  action: FormAction;
}) {
  const t = useTranslations("meetings.step");
  const errors = useTranslations("errors");
  const { day } = formatsOf(useLocale());
  const { send, sending, summary, errorOf, isRefused, standing } = useMeetingForm(action, "commandUnanswered");
  return (
    <details className="more" open={isRefused}>
      <summary>{t(`${step}.opens`)}</summary>
      <form action={send} noValidate>
        <ErrorSummary title={errors("summaryTitle")} errors={summary} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p>{t(`${step}.lead`)}</p>
        {releases && (
          <div className="mt-4">
            <Select
              id="release"
              name="release"
              label={t("release")}
              error={errorOf("release")}
              defaultValue={standing("release")}
              empty={t("releaseEmpty")}
              options={[
                ...releases.map(({ code, title, version, releasedOn }) => ({
                  value: code,
                  label: t("releaseOf", { title, version, day: day(releasedOn) }),
                })),
                { value: "none", label: t("releaseNone") },
              ]}
            />
          </div>
        )}
        <div className="actions">
          <Button type="submit" aria-disabled={sending}>
            {sending ? t("working") : t(`${step}.confirm`)}
          </Button>
        </div>
      </form>
    </details>
  );
}
