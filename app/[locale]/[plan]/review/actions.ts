"use server";

import { redirect } from "next/navigation";
import { ownNoteId } from "@/components/review/indicators/list-place";
import { decisionPath, placePath, planPath, reviewPath } from "@/lib/i18n/paths";
import {
  approveForm,
  ownNoteForm,
  reopenReportForm,
  returnReportForm,
  reviewAnswersForm,
  sharesForm,
} from "@/lib/schemas/reports/review-forms";
import { formAction } from "@/lib/server/action";
import { approveReport } from "@/lib/server/commands/approve-report";
import { nameInQuery } from "@/lib/server/commands/mentions/name-in-query";
import { recordReviewAnswers } from "@/lib/server/commands/record-review-answers";
import { reopenReport } from "@/lib/server/commands/reopen-report";
import { returnReport } from "@/lib/server/commands/return-report";
import { acceptClean } from "@/lib/server/commands/review/accept-clean";
import { shareReview } from "@/lib/server/commands/review/share-review";
import { undoAcceptance } from "@/lib/server/commands/review/undo-acceptance";
import { writeNote } from "@/lib/server/commands/review/write-note";
import type { ReportAddress } from "@/lib/views/report-view";

const listOf = (locale: string, plan: string) => placePath(planPath(locale, plan), "review");
const hereOf = (locale: string, { plan, ...report }: ReportAddress) => reviewPath(planPath(locale, plan), report);

/** The page that it was done on, which says what was done, and of how many indicators. */
const backTo = (
  locale: string,
  address: ReportAddress,
  { tab, goal }: Record<"tab" | "goal", string>,
  done:
    | { done: "saved" | "shared" }
    | { done: "undone"; of: string }
    | { done: "noteKept" | "noteForgotten"; open: string },
) => `${hereOf(locale, address)}?${new URLSearchParams({ ...(tab && { tab }), ...(goal && { goal }), ...done })}`;

export const saveReviewAnswersAction = formAction(
  reviewAnswersForm,
  async ({ actor }, { locale, address, tab, goal, next, clean, acceptance, named, ...answers }) => {
    await recordReviewAnswers(actor, address, answers, new Date());
    const { submission } = answers;
    for (const each of named) await nameInQuery(actor, address, { ...each, submission, isNamed: true }, new Date());
    if (next === "clean") await acceptClean(actor, address, { submission, indicators: clean }, new Date());
    if (next === "undo") {
      const { takenBack } = await undoAcceptance(actor, address, { submission, acceptance }, new Date());
      redirect(backTo(locale, address, { tab, goal }, { done: "undone", of: String(takenBack.length) }));
    }
    if (next === "leave") redirect(listOf(locale, address.plan));
    if (next === "return" || next === "approve") redirect(decisionPath(hereOf(locale, address), next));
    redirect(backTo(locale, address, { tab, goal }, { done: "saved" }));
  },
);

export const shareReviewAction = formAction(
  sharesForm,
  async ({ actor }, { locale, plan, unit, period, tab, goal, ...form }) => {
    const address = { plan, unit, period };
    await shareReview(actor, address, form, new Date());
    redirect(backTo(locale, address, { tab, goal }, { done: "shared" }));
  },
);

export const writeNoteAction = formAction(
  ownNoteForm,
  async ({ actor }, { locale, plan, unit, period, tab, goal, ...note }) => {
    const address = { plan, unit, period };
    const { rowVersion } = await writeNote(actor, address, note, new Date());
    const done = rowVersion === 0 ? "noteForgotten" : "noteKept";
    redirect(`${backTo(locale, address, { tab, goal }, { done, open: note.indicator })}#${ownNoteId}`);
  },
);

export const returnAction = formAction(
  returnReportForm,
  async ({ actor }, { locale, plan, unit, period, ...transition }) => {
    const address = { plan, unit, period };
    await returnReport(actor, address, transition, new Date());
    redirect(`${hereOf(locale, address)}?done=returned`);
  },
  { reasonMissing: "reason" },
  ["reason"],
);

export const approveAction = formAction(
  approveForm,
  async ({ actor }, { locale, plan, unit, period, ...transition }) => {
    const address = { plan, unit, period };
    await approveReport(actor, address, transition, new Date());
    redirect(`${hereOf(locale, address)}?done=approved`);
  },
);

export const reopenAction = formAction(
  reopenReportForm,
  async ({ actor }, { locale, plan, unit, period, ...transition }) => {
    const address = { plan, unit, period };
    await reopenReport(actor, address, transition, new Date());
    redirect(`${hereOf(locale, address)}?done=reopened`);
  },
  { reasonMissing: "reason" },
  ["reason", "readersReason"],
);
