"use client";

import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/meetings/use-meeting-form";
import { TakeDownStep } from "@/components/safety/take-down-step";
import { Select } from "@/components/ui/fields/select";
import { answerParts, beginsWith, type PartToTakeDown } from "@/lib/views/commitments/part-to-take-down";
import type { WorkingPlatformReportView } from "@/lib/views/commitments/platform-view";
import { PlatformStep } from "./platform-step";

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
  const safety = useTranslations("safety");
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
      {may.includes("takeDown") && (
        <TakeDownStep parts={partsOf(view)} lead={safety("reportLead")} hidden={hidden} action={actions.takeDown} />
      )}
    </>
  );
}

/** What of a report stands and can be taken down by itself. */
function partsOf({
  activities,
  challenges,
  priorities,
}: Pick<WorkingPlatformReportView, "activities" | "challenges" | "priorities">): PartToTakeDown[] {
  const parts = [
    ...challenges.map(({ body, ...point }) => ({ ...point, kind: "challenge" as const, words: body })),
    ...priorities.map(({ body, ...point }) => ({ ...point, kind: "priority" as const, words: body })),
    ...activities.map(({ title, ...activity }) => ({ ...activity, kind: "activity" as const, words: title })),
  ];
  return [
    ...parts
      .filter(({ takenDown }) => takenDown === null)
      .map(({ kind, position, words }) => ({
        value: `${kind}-${position}`,
        kind,
        place: String(position),
        begins: beginsWith(words),
      })),
    ...[...challenges, ...priorities].flatMap(({ textId, responses }) =>
      responses.flatMap(({ unit, reply }) =>
        (reply ? answerParts(unit, 1, reply) : []).map((part) => ({ ...part, value: `point-${textId}-${part.value}` })),
      ),
    ),
  ];
}
