import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { blockedKinds, warnedKinds } from "@/lib/domain/free-text/found-part";
import type { RefusalArgs, RefusalCode } from "@/lib/domain/refusal";
import { fieldProblems } from "@/lib/schemas/forms/field-problems";
import { changePasswordSchema, signInSchema } from "@/lib/schemas/forms/sign-in";
import { evidenceForm } from "@/lib/schemas/reports/report-forms";
import { reportStates } from "../domain/reports/report-state";
import errors from "./messages/en/errors.json";

/** One example of each refusal; a code without an example doesn't compile. */
const examples: { [C in RefusalCode]: RefusalArgs[C] } = {
  notFound: {},
  notAllowed: {},
  notAssigned: {},
  signedOut: {},
  otherPerson: { name: "Made-up person" },
  otherPersonStays: { name: "Made-up person" },
  unanswered: {},
  commandUnanswered: {},
  stillSignedIn: {},
  passwordUnanswered: {},
  signInUnanswered: {},
  changedMeanwhile: {},
  consequencesChanged: {},
  thresholdPreviewChanged: {},
  answeredMeanwhile: { by: "Made-up person", at: "25 November 2026 at 11:00", answer: "query", query: "Is it all?" },
  repliedMeanwhile: { by: "you", at: "25 November 2026 at 11:00", reply: "It is." },
  cannotBeTold: { people: "Made-up person" },
  valuesChanged: { codes: "G1.1.1-a", more: 2, by: "you", at: "25 November 2026 at 11:00" },
  locked: { lock: "periodClosed" },
  reasonMissing: {},
  leftUnexplained: { left: 3 },
  cellNotAdmitted: { cell: "sex=female" },
  submissionBlocked: { blocks: 2 },
  reviewBegun: {},
  keyActionMissing: {},
  keyActionPast: {},
  keyActionsFull: { most: 10 },
  recommendationsFull: { most: 20 },
  queriesUnanswered: { queries: 1, codes: "G1.2-a", by: "Made-up Reviewer" },
  queriesChanged: { count: 2, codes: "G1.1.1-a, G5.2-a" },
  sharesChanged: {},
  undecidedMeanwhile: { count: 2, codes: "G1.1.1-a, G5.2-a" },
  valuesOutsideLimits: { indicators: 2, codes: "G1.1.1-a, G5.2-a" },
  definitionsMissing: { definitions: "G5.2-a (1)" },
  releaseCodeTaken: {},
  meetingCodeTaken: {},
  platformMemberAlready: {},
  platformReportBegun: {},
  platformPriorityMissing: {},
  platformAgreementMissing: {},
  platformNothingStands: {},
  youngPersonInWords: { found: "Malee, a 15-year-old" },
  notPublic: {},
  takenDownAlready: {},
  reportOpen: {},
  versionNamed: { code: "june-2018" },
  resultsTooLarge: { indicator: "G5.2-a" },
  logoNotPng: {},
  sourceUnknown: {},
  sourceHeic: {},
  sourceOldOffice: {},
  sourceEncrypted: {},
  sourceSigned: {},
  sourceActive: {},
  sourceDeletions: {},
  sourceHiddenSheets: {},
  sourceHiddenSlides: {},
  sourcePivots: {},
  sourceMacros: {},
  sourceLinked: {},
  sourceUncleanable: {},
  sourceTooDemanding: {},
  sourceDamaged: {},
  sourceConsentMissing: {},
  sourceFilesFull: { most: 5 },
  sourceBusy: {},
  logoTooWide: { pixels: 2000 },
  evidenceFull: { most: 20 },
  sourceInfected: {},
  sourceUnchecked: {},
  sourceStoreAway: {},
  fileChanged: {},
  conflictsUnresolved: { conflicts: 3 },
  invalid: { fields: 2 },
  wrongCredentials: {},
  throttled: { minutes: 14 },
  wrongPassword: {},
  wrongCode: {},
  signInOver: {},
  identityRefused: {},
  twoStepOnAlready: {},
  twoStepOff: {},
  twoStepRequired: {},
  twoStepSetUpOver: {},
  twoStepOfDemo: {},
  passkeyRefused: {},
  passkeyOver: {},
  passkeyCopied: {},
  passkeyCancelled: {},
  passkeyFailed: {},
  passkeyKnown: {},
  passkeysFull: { most: 10 },
  passkeysNotOffered: {},
  passkeyOfDemo: {},
  emailTaken: { email: "a@example.org" },
  organisationNameTaken: { name: "Made-up ministry" },
  linkInvalid: {},
  linkAskedTooOften: { minutes: 14 },
  linkNotMailed: {},
  invitationOver: {},
  lastAdministrator: {},
  personNotDisabled: {},
  personErased: {},
  notOfUnit: {},
  weakPassword: { weakness: "passwordTooShort" },
  auditAltered: { sequence: 3 },
  wordsInUse: { indicator: "G1.1-a" },
  planInUse: {},
  periodCodeTaken: {},
  meetingNotBegun: { startsOn: "5 November 2018" },
  meetingPeriodRefused: { period: "2019" },
  frequencyDiffers: {},
  dueBeforeEnd: { endsOn: "31 December 2019" },
  dueReasonMissing: {},
  nobodyToRemind: {},
  remindedToday: {},
  demoPassword: {},
};

const t = createTranslator<{ errors: Record<string, string> }>({
  locale: "en",
  messages: { errors },
  onError: (error) => {
    throw error;
  },
});
const sentence = (key: string, args: Record<string, string | number> = {}) => t(`errors.${key}`, args);

describe("every refusal has a sentence", () => {
  it.each(Object.entries(examples))("%s", (code, args) => {
    expect(sentence(code, { ...args })).toMatch(/^[A-Z0-9].+/);
  });

  it("and every lock one of its own", () => {
    const locks = [...reportStates, "periodNotStarted", "periodClosed", "periodLocked"];
    const sentences = new Set(locks.map((lock) => sentence("locked", { lock })));
    expect(sentences.size).toBe(locks.length);
    expect(sentences).not.toContain(sentence("locked", { lock: "something else" }));
  });

  it("says how long to wait", () => {
    expect(sentence("throttled", { minutes: 1 })).toContain("Wait one minute,");
    expect(sentence("throttled", { minutes: 14 })).toContain("Wait 14 minutes,");
  });
});

describe("what must be taken out of words is named", () => {
  const said = (kind: string, count: number, more: number) =>
    sentence("unsafeWords", { kind, found: "“+855 12”", count, more });
  it.each([...blockedKinds, "several"])("%s", (kind) => {
    expect(said(kind, 1, 0)).toMatch(/^\S.* here: “\+855 12”\. Take it out/);
    expect(said(kind, 5, 1)).toContain("”, and one more such thing. Take them out");
  });

  it("each in words of its own", () =>
    expect(new Set([...blockedKinds, "several"].map((kind) => said(kind, 1, 0))).size).toBe(blockedKinds.length + 1));
});

describe("words to look at are quoted", () => {
  it.each(["form", "beside"])("%s", (how) => {
    for (const kind of [...warnedKinds, "both"])
      expect(sentence("wordsToLookAt", { kind, how, found: "“a”, “b”", more: 2 })).toMatch(
        /^[A-Z].*: “a”, “b” and 2 more\. /,
      );
  });
});

describe("every fault of a form has a sentence", () => {
  const long = "x".repeat(300);
  it.each([
    [signInSchema, {}],
    [signInSchema, { email: "", password: "" }],
    [signInSchema, { email: "nobody", password: long }],
    [signInSchema, { email: `${long}@example.org`, password: "x" }],
    [signInSchema, { email: ["a", "b"], password: "x" }],
    [changePasswordSchema, { currentPassword: "", newPassword: "", newPasswordAgain: "" }],
    [changePasswordSchema, { currentPassword: "x", newPassword: "a", newPasswordAgain: "b" }],
    [evidenceForm, { indicator: "G1.1-a", title: "", url: "" }],
    [evidenceForm, { indicator: "G1.1-a", title: "081 234 5678", url: "https://a.org/?b@c.org" }],
  ])("%#", (schema, form) => {
    const { error } = schema.safeParse(form);
    const problems = error ? fieldProblems(error) : [];
    expect(problems.length).toBeGreaterThan(0);
    for (const { key, args } of problems) expect(sentence(key, args)).toMatch(/^[A-Z].+[^.]$|again$/);
  });
});
