"use server";

import { refresh } from "next/cache";
import { Refusal } from "@/lib/domain/refusal";
import { seenMentionForm } from "@/lib/schemas/reports/entry-forms";
import { formAction } from "@/lib/server/action";
import { seeMention } from "@/lib/server/commands/mentions/see-mention";

export const seeMentionAction = formAction(
  seenMentionForm,
  async ({ actor }, { locale: _, plan, unit, period, ...seen }) => {
    await seeMention(actor, { plan, unit, period }, seen, new Date()).catch((error: unknown) => {
      // Another window of theirs was faster: the list shows what waits now.
      if (!(error instanceof Refusal && error.code === "changedMeanwhile")) throw error;
    });
    refresh();
    return null;
  },
);
