"use client";

import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/meetings/use-meeting-form";
import { Radios } from "@/components/ui/fields/radios";
import { Select } from "@/components/ui/fields/select";
import { safetyRules } from "@/lib/domain/commitments/observation";
import type { WorkingPlatformReportView } from "@/lib/views/commitments/platform-view";
import { PlatformStep } from "./platform-step";

/** So much of a part that it is known by it. */
const excerpt = 60;

/** Takes one part of a report down for safety, with the rule that its words break. */
export function TakeDownStep({
  view: { activities, challenges, priorities },
  ...form
}: {
  view: Pick<WorkingPlatformReportView, "activities" | "challenges" | "priorities">;
  hidden: Record<string, string | number>;
  action: FormAction;
}) {
  const t = useTranslations("civilSociety.step");
  const ruleName = useTranslations("observations.rule");
  const ruleHint = useTranslations("observations.ruleHint");
  const parts = [
    ...challenges.map(({ body, ...point }) => ({ ...point, part: "challenge" as const, words: body })),
    ...priorities.map(({ body, ...point }) => ({ ...point, part: "priority" as const, words: body })),
    ...activities.map(({ title, ...activity }) => ({ ...activity, part: "activity" as const, words: title })),
  ].filter(({ takenDown }) => takenDown === null);
  if (parts.length === 0) return null;
  const begins = (words: string) => (words.length > excerpt ? `${words.slice(0, excerpt)}…` : words);
  return (
    <PlatformStep step="takeDown" {...form}>
      {({ standing, errorOf }) => (
        <>
          <Select
            id="part"
            name="part"
            label={t("part")}
            error={errorOf("part")}
            defaultValue={standing("part")}
            empty={t("partEmpty")}
            options={parts.map(({ part, position, words }) => ({
              value: `${part}-${position}`,
              label: t("partOf", { part, position, words: begins(words) }),
            }))}
          />
          <Radios
            id="rule"
            name="rule"
            label={t("rule")}
            error={errorOf("rule")}
            defaultValue={standing("rule")}
            options={safetyRules.map((rule) => ({
              value: rule,
              label: ruleName(rule),
              hint: ruleHint(rule),
            }))}
          />
        </>
      )}
    </PlatformStep>
  );
}
