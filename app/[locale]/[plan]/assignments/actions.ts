"use server";

import { refresh } from "next/cache";
import { assignmentForm, copyAssignmentsForm } from "@/lib/schemas/assignments/assignment-forms";
import { formAction } from "@/lib/server/action";
import { assignIndicators } from "@/lib/server/commands/assignments/assign-indicators";
import { copyAssignments } from "@/lib/server/commands/assignments/copy-assignments";

// The page stays, and reads anew: what isn't saved yet is still ticked.

export const assignIndicatorsAction = formAction(assignmentForm, async ({ actor }, { locale: _, ...form }) => {
  const { plan, unit, period, ...ticks } = form;
  const { added, removed, refused, others } = await assignIndicators(actor, { plan, unit, period }, ticks, new Date());
  refresh();
  const marks = [...others.added, ...others.removed].join(";");
  return {
    key: "saved",
    args: { added, removed, refused, othersAdded: others.added.length, othersRemoved: others.removed.length, marks },
  };
});

export const copyAssignmentsAction = formAction(copyAssignmentsForm, async ({ actor }, { locale: _, ...address }) => {
  const { added, from } = await copyAssignments(actor, address, new Date());
  refresh();
  return { key: "done", args: { added, from } };
});
