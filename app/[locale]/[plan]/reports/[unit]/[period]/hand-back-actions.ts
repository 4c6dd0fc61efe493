"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { checkPath, planPath, reportPath } from "@/lib/i18n/paths";
import { askAgainForm, handBackForm, takeBackForm } from "@/lib/schemas/assignments/assignment-forms";
import { takeOverForm } from "@/lib/schemas/reports/entry-forms";
import { formAction } from "@/lib/server/action";
import { askAgain } from "@/lib/server/commands/assignments/ask-again";
import { handBack } from "@/lib/server/commands/assignments/hand-back";
import { takeOver } from "@/lib/server/commands/assignments/take-over";
import { withdrawHandBack } from "@/lib/server/commands/assignments/withdraw-hand-back";
import type { ReportAddress } from "@/lib/views/report-view";

// The moment makes each success another page, so that no form goes on showing what was wrong before.
const doneOf = (locale: string, { plan, ...report }: ReportAddress, done: string) =>
  `${checkPath(reportPath(planPath(locale, plan), report))}?done=${done}&at=${Date.now()}`;

export const handBackAction = formAction(
  handBackForm,
  async ({ actor }, { locale, comment, ...address }) => {
    await handBack(actor, address, comment, new Date());
    redirect(doneOf(locale, address, "handedBack"));
  },
  { leftUnexplained: "comment" },
  ["comment"],
);

export const takeBackAction = formAction(takeBackForm, async ({ actor }, { locale, ...address }) => {
  await withdrawHandBack(actor, address, new Date());
  redirect(doneOf(locale, address, "takenBack"));
});

export const askAgainAction = formAction(
  askAgainForm,
  async ({ actor }, { locale, ...form }) => {
    const { handBack, reason, ...address } = form;
    await askAgain(actor, address, { handBack, reason }, new Date());
    redirect(doneOf(locale, address, "askedAgain"));
  },
  {},
  ["reason"],
);

/** In the entry form, which stays with what is being typed in it, and reads anew. */
export const takeOverAction = formAction(
  takeOverForm,
  async ({ actor }, { locale: _, indicator, assigned, ...address }) => {
    await takeOver(actor, address, { indicator, assigned }, new Date());
    refresh();
    return null;
  },
);
