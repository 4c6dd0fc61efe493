"use server";

import { redirect } from "next/navigation";
import { placePath, planPath } from "@/lib/i18n/paths";
import { reminderForm } from "@/lib/schemas/periods/period-forms";
import { formAction } from "@/lib/server/action";
import { remind } from "@/lib/server/commands/periods/remind";

export const remindAction = formAction(reminderForm, async ({ actor }, { locale, shown, ...address }) => {
  await remind(actor, address, new Date());
  const query = new URLSearchParams({ ...(shown && { period: shown }), reminded: `${address.unit} ${address.period}` });
  redirect(`${placePath(planPath(locale, address.plan), "completeness")}?${query}`);
});
