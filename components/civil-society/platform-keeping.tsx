"use client";

import { useLocale, useTranslations } from "next-intl";
import type { FormAction } from "@/components/meetings/use-meeting-form";
import { Select } from "@/components/ui/fields/select";
import { TextField } from "@/components/ui/fields/text-field";
import { formatsOf } from "@/lib/i18n/formats";
import type { WorkingPlatformView } from "@/lib/views/commitments/platform-view";
import { PlatformStep } from "./platform-step";

/** What can be done with a platform: its members are kept, and a report of it is begun. */
export function PlatformKeeping({
  view: { members, mayKeep, organisations, years },
  hidden,
  actions,
}: {
  view: Pick<WorkingPlatformView, "members" | "mayKeep" | "organisations" | "years">;
  hidden: Record<string, string | number>;
  actions: Record<"addMember" | "endMembership" | "begin", FormAction>;
}) {
  const t = useTranslations("civilSociety.step");
  const { year: yearOf } = formatsOf(useLocale());
  const chosen = (list: readonly { id: number; name: string }[]) =>
    list.map(({ id, name }) => ({ value: String(id), label: name }));
  return (
    <>
      {years.length > 0 && (
        <PlatformStep step="begin" action={actions.begin} hidden={hidden}>
          {({ standing, errorOf }) => (
            <Select
              id="year"
              name="year"
              label={t("year")}
              error={errorOf("year")}
              defaultValue={standing("year")}
              empty={t("yearEmpty")}
              options={years.map((year) => ({ value: String(year), label: yearOf(`${year}-07-01`) }))}
            />
          )}
        </PlatformStep>
      )}
      {mayKeep && (
        <PlatformStep step="addMember" action={actions.addMember} hidden={hidden}>
          {({ standing, errorOf }) => (
            <>
              <Select
                id="organisation"
                name="organisation"
                label={t("organisation")}
                error={errorOf("organisation")}
                defaultValue={standing("organisation")}
                empty={t("organisationEmpty")}
                options={chosen(organisations)}
              />
              <TextField
                id="since"
                name="since"
                type="date"
                label={t("since")}
                error={errorOf("since")}
                defaultValue={standing("since")}
              />
            </>
          )}
        </PlatformStep>
      )}
      {mayKeep && members.length > 0 && (
        <PlatformStep step="endMembership" action={actions.endMembership} hidden={hidden}>
          {({ standing, errorOf }) => (
            <>
              <Select
                id="member"
                name="member"
                label={t("member")}
                error={errorOf("member")}
                defaultValue={standing("member")}
                empty={t("organisationEmpty")}
                options={chosen(members)}
              />
              <TextField
                id="until"
                name="until"
                type="date"
                label={t("until")}
                error={errorOf("until")}
                defaultValue={standing("until")}
              />
            </>
          )}
        </PlatformStep>
      )}
    </>
  );
}
