"use client";

import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/meetings/use-meeting-form";
import { Select } from "@/components/ui/fields/select";
import type { WorkingPlatformReportView } from "@/lib/views/commitments/platform-view";
import { PlatformStep } from "./platform-step";
import { TakeDownStep } from "./take-down-step";

const plainSteps = ["agree", "close", "reopen", "delete"] as const;

/** What can be done next with a report. */
export function ReportSteps({
  view,
  hidden,
  actions,
}: {
  view: Pick<WorkingPlatformReportView, "may" | "meetings" | "activities" | "challenges" | "priorities">;
  hidden: Record<string, string | number>;
  actions: Record<(typeof plainSteps)[number] | "present" | "takeDown", FormAction>;
}) {
  const { may, meetings } = view;
  const t = useTranslations("civilSociety.step");
  return (
    <>
      {plainSteps
        .filter((step) => may.includes(step))
        .map((step) => (
          <PlatformStep key={step} step={step} action={actions[step]} hidden={hidden} />
        ))}
      {may.includes("present") && (
        <PlatformStep step="present" action={actions.present} hidden={hidden}>
          {({ standing, errorOf }) => (
            <Select
              id="meeting"
              name="meeting"
              label={t("meeting")}
              error={errorOf("meeting")}
              defaultValue={standing("meeting")}
              empty={t("meetingEmpty")}
              options={meetings.map(({ code, title }) => ({ value: code, label: title }))}
            />
          )}
        </PlatformStep>
      )}
      {may.includes("takeDown") && <TakeDownStep view={view} hidden={hidden} action={actions.takeDown} />}
    </>
  );
}
