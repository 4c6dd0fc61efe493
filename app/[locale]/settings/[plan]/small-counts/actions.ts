"use server";

import { redirect } from "next/navigation";
import { Refusal } from "@/lib/domain/refusal";
import { smallCountsPath } from "@/lib/i18n/paths";
import { thresholdForm } from "@/lib/schemas/settings/threshold-form";
import { formAction } from "@/lib/server/action";
import { setThreshold } from "@/lib/server/commands/set-threshold";

export const setThresholdAction = formAction(thresholdForm, async ({ actor }, { locale, ...form }) => {
  const page = smallCountsPath(locale, form.plan);
  try {
    await setThreshold(actor, form, new Date());
  } catch (error) {
    // What would change now is shown at once.
    if (!(error instanceof Refusal && error.code === "thresholdPreviewChanged")) throw error;
    redirect(`${page}?${new URLSearchParams({ threshold: String(form.threshold), done: "changed" })}`);
  }
  redirect(`${page}?done=set`);
});
