"use server";

import { redirect } from "next/navigation";
import { planPath, takeDownsPath } from "@/lib/i18n/paths";
import { eraseForm, restoreForm, takeDownForm } from "@/lib/schemas/take-downs/take-down-form";
import { formAction } from "@/lib/server/action";
import { eraseTakenDown } from "@/lib/server/commands/erase-taken-down";
import { restoreTakenDown } from "@/lib/server/commands/restore-taken-down";
import { takeDown } from "@/lib/server/commands/take-down";

export const takeDownAction = formAction(
  takeDownForm,
  async ({ actor }, { locale, ...asked }) => {
    await takeDown(actor, asked, new Date());
    redirect(`${takeDownsPath(planPath(locale, asked.plan))}?done=taken`);
  },
  { reasonMissing: "reason", notPublic: "part", takenDownAlready: "part" },
  ["reason"],
);

export const restoreAction = formAction(restoreForm, async ({ actor }, { locale, plan, id }) => {
  await restoreTakenDown(actor, plan, id, new Date());
  redirect(`${takeDownsPath(planPath(locale, plan))}?done=restored`);
});

export const eraseAction = formAction(eraseForm, async ({ actor }, { locale, plan, id }) => {
  await eraseTakenDown(actor, plan, id, new Date());
  redirect(`${takeDownsPath(planPath(locale, plan))}?done=erased`);
});
