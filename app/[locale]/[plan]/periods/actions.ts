"use server";

import { redirect } from "next/navigation";
import { placePath, planPath } from "@/lib/i18n/paths";
import { dueDateForm, newPeriodForm, periodStateForm, unitDueDateForm } from "@/lib/schemas/periods/period-forms";
import { formAction } from "@/lib/server/action";
import { addPeriod } from "@/lib/server/commands/periods/add-period";
import { moveDueDate } from "@/lib/server/commands/periods/move-due-date";
import { moveUnitDueDate } from "@/lib/server/commands/periods/move-unit-due-date";
import { setPeriodState } from "@/lib/server/commands/periods/set-period-state";

/** The list of periods, which says what was done to which. */
const listAfter = (locale: string, plan: string, done: "added" | "state" | "due" | "unitDue", period: string) =>
  `${placePath(planPath(locale, plan), "periods")}?${new URLSearchParams({ done, period })}`;

export const addPeriodAction = formAction(
  newPeriodForm,
  async ({ actor }, { locale, ...period }) => {
    await addPeriod(actor, period);
    redirect(listAfter(locale, period.plan, "added", period.code));
  },
  { periodCodeTaken: "code", dueBeforeEnd: "dueOn" },
);

export const setPeriodStateAction = formAction(periodStateForm, async ({ actor }, { locale, ...period }) => {
  await setPeriodState(actor, period);
  redirect(listAfter(locale, period.plan, "state", period.period));
});

export const moveDueDateAction = formAction(
  dueDateForm,
  async ({ actor }, { locale, ...period }) => {
    await moveDueDate(actor, period);
    redirect(listAfter(locale, period.plan, "due", period.period));
  },
  { dueBeforeEnd: "dueOn" },
);

export const moveUnitDueDateAction = formAction(
  unitDueDateForm,
  async ({ actor }, { locale, ...period }) => {
    await moveUnitDueDate(actor, period, new Date());
    redirect(listAfter(locale, period.plan, "unitDue", period.period));
  },
  { dueBeforeEnd: "unitDueOn", dueReasonMissing: "reason" },
  ["reason"],
);
