"use client";

import type { FormAction } from "@/components/meetings/use-meeting-form";
import type { WorkingPlatformReportView } from "@/lib/views/commitments/platform-view";
import { PlatformStep } from "./platform-step";

const plainSteps = ["agree", "close", "reopen", "delete"] as const;
export type PlainPlatformStep = (typeof plainSteps)[number];

/** What can be done next with a report. */
export function ReportSteps({
  may,
  hidden,
  actions,
}: {
  may: WorkingPlatformReportView["may"];
  hidden: Record<string, string | number>;
  actions: Record<PlainPlatformStep, FormAction>;
}) {
  return plainSteps
    .filter((step) => may.includes(step))
    .map((step) => <PlatformStep key={step} step={step} action={actions[step]} hidden={hidden} />);
}
