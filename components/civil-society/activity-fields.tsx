"use client";

import { useTranslations } from "next-intl";
import { FormerNodes } from "@/components/meetings/former-nodes";
import type { Fields, Ticked } from "@/components/meetings/use-meeting-form";
import { Select } from "@/components/ui/fields/select";
import { TextField } from "@/components/ui/fields/text-field";
import { formerNodesField } from "@/lib/schemas/commitments/meeting-fields";
import { type ActivityPart, activityField } from "@/lib/schemas/commitments/platform-fields";
import type { PlatformReportFormView } from "@/lib/views/commitments/platform-view";

type Activity = PlatformReportFormView["activities"][number];

/** One activity of a member organisation. */
export function ActivityFields({
  row,
  activity,
  organisations,
  own,
  standing,
  ticked,
  errorOf,
}: Fields & {
  ticked: Ticked;
  row: number;
  /** Null for an empty row. */
  activity: Activity | null;
  organisations: PlatformReportFormView["organisations"];
  /** The organisation that an empty row begins with. */
  own: number;
}) {
  const t = useTranslations("civilSociety.form");
  const fieldOf = (part: ActivityPart, stored: string | number | null | undefined) => {
    const name = activityField(part, row);
    const defaultValue = standing(name, stored === null || stored === undefined ? "" : String(stored));
    return { id: name, name, error: errorOf(name), defaultValue, autoComplete: "off" };
  };
  return (
    <fieldset className="field whole">
      <legend>{t("activity", { row })}</legend>
      <TextField {...fieldOf("title", activity?.title)} label={t("name")} maxLength={200} />
      <Select
        {...fieldOf("organisation", activity?.organisationId ?? own)}
        label={t("organisation")}
        empty={t("organisationEmpty")}
        options={organisations.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <TextField {...fieldOf("place", activity?.place)} label={t("place")} hint={t("placeHint")} maxLength={200} />
      <TextField {...fieldOf("time", activity?.time)} label={t("time")} maxLength={100} />
      <TextField
        {...fieldOf("nodes", activity?.nodes.join(", "))}
        label={t("nodes")}
        hint={t("nodesHint")}
        maxLength={200}
      />
      <FormerNodes
        name={formerNodesField(activityField("nodes", row))}
        nodes={activity?.formerNodes ?? []}
        {...{ ticked, errorOf }}
      />
      <TextField
        {...fieldOf("officials", activity?.officials)}
        label={t("officials")}
        inputMode="numeric"
        maxLength={7}
      />
      <TextField
        {...fieldOf("community", activity?.community)}
        label={t("community")}
        hint={t("communityHint")}
        inputMode="numeric"
        maxLength={7}
      />
      <TextField {...fieldOf("reach", activity?.reach)} label={t("reach")} maxLength={500} />
    </fieldset>
  );
}
