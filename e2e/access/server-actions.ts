import { readFileSync } from "node:fs";
import path from "node:path";
import type { APIRequestContext } from "@playwright/test";
import { indicator, report } from "./routes";

// Server actions are addresses of their own: whoever knows an id can call it from anywhere, whatever pages show.

const address = { plan: "spaiv", unit: "KHM", period: "2017", locale: "en" };
const entryForm = `/en/spaiv/reports/${report}`;
const review = `/en/spaiv/review/${report}`;
const remark = { ...address, indicator };

/** What each server action about a report or a publication takes, whose it is, and a page that has it. */
export const actions: Record<string, { owner: string; page: string; fields: Record<string, string> }> = {
  recordIndicatorAction: {
    owner: "focal.cambodia",
    page: `${entryForm}/indicators/${indicator}`,
    fields: { ...remark, "total|numerator": "1", "total|denominator": "2", "total|revision": "1", next: "stay" },
  },
  commentAction: {
    owner: "focal.cambodia",
    page: `${entryForm}/indicators/${indicator}`,
    fields: { ...remark, body: "Made up: from a stranger." },
  },
  seeMentionAction: {
    owner: "focal.cambodia",
    page: "/en/spaiv/work",
    fields: { ...remark, kind: "comment", last: "1" },
  },
  evidenceAction: {
    owner: "focal.cambodia",
    page: `${entryForm}/indicators/${indicator}`,
    fields: { ...remark, title: "Made up", url: "https://example.org/" },
  },
  removeEvidenceAction: {
    owner: "focal.cambodia",
    page: `${entryForm}/indicators/${indicator}`,
    fields: { ...address, evidence: "1" },
  },
  replyAction: {
    owner: "focal.cambodia",
    page: `${entryForm}/indicators/${indicator}`,
    fields: { ...remark, reply: "Made up: from a stranger." },
  },
  recordNarrativesAction: {
    owner: "focal.cambodia",
    page: `${entryForm}/narrative`,
    fields: { ...address, "text|P1|progress": "Made up: from a stranger.", "rowVersion|P1|progress": "1" },
  },
  importAction: {
    owner: "focal.cambodia",
    page: `${entryForm}/import`,
    fields: { ...address, sha256: "0".repeat(64), fileName: "made-up.csv", seen: '{"imported":[],"conflicts":[]}' },
  },
  submitAction: {
    owner: "focal.cambodia",
    page: `${entryForm}/check`,
    fields: { ...address, rowVersion: "1", revisions: "1", approver: "Made up", approverFunction: "Made up" },
  },
  recordReasonsAction: {
    owner: "focal.cambodia",
    page: `${entryForm}/check`,
    fields: { ...address, [`reason|${indicator}`]: "notCollected" },
  },
  assignIndicatorsAction: {
    owner: "focal.cambodia",
    page: "/en/spaiv/assignments?unit=KHM&period=2017",
    fields: { ...address, by: "persons", seen: "", assigned: `${indicator} 1` },
  },
  copyAssignmentsAction: {
    owner: "focal.cambodia",
    page: "/en/spaiv/assignments?unit=KHM&period=2017",
    fields: { ...address },
  },
  // Nobody is a contributor of that country.
  // It is nobody's but the focal points' already.
  takeOverAction: { owner: "nobody", page: entryForm, fields: { ...remark, assigned: "1" } },
  handBackAction: { owner: "nobody", page: `${entryForm}/check`, fields: { ...address, comment: "Made up." } },
  takeBackAction: { owner: "nobody", page: `${entryForm}/check`, fields: { ...address } },
  // Nobody holds the number of that hand-back.
  askAgainAction: {
    owner: "focal.cambodia",
    page: `${entryForm}/check`,
    fields: { ...address, handBack: "999999", reason: "Made up: from a stranger." },
  },
  // Of a version that nobody saw: the report stays submitted for those that follow.
  carryAction: {
    owner: "focal.cambodia",
    page: `${entryForm}/check`,
    fields: { ...address, wanted: "unanswered" },
  },
  confirmAction: {
    owner: "focal.cambodia",
    page: `${entryForm}/check`,
    fields: { ...address, indicators: indicator },
  },
  withdrawAction: { owner: "focal.cambodia", page: `${entryForm}/check`, fields: { ...address, rowVersion: "99" } },
  // Of shares that nobody saw: nothing is taken from those who review.
  shareReviewAction: { owner: "secretariat", page: review, fields: { ...address, seen: "G1:999999", goals: "G1" } },
  writeNoteAction: {
    owner: "secretariat",
    page: `${review}?open=${indicator}`,
    fields: { ...remark, body: "Made up: from a stranger.", rowVersion: "0" },
  },
  saveReviewAnswersAction: {
    owner: "secretariat",
    page: review,
    fields: { ...address, submission: "1", seen: `${indicator}:`, [`answer:${indicator}`]: "accept", next: "stay" },
  },
  returnAction: { owner: "secretariat", page: review, fields: { ...address, rowVersion: "1", reason: "Made up." } },
  approveAction: { owner: "secretariat", page: review, fields: { ...address, rowVersion: "1" } },
  reopenAction: {
    owner: "secretariat",
    page: "/en/spaiv/review/KHM/2016",
    fields: { ...address, period: "2016", rowVersion: "1", reason: "Made up.", readersReason: "Made up." },
  },
  nameReleaseAction: {
    owner: "secretariat",
    page: "/en/spaiv/publications/releases",
    fields: {
      plan: "spaiv",
      locale: "en",
      code: "made-up",
      version: "2",
      title: "Made up",
      notes: "",
      titleTh: "",
      notesTh: "",
    },
  },
  takeDownAction: {
    owner: "secretariat",
    page: "/en/spaiv/review/KHM/2016/take-down",
    fields: { ...address, period: "2016", part: "P1 progress", reason: "Made up." },
  },
  restoreAction: {
    owner: "secretariat",
    page: "/en/spaiv/review/take-downs",
    fields: { plan: "spaiv", locale: "en", id: "1" },
  },
  eraseAction: {
    owner: "secretariat",
    page: "/en/spaiv/review/take-downs",
    fields: { plan: "spaiv", locale: "en", id: "1", isCertain: "on" },
  },
  setPeriodStateAction: {
    owner: "secretariat",
    page: "/en/spaiv/periods/2018/close",
    fields: { plan: "spaiv", period: "2018", from: "open", to: "closed", locale: "en" },
  },
  addPeriodAction: {
    owner: "secretariat",
    page: "/en/spaiv/periods/new",
    fields: { plan: "spaiv", locale: "en", after: "2018", code: "2019", frequency: "annual", dueOn: "2020-03-31" },
  },
  moveDueDateAction: {
    owner: "secretariat",
    page: "/en/spaiv/periods/2018/due-dates",
    fields: { plan: "spaiv", period: "2018", locale: "en", from: "2019-03-31", dueOn: "2019-04-30" },
  },
  moveUnitDueDateAction: {
    owner: "secretariat",
    page: "/en/spaiv/periods/2018/due-dates",
    fields: {
      plan: "spaiv",
      period: "2018",
      locale: "en",
      unit: "LAO",
      seen: "",
      unitDueOn: "2019-05-31",
      reason: "Made up.",
    },
  },
  remindAction: {
    owner: "secretariat",
    page: "/en/spaiv/completeness",
    fields: { plan: "spaiv", unit: "LAO", period: "2017", locale: "en", shown: "" },
  },
  // In this order: the first publication of a database has the number of those that follow.
  requestPublicationAction: {
    owner: "focal.cambodia",
    page: "/en/spaiv/publications/new",
    fields: {
      ...address,
      period: "2016",
      kind: "country",
      sections: "findings",
      language: "en",
      view: "internal",
      formats: "html",
    },
  },
  cancelPublicationAction: {
    owner: "focal.cambodia",
    page: "/en/spaiv/publications",
    fields: { plan: "spaiv", id: "1", locale: "en" },
  },
  makePublicationAgainAction: {
    owner: "focal.cambodia",
    page: "/en/spaiv/publications",
    fields: { plan: "spaiv", id: "1", locale: "en" },
  },
  deletePublicationAction: {
    owner: "focal.cambodia",
    page: "/en/spaiv/publications",
    fields: { plan: "spaiv", id: "1", locale: "en" },
  },
};
/** About nobody but the asker, or whoever has a link that works. */
export const openActions = [
  "chooseMailAction",
  "signInAction",
  "signInCodeAction",
  "signOutAction",
  "changePasswordAction",
  "endSessionAction",
  "endOtherSessionsAction",
  "beginTwoStepAction",
  "confirmTwoStepAction",
  "renewRecoveryCodesAction",
  "switchOffTwoStepAction",
  "acceptInvitationAction",
  "joinByInvitationAction",
  "resetPasswordAction",
  "forgotPasswordAction",
  "unlinkIdentityAction",
  "renamePasskeyAction",
  "removePasskeyAction",
];

/** Calls a server action as the browser's script does, and gives what it answered. */
export async function call(
  request: APIRequestContext,
  origin: string,
  id: string,
  { page, fields }: { page: string; fields: Record<string, string> },
): Promise<string> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(`_1_${name}`, value);
  // The arguments come last: no page whose person it would say, the state before, and the form.
  form.append("0", '[null,null,"$K1"]');
  const response = await request.post(page, {
    headers: { "next-action": id, accept: "text/x-component", origin },
    multipart: form,
    maxRedirects: 0,
  });
  return `${response.headers()["x-action-redirect"] ?? ""} ${await response.text()}`;
}
/** The code of the refusal that it answered; undefined where it did something. */
export const refusedAs = (answer: string) => /"refusal":\{"code":"(\w+)"/.exec(answer)?.[1];

export interface ServerAction {
  id: string;
  name: string;
}

/** Every server action of the build. */
export function serverActions(): ServerAction[] {
  const file = path.resolve(import.meta.dirname, "../../.next/standalone/.next/server/server-reference-manifest.json");
  const { node } = JSON.parse(readFileSync(file, "utf8")) as { node: Record<string, { exportedName: string }> };
  return Object.entries(node).map(([id, { exportedName }]) => ({ id, name: exportedName }));
}
