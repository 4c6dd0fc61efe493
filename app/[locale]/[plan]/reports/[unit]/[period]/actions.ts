"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { Refusal } from "@/lib/domain/refusal";
import { checkPath, entryPath, narrativePath, planPath, reportPath } from "@/lib/i18n/paths";
import {
  carryEntryForm,
  commentEntryForm,
  confirmEntryForm,
  evidenceEntryForm,
  indicatorEntryForm,
  narrativesEntryForm,
  reasonsEntryForm,
  removedEvidenceEntryForm,
  replyEntryForm,
  submitEntryForm,
  withdrawEntryForm,
} from "@/lib/schemas/reports/entry-forms";
import { formAction } from "@/lib/server/action";
import { addComment } from "@/lib/server/commands/add-comment";
import { addEvidence } from "@/lib/server/commands/evidence/add-evidence";
import { removeEvidence } from "@/lib/server/commands/evidence/remove-evidence";
import { recordNarratives, TextsChanged } from "@/lib/server/commands/record-narratives";
import { replyToQuery } from "@/lib/server/commands/reply-to-query";
import { submitReport } from "@/lib/server/commands/submit-report";
import { carryValues } from "@/lib/server/commands/values/carry-values";
import { confirmValues } from "@/lib/server/commands/values/confirm-values";
import { CellsChanged, recordIndicator } from "@/lib/server/commands/values/record-indicator";
import { recordReasons } from "@/lib/server/commands/values/record-reasons";
import { withdrawSubmission } from "@/lib/server/commands/withdraw-submission";
import type { ReportAddress } from "@/lib/views/report-view";

const hereOf = (locale: string, { plan, ...report }: ReportAddress) => reportPath(planPath(locale, plan), report);
// The moment makes each success another page, so that no form goes on showing what was wrong before.
const savedOf = (locale: string, address: ReportAddress, indicator: string, shown: string) =>
  `${entryPath(hereOf(locale, address), shown)}?done=saved&of=${indicator}`;

export const recordIndicatorAction = formAction(indicatorEntryForm, async ({ actor }, form, lookedAt) => {
  const { address, locale, indicator, next, from } = form;
  await recordIndicator(actor, address, form, new Date(), lookedAt).catch((error: unknown) => {
    // The form shows what stands there now, and saves over it next time.
    if (error instanceof CellsChanged) refresh();
    throw error;
  });
  const back = from ? `&from=${from}` : "";
  redirect(
    `${savedOf(locale, address, indicator, next && next !== "stay" ? next : indicator)}${back}&at=${Date.now()}`,
  );
});

// What is said about an indicator: the page stays, with what is being typed elsewhere on it, and reads anew.

export const commentAction = formAction(
  commentEntryForm,
  async ({ actor }, { locale: _, plan, unit, period, ...form }) => {
    await addComment(actor, { plan, unit, period }, form, new Date());
    refresh();
    return { key: "commented" };
  },
  {},
  ["body"],
);

export const evidenceAction = formAction(
  evidenceEntryForm,
  async ({ actor }, { locale: _, plan, unit, period, ...form }) => {
    await addEvidence(actor, { plan, unit, period }, form, new Date());
    refresh();
    return { key: "evidence" };
  },
  {},
  ["title"],
);

// A file is added past server actions, which carry none: app/api/reports.

export const removeEvidenceAction = formAction(
  removedEvidenceEntryForm,
  async ({ actor }, { locale: _, plan, unit, period, evidence }) => {
    const isRemoved = await removeEvidence(actor, { plan, unit, period }, evidence, new Date());
    refresh();
    return { key: isRemoved ? "removed" : "gone" };
  },
);

export const replyAction = formAction(
  replyEntryForm,
  async ({ actor }, { locale: _, plan, unit, period, ...form }) => {
    // Also a refused one: another reply stands there then.
    await replyToQuery(actor, { plan, unit, period }, form, new Date()).finally(refresh);
    return { key: "replied" };
  },
  {},
  ["reply"],
);

export const recordNarrativesAction = formAction(narrativesEntryForm, async ({ actor }, form, lookedAt) => {
  const { address, locale, texts } = form;
  await recordNarratives(actor, address, texts, new Date(), lookedAt).catch((error: unknown) => {
    if (error instanceof TextsChanged) refresh();
    throw error;
  });
  redirect(`${narrativePath(hereOf(locale, address))}?done=saved&at=${Date.now()}`);
});

export const submitAction = formAction(submitEntryForm, async ({ actor }, { locale, plan, unit, period, ...form }) => {
  const address = { plan, unit, period };
  await submitReport(actor, address, form, new Date());
  redirect(`${checkPath(hereOf(locale, address))}?done=submitted`);
});

export const recordReasonsAction = formAction(reasonsEntryForm, async ({ actor }, { address, locale, given }) => {
  const { recorded, answered } = await recordReasons(actor, address, { given }, new Date());
  const done = new URLSearchParams({ done: "reasons", recorded: `${recorded.length}`, answered: `${answered.length}` });
  redirect(`${checkPath(hereOf(locale, address))}?${done}&at=${Date.now()}#blanks`);
});

export const carryAction = formAction(carryEntryForm, async ({ actor }, { locale, wanted, ...address }) => {
  const one = wanted === "unanswered" ? null : wanted;
  const { carried } = await carryValues(actor, address, { wanted: one === null ? "unanswered" : [one] }, new Date());
  const here = hereOf(locale, address);
  const done = `done=carried&carried=${carried.length}&at=${Date.now()}`;
  redirect(`${one === null ? checkPath(here) : entryPath(here, one)}?${done}`);
});

export const confirmAction = formAction(confirmEntryForm, async ({ actor }, { locale, indicators, ...address }) => {
  await confirmValues(actor, address, { indicators }, new Date());
  redirect(`${checkPath(hereOf(locale, address))}?done=confirmed&at=${Date.now()}`);
});

export const withdrawAction = formAction(
  withdrawEntryForm,
  async ({ actor }, { locale, plan, unit, period, ...transition }) => {
    const address = { plan, unit, period };
    const here = checkPath(hereOf(locale, address));
    await withdrawSubmission(actor, address, transition, new Date()).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      // As the report stands now the form may be gone, and what it would say with it.
      if (error.code === "changedMeanwhile") redirect(`${here}?done=overtaken`);
      refresh();
      throw error;
    });
    redirect(`${here}?done=withdrawn`);
  },
);
