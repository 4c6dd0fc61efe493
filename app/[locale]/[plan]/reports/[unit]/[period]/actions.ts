"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import {
  commentEntryForm,
  evidenceEntryForm,
  indicatorEntryForm,
  narrativeEntryForm,
  replyEntryForm,
  submitEntryForm,
} from "@/lib/schemas/entry-forms";
import type { ReportAddress } from "@/lib/schemas/report-view";
import { formAction } from "@/lib/server/action";
import { addComment } from "@/lib/server/commands/add-comment";
import { addEvidence } from "@/lib/server/commands/add-evidence";
import { CellsChanged, recordIndicator } from "@/lib/server/commands/record-indicator";
import { recordNarrative } from "@/lib/server/commands/record-narrative";
import { replyToQuery } from "@/lib/server/commands/reply-to-query";
import { submitReport } from "@/lib/server/commands/submit-report";

const reportPath = (locale: string, { plan, unit, period }: ReportAddress) =>
  `/${locale}/${plan}/reports/${unit}/${period}`;
const indicatorPath = (locale: string, address: ReportAddress, indicator: string, done: string) =>
  `${reportPath(locale, address)}/indicators/${indicator}?done=${done}`;

export const recordIndicatorAction = formAction(indicatorEntryForm, async ({ actor }, form) => {
  const { address, locale, indicator, next } = form;
  await recordIndicator(actor, address, form, new Date()).catch((error: unknown) => {
    // The form shows what stands there now, and saves over it next time.
    if (error instanceof CellsChanged) refresh();
    throw error;
  });
  redirect(indicatorPath(locale, address, next && next !== "stay" ? next : indicator, "saved"));
});

export const addCommentAction = formAction(
  commentEntryForm,
  async ({ actor }, { locale, plan, unit, period, ...form }) => {
    const address = { plan, unit, period };
    await addComment(actor, address, form, new Date());
    redirect(indicatorPath(locale, address, form.indicator, "commented"));
  },
);

export const addEvidenceAction = formAction(
  evidenceEntryForm,
  async ({ actor }, { locale, plan, unit, period, ...form }) => {
    const address = { plan, unit, period };
    await addEvidence(actor, address, form, new Date());
    redirect(indicatorPath(locale, address, form.indicator, "evidence"));
  },
);

export const replyAction = formAction(replyEntryForm, async ({ actor }, { locale, plan, unit, period, ...form }) => {
  const address = { plan, unit, period };
  await replyToQuery(actor, address, form, new Date());
  redirect(indicatorPath(locale, address, form.indicator, "replied"));
});

export const recordNarrativeAction = formAction(
  narrativeEntryForm,
  async ({ actor }, { locale, plan, unit, period, ...form }) => {
    const address = { plan, unit, period };
    await recordNarrative(actor, address, form, new Date());
    redirect(`${reportPath(locale, address)}/narrative?done=saved#${form.pillar}-${form.kind}`);
  },
);

export const submitAction = formAction(submitEntryForm, async ({ actor }, { locale, plan, unit, period, ...form }) => {
  const address = { plan, unit, period };
  await submitReport(actor, address, form, new Date());
  redirect(`${reportPath(locale, address)}/check?done=submitted`);
});
