import { compiledMessages } from "./compiled/compiled-message";
import type { Messages } from "./messages";

/** A namespace, or what stands right under one: `review`, `review.answers`. */
export type Words = { [N in keyof Messages]: N | `${N}.${keyof Messages[N] & string}` }[keyof Messages];

/** What client components of any page say. */
export const everyPage = [
  "common.cancel",
  "common.errorPrefix",
  "common.pageTitle",
  "errors",
] as const satisfies readonly Words[];

/**
 * Errors that only some pages can have to say: about a typed value where there is a field for one, about an
 * account, about what a site is run by, about a report where it is written, and where it is decided on.
 */
const someErrors = [
  {
    isOne: (error: string) => /^value(?!TextTooLong)[A-Z]/.test(error),
    at: /^(import|values\.field|entryForm\.undo)$/,
  },
  // Also of a reviewer's query.
  {
    isOne: (error: string) => error === "valueTextTooLong",
    at: /^(import|values\.field|entryForm\.undo|review\.answers)$/,
  },
  { isOne: (error: string) => /^shadow/.test(error), at: /^observations$/ },
  {
    isOne: (error: string) =>
      /password|^email|^wrongCredentials$|^throttled$|^signIn|^wrongCode$|^identity|^codeMissing$|^twoStep|^passkey/i.test(
        error,
      ),
    at: /^(auth|people)\b/,
  },
  {
    isOne: (error: string) =>
      /^(organisation|website|nameWith|person|role|plan(?!InUse)|unit|language|grant|holds|invit|list|lines|link|last|notOf|period|frequency|day(?!Invalid)|due|logo|wholeNumber|threshold|number|rest|notice)/.test(
        error,
      ),
    at: /^(people|organisations|periods|settings)\b/,
  },
  {
    isOne: (error: string) =>
      /^(approver|blanksUnchosen|cell|conflict|fileChanged|leftUnexplained|reason(?!Missing)|reviewBegun|submissionBlocked|textChanged|valuesChanged)/.test(
        error,
      ),
    at: /^(assignments|entry|entryForm|import)\b/,
  },
  {
    isOne: (error: string) =>
      /^(answeredMeanwhile|cannotBeTold|consequencesChanged|queries(Changed|Unanswered)|resultsTooLarge|sharesChanged|undecidedMeanwhile|valuesOutsideLimits)$/.test(
        error,
      ),
    at: /^(publications|review|settings)\b/,
  },
  {
    isOne: (error: string) => /^(definitionsMissing|releaseCode|versionNamed)/.test(error),
    at: /^publications\b/,
  },
  { isOne: (error: string) => /^evidenceF/.test(error), at: /^sourceFiles\.evidence$/ },
  { isOne: (error: string) => /^(evidenceMissing|keyAction)/.test(error), at: /^observations\b/ },
  // That of an observation is drawn on the server alone, and needs them in no browser.
  { isOne: (error: string) => /^source/.test(error), at: /^sourceFiles(\.evidence)?$/ },
  { isOne: (error: string) => /^meeting/.test(error), at: /^meetings\b/ },
  { isOne: (error: string) => /^recommendation/.test(error), at: /^youth\b/ },
  // Also of what a forum of young people decides, and of what is done about it, which is told where observations are.
  { isOne: (error: string) => /^youngPerson/.test(error), at: /^(youth|meetings|observations)\b/ },
  { isOne: (error: string) => /^platform(?!ReachSmall)/.test(error), at: /^civilSociety\b/ },
  { isOne: (error: string) => /^platformReachSmall$/.test(error), at: /^(civilSociety|meetings)\b/ },
  // A key action has a due date.
  {
    isOne: (error: string) => /^dayInvalid$/.test(error),
    at: /^(people|organisations|periods|settings|observations)\b/,
  },
];

/** These of all messages and no others. */
function wordsOf(messages: Messages, words: readonly Words[]): Partial<Messages> {
  const sent: Record<string, object> = {};
  for (const path of words) {
    const [namespace, key] = path.split(".") as [keyof Messages, string | undefined];
    const all: Record<string, unknown> = messages[namespace];
    sent[namespace] = key === undefined ? all : { ...sent[namespace], [key]: all[key] };
  }
  const left = someErrors.filter(({ at }) => !words.some((path) => at.test(path)));
  if (sent.errors)
    sent.errors = Object.fromEntries(
      Object.entries(sent.errors).filter(([key]) => !left.some(({ isOne }) => isOne(key))),
    );
  return sent as Partial<Messages>;
}

/** The same as a browser says them, without the reader of their syntax. */
export const sentWords = (messages: Messages, words: readonly Words[]): Partial<Messages> =>
  compiledMessages(wordsOf(messages, words));
