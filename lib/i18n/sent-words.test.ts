import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { JsxEmit, ScriptTarget, transpileModule } from "typescript";
import { describe, expect, it } from "vitest";
import { mendWords } from "@/components/report/check/mend-answer";
import * as en from "./messages/en";
import { everyPage, sentWords, type Words } from "./sent-words";

// A signed-in page sends its client components the namespaces, or parts of them, that it names (`words` of WorkFrame), and
// no others: one that it forgot would show as a key in the browser.

const root = path.resolve(import.meta.dirname, "../..");
const read = once((file) => readFileSync(path.join(root, file), "utf8"));
const pages = readdirSync(path.join(root, "app/[locale]"), { recursive: true, encoding: "utf8" })
  .map((file) => path.posix.join("app/[locale]", file))
  .filter((file) => file.endsWith("/page.tsx") && read(file).includes("<WorkFrame"));

/** Remembers each answer: a hundred pages import the same thousand files. */
function once<Answer>(work: (file: string) => Answer): (file: string) => Answer {
  const answers = new Map<string, Answer>();
  return (file) => {
    if (!answers.has(file)) answers.set(file, work(file));
    return answers.get(file)!;
  };
}

/** What is imported when it is asked for brings its own words. */
const importsOf = once((file): string[] =>
  [...read(file).matchAll(/from\s*"([@.][^"]*)"/g)].flatMap(([, imported]) => {
    const target = imported!.startsWith("@/")
      ? imported!.slice(2)
      : path.posix.join(path.posix.dirname(file), imported!);
    const found = [`${target}.ts`, `${target}.tsx`].find((each) => existsSync(path.join(root, each)));
    return found && !found.startsWith("lib/server/") ? [found] : [];
  }),
);

/**
 * What a file asks for: of a whole namespace that it calls by literal keys alone, what stands right under it. Handed on,
 * or called by a key that is worked out, it is needed whole.
 */
const askedIn = once((file): string[] => {
  const source = read(file);
  if (!source.includes("useTranslations(")) return [];
  // The apostrophe of a comment's "hasn't" is no call.
  const compilerOptions = { removeComments: true, jsx: JsxEmit.Preserve, target: ScriptTarget.ESNext };
  const text = transpileModule(source, { compilerOptions }).outputText;
  return [...text.matchAll(/(?:const (\w+) = )?useTranslations\("([^"]+)"\)/g)].flatMap(([found, name, namespace]) => {
    if (name === undefined || namespace!.includes(".")) return [namespace!];
    const uses = text
      .replace(found, "")
      .matchAll(new RegExp(`(?<![\\w."/])${name}\\b(?![:\\]])(?:(?:\\.\\w+)?\\("(\\w+))?`, "g"));
    const keys = [...uses].map(([, key]) => key);
    return keys.includes(undefined) ? [namespace!] : keys.map((key) => `${namespace}.${key}`);
  });
});

/** Namespaces that components ask for in the browser: those behind a "use client". */
function spokenInBrowser(file: string, isClient: boolean, seen = new Set<string>()): Set<string> {
  const client = isClient || read(file).startsWith('"use client"');
  const spoken = new Set<string>();
  if (seen.has(`${file} ${client}`)) return spoken;
  seen.add(`${file} ${client}`);
  if (client) for (const key of askedIn(file)) spoken.add(key);
  for (const each of importsOf(file)) {
    for (const key of spokenInBrowser(each, client, seen)) spoken.add(key);
  }
  return spoken;
}

/** Errors that only some pages are sent, and what says them there. */
const saidBy = {
  valueNotNumber: [
    "components/values/value-field.tsx",
    "components/entry/sheet/entry-form.tsx",
    "components/entry/sheet/unsent-of-report.tsx",
    "components/import/import-form.tsx",
  ],
  wrongCredentials: ["components/sign-in/sign-in-form.tsx"],
  wrongPassword: ["components/account/password-form.tsx"],
  passwordUnanswered: ["components/account/password-form.tsx"],
  linkInvalid: ["components/people/people-form.tsx"],
  websiteInvalid: ["components/organisations/organisation-form.tsx"],
  periodCodeTaken: ["components/periods/new-period-form.tsx"],
  dueBeforeEnd: ["components/periods/due-date-form.tsx", "components/periods/unit-due-date-form.tsx"],
  numberTooSmall: ["components/settings/site-settings-form.tsx"],
  remindedToday: ["components/completeness/remind-command.tsx"],
  signInUnanswered: ["components/sign-in/sign-in-form.tsx"],
  cellChanged: ["components/report/indicator-form.tsx"],
  textChanged: ["components/report/narrative/narratives-form.tsx"],
  approverMissing: ["components/report/submit-form.tsx"],
  reasonsMissing: ["components/report/blanks-form.tsx"],
  leftUnexplained: ["components/assignments/own-part.tsx"],
  conflictOpen: ["components/import/import-form.tsx"],
  answeredMeanwhile: ["components/review/answers/send-answer.ts"],
  cannotBeTold: ["components/review/decision/transition-form.tsx"],
  consequencesChanged: ["components/review/decision/transition-form.tsx"],
  queriesChanged: ["components/review/decision/transition-form.tsx"],
  sharesChanged: ["components/review/shares/shares.tsx"],
  undecidedMeanwhile: ["components/review/decision/transition-form.tsx"],
  youngPersonCount: ["components/youth/forum-form.tsx"],
  youngPersonNamed: [
    "components/youth/recommendation-form.tsx",
    "components/youth/answer-form.tsx",
    "components/meetings/agenda-form.tsx",
    "components/meetings/decision-form.tsx",
    "components/meetings/meeting-form.tsx",
    "components/meetings/follow-up-form.tsx",
    // Of a forum's decision.
    "app/[locale]/[plan]/work/decisions/[id]/page.tsx",
  ],
  platformReachSmall: ["components/meetings/meeting-form.tsx", "components/civil-society/report-form.tsx"],
  dayInvalid: ["components/observations/key-actions/key-action-forms.tsx", "components/periods/due-date-form.tsx"],
  keyActionsFull: ["components/observations/key-actions/key-action-forms.tsx"],
  releaseCodeTaken: ["components/publication/release-form.tsx"],
};

/** A file, and all that it imports, and that these import. */
function reachedFrom(file: string, reached = new Set<string>()): Set<string> {
  if (reached.has(file)) return reached;
  reached.add(file);
  for (const each of importsOf(file)) reachedFrom(each, reached);
  return reached;
}

const covers = (words: string, key: string) => key === words || key.startsWith(`${words}.`);

describe("words that a page sends", () => {
  it.each(pages)("%s", (page) => {
    const named = /words=\{\[([\s\S]*?)\]\}/.exec(read(page))?.[1] ?? "";
    const sent = [...named.matchAll(/"([^"]+)"/g)].map(([, key]) => key!);
    const needed = [...spokenInBrowser(page, false)].filter((key) => !everyPage.some((words) => covers(words, key)));
    const { errors } = sentWords(en, [...everyPage, ...(sent as Words[])]);
    const reached = reachedFrom(page);
    for (const [error, files] of Object.entries(saidBy))
      if (files.some((file) => reached.has(file))) expect(errors).toHaveProperty(error);
    // What only an installation's own pages can say would weigh on a report's.
    if (page.includes("/reports/")) expect(errors).not.toHaveProperty("periodCodeTaken");
    expect(needed.filter((key) => !sent.some((words) => covers(words, key)))).toEqual([]);
    // A whole namespace for one part of it would be the greater part of a small page.
    expect(sent.filter((words) => !needed.includes(words))).toEqual([]);
  });

  it("what is drawn once it is asked for brings the words with it that its page hasn't", () => {
    const check = pages.find((page) => page.endsWith("/check/page.tsx"))!;
    const onPage = [...spokenInBrowser(check, false)];
    const needed = [...spokenInBrowser("components/report/check/mend-panel.tsx", true)].filter(
      (key) => ![...everyPage, ...onPage].some((words) => covers(words, key)),
    );
    expect(needed.filter((key) => !mendWords.some((words) => covers(words, key)))).toEqual([]);
    expect(mendWords.filter((words) => !needed.some((key) => covers(words, key)))).toEqual([]);
  });
});
