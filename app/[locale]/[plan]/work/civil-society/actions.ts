"use server";

import { redirect } from "next/navigation";
import { planPath, workPlatformPath, workPlatformReportPath } from "@/lib/i18n/paths";
import { spokenLocale } from "@/lib/i18n/routing";
import {
  addMemberForm,
  beginPlatformReportForm,
  endMembershipForm,
  type PlatformReportSeen,
  platformReportForm,
  platformReportStepForm,
  presentPlatformReportForm,
  reportFilesForm,
  takeDownPartForm,
} from "@/lib/schemas/commitments/platform-forms";
import { mustHaveLooked } from "@/lib/schemas/forms/must-have-looked";
import { formAction } from "@/lib/server/action";
import { addMember } from "@/lib/server/commands/civil-society/add-member";
import { agreeToPlatformReport } from "@/lib/server/commands/civil-society/agree-to-platform-report";
import { beginPlatformReport } from "@/lib/server/commands/civil-society/begin-platform-report";
import { closeAgreement } from "@/lib/server/commands/civil-society/close-agreement";
import { deletePlatformReport } from "@/lib/server/commands/civil-society/delete-platform-report";
import { endMembership } from "@/lib/server/commands/civil-society/end-membership";
import { presentPlatformReport } from "@/lib/server/commands/civil-society/present-platform-report";
import { reopenPlatformReport } from "@/lib/server/commands/civil-society/reopen-platform-report";
import { requestReportFiles } from "@/lib/server/commands/civil-society/request-report-files";
import { takeDownPlatformPart } from "@/lib/server/commands/civil-society/take-down-platform-part";
import { writePlatformReport } from "@/lib/server/commands/civil-society/write-platform-report";
import { takeDownAnswer } from "@/lib/server/commands/commitments/take-down-answer";

const platformDone = (locale: string, { plan, unit }: { plan: string; unit: string }, what: string) =>
  redirect(`${workPlatformPath(planPath(locale, plan), unit)}?done=${what}`);
const done = (locale: string, { plan, unit, year }: Omit<PlatformReportSeen, "rowVersion">, what: string) =>
  redirect(`${workPlatformReportPath(planPath(locale, plan), { unit, year })}?done=${what}`);

export const addMemberAction = formAction(
  addMemberForm,
  async ({ actor }, { locale, organisation, since, ...address }) => {
    await addMember(actor, address, { organisationId: organisation, since }, new Date());
    return platformDone(locale, address, "member");
  },
  { platformMemberAlready: "organisation" },
);

export const endMembershipAction = formAction(
  endMembershipForm,
  async ({ actor }, { locale, member, until, ...address }) => {
    await endMembership(actor, address, { member, until }, new Date());
    return platformDone(locale, address, "left");
  },
);

export const beginPlatformReportAction = formAction(
  beginPlatformReportForm,
  async ({ actor }, { locale, year, ...address }) => {
    await beginPlatformReport(actor, address, { year, language: spokenLocale(locale) }, new Date());
    return done(locale, { ...address, year }, "begun");
  },
  { platformReportBegun: "year" },
);

export const writePlatformReportAction = formAction(
  platformReportForm,
  async ({ actor }, { locale, seen, words, said }, lookedAt) => {
    mustHaveLooked(lookedAt, said);
    await writePlatformReport(actor, seen, words, new Date());
    return done(locale, seen, "written");
  },
);

export const agreeToPlatformReportAction = formAction(
  platformReportStepForm,
  async ({ actor }, { locale, ...seen }) => {
    await agreeToPlatformReport(actor, seen, new Date());
    return done(locale, seen, "agree");
  },
);

export const closeAgreementAction = formAction(platformReportStepForm, async ({ actor }, { locale, ...seen }) => {
  await closeAgreement(actor, seen, new Date());
  return done(locale, seen, "close");
});

export const reopenPlatformReportAction = formAction(platformReportStepForm, async ({ actor }, { locale, ...seen }) => {
  await reopenPlatformReport(actor, seen);
  return done(locale, seen, "reopen");
});

export const deletePlatformReportAction = formAction(platformReportStepForm, async ({ actor }, { locale, ...seen }) => {
  await deletePlatformReport(actor, seen);
  return platformDone(locale, seen, "deleted");
});

export const requestReportFilesAction = formAction(
  reportFilesForm,
  async ({ actor }, { locale, language, ...address }) => {
    await requestReportFiles(actor, address, language, new Date());
    return done(locale, address, "files");
  },
);

export const presentPlatformReportAction = formAction(
  presentPlatformReportForm,
  async ({ actor }, { locale, meeting, ...seen }) => {
    await presentPlatformReport(actor, seen, { meeting }, new Date());
    return done(locale, seen, "present");
  },
);

export const takeDownPlatformPartAction = formAction(
  takeDownPartForm,
  async ({ actor }, { locale, part, rule, isCertain: _, ...seen }) => {
    const now = new Date();
    if ("point" in part) {
      await takeDownAnswer(actor, { ...seen, point: part.point }, part.answer, rule, now);
      return done(locale, seen, "takeDown");
    }
    const { isKeptByAudit } = await takeDownPlatformPart(actor, seen, { ...part, rule }, now);
    return done(locale, seen, isKeptByAudit ? "takeDownKept" : "takeDown");
  },
);
