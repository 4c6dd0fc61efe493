"use server";

import { refresh } from "next/cache";
import { commentEntryForm, evidenceEntryForm, replyEntryForm } from "@/lib/schemas/entry-forms";
import { formAction } from "@/lib/server/action";
import { addComment } from "@/lib/server/commands/add-comment";
import { addEvidence } from "@/lib/server/commands/add-evidence";
import { replyToQuery } from "@/lib/server/commands/reply-to-query";

// What is said about an indicator from within the room: the page stays, with what is being typed in it, and reads anew.

export const commentInRoomAction = formAction(
  commentEntryForm,
  async ({ actor }, { locale: _, plan, unit, period, ...form }) => {
    await addComment(actor, { plan, unit, period }, form, new Date());
    refresh();
    return { key: "commented" };
  },
);

export const evidenceInRoomAction = formAction(
  evidenceEntryForm,
  async ({ actor }, { locale: _, plan, unit, period, ...form }) => {
    await addEvidence(actor, { plan, unit, period }, form, new Date());
    refresh();
    return { key: "evidence" };
  },
);

export const replyInRoomAction = formAction(
  replyEntryForm,
  async ({ actor }, { locale: _, plan, unit, period, ...form }) => {
    await replyToQuery(actor, { plan, unit, period }, form, new Date());
    refresh();
    return { key: "replied" };
  },
);
