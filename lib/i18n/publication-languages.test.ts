import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const folder = path.join(import.meta.dirname, "messages");
const screens = "th";
/** The languages that speak in publications and on cards only. */
const publicationsOnly = ["km", "lo", "my", "vi", "zh"] as const;
const languages = [screens, ...publicationsOnly] as const;
type Language = (typeof languages)[number];

/** What publications quote whole, and the cards of what young people recommend. */
const whole = ["publication", "unit", "youth-card"];
/** What they quote of the messages that they share with the screens: keys, or branches of keys. */
const shared: Record<string, string[]> = {
  status: ["word", "counted", "meaning", "reason"],
  public: [
    "value",
    "measure",
    "trend.keys",
    "explain.sentence",
    "explain.lastUnderDefinition",
    "explain.laterDefinition",
    "explain.rounded",
    "overview.movedAway",
    "overview.movedAwayMostly",
    "overview.heatNote",
    "overview.heatCarried",
    "heat.caption",
    "heat.indicator",
    "heat.region",
    "changes.summary",
    "changes.redefined",
    "changes.indicator",
    "changes.country",
    "changes.word.improved",
    "changes.word.worsened",
    "byGoal.note",
    "byGoal.results",
    "goal.kicker",
    "goal.finding",
    "goal.findingNone",
    "indicator.type",
    "indicator.accumulation",
    "indicator.typeAndTime",
    "indicator.direction",
    "indicator.region",
    "indicator.reportedByRegion",
    "indicator.wordsInternal",
    "indicator.wordsPublic",
    "indicator.wordsNone",
    "trend.findingGood",
    "trend.findingOne",
    "trend.findingAtBaseline",
    "trend.findingContext",
    "trend.findingWithout",
    "trend.findingNoReport",
    "trend.findingNotAssessed",
    "trend.findingNotApplicable",
    "trend.findingTakenDown",
    "trend.sub",
    "trend.subPlain",
    "trend.target",
    "trend.regionFindingPlan",
    "trend.regionFindingAsPlanned",
    "trend.regionNothingYet",
    "trend.regionOver",
    "trend.regionCarried",
    "explain.ofParts",
    "trend.regionNothingPlanned",
    "trend.regionSuppressed",
    "trend.regionFinding",
    "trend.regionNone",
    "trend.regionTakenDown",
    "trend.regionSub",
    "trend.regionLost",
    "trend.regionGained",
    "trend.regionSwapped",
    "trend.regionSubOwn",
    "trend.regionSubValue",
    "trend.mayCountTwice",
    "trend.carried",
    "trend.drawnOver",
    "trend.drawnChange",
    "trend.breaksWhere",
    "trend.source",
    "trend.summary",
    "trend.point",
    "trend.summaryBaseline",
    "trend.summaryTarget",
    "breakdown.caption",
    "breakdown.total",
    "breakdown.and",
    "breakdown.openList",
    "breakdown.leftOut",
    "breakdown.quoted",
  ],
  country: [
    "notApproved",
    "titleNone",
    "lead",
    "byGoalNote",
    "tableCaption",
    "indicator",
    "value",
    "target",
    "noTarget",
    "targetBy",
    "status",
    "why",
    "formerSubject",
    "narratives",
    "complete.title",
    "complete.summary",
    "complete.exact",
    "complete.small",
    "complete.suppressed",
    "complete.missing",
    "complete.reason",
    "complete.notApplicable",
    "complete.takenDown",
  ],
  about: [
    "framework",
    "method",
    "region",
    "privacy.title",
    "privacy.lead",
    "privacy.more",
    "marks.title",
    "marks.zero",
    "marks.small",
    "marks.suppressed",
    "marks.missing",
  ],
};

/** Those that say the same in any language: a formula, and arguments with nothing but signs between them. */
const isSameEverywhere = (text: string) => !/\p{L}/u.test(text.replace(/\{\w+\}/g, "")) || text.startsWith("R = ");

const scripts: Record<Language, string> = {
  km: "Khmer",
  lo: "Lao",
  my: "Myanmar",
  th: "Thai",
  vi: "Latin",
  zh: "Han",
};

/** Every message of a namespace, by its key. */
function messagesOf(language: string, namespace: string): Record<string, string> {
  const tree: object = JSON.parse(readFileSync(path.join(folder, language, `${namespace}.json`), "utf8"));
  return Object.fromEntries(leaves(tree));
}

function* leaves(tree: object, prefix = ""): Generator<[string, string]> {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") yield [prefix + key, value];
    else yield* leaves(value, `${prefix}${key}.`);
  }
}

const namespaces = [...whole, ...Object.keys(shared)];

/** The keys that publications ask for, as English has them. */
function asked(namespace: string): string[] {
  const keys = Object.keys(messagesOf("en", namespace));
  const branches = shared[namespace];
  return branches ? keys.filter((key) => branches.some((branch) => `${key}.`.startsWith(`${branch}.`))) : keys;
}

/** What readers see of a message: without arguments, the words of its syntax, and tags. */
function seen(message: string): string {
  return message
    .replace(/\{\w+, (?:plural|select),/g, "")
    .replace(/(?:=\d+|\b[a-zA-Z]+) \{/g, "{")
    .replace(/\{\w+\}/g, " ")
    .replace(/<\/?[a-z]+>/g, "");
}

/** Names, terms and letters of the formula that stay in Latin letters. */
const latin = new Set([
  "CSV",
  "COMMIT",
  "PDF",
  "Word",
  "Open",
  "SDG",
  "SPAIV",
  "ISO",
  "UTF",
  "Frictionless",
  "Data",
  "Package",
  "R",
  "y",
  "b",
  "T",
  "A",
  // What stands in the columns of a data file.
  "alpha",
  "REGION",
  "total",
  "sex",
  "female",
  "age",
  "shown",
  "small",
  "suppressed",
  "missing",
  "mark",
  "noApprovedReport",
  "stillAchieved",
  "achievedLater",
  "noLongerAchieved",
  "stillMissed",
]);

describe("languages of publications", () => {
  it("asks for nothing that English hasn't", () => {
    for (const [namespace, branches] of Object.entries(shared)) {
      const keys = Object.keys(messagesOf("en", namespace));
      for (const branch of branches) {
        expect(
          keys.some((key) => `${key}.`.startsWith(`${branch}.`)),
          `${namespace}.${branch}`,
        ).toBe(true);
      }
    }
  });

  it.each(languages)("has all that a publication says in %s", (language) => {
    for (const namespace of namespaces) {
      const own = messagesOf(language, namespace);
      const missing = asked(namespace).filter((key) => !own[key]);
      expect(missing, `${language}/${namespace}`).toEqual([]);
    }
  });

  it.each(publicationsOnly)("has nothing else in %s, so that no page is half translated", (language) => {
    for (const namespace of namespaces) {
      expect(Object.keys(messagesOf(language, namespace)), `${language}/${namespace}`).toEqual(asked(namespace));
    }
  });

  it.each(languages)("leaves nothing in English in %s", (language) => {
    for (const namespace of namespaces) {
      const english = messagesOf("en", namespace);
      const own = messagesOf(language, namespace);
      const same = asked(namespace).filter((key) => own[key] === english[key] && !isSameEverywhere(own[key]!));
      expect(same, `${language}/${namespace}`).toEqual([]);
    }
  });

  it.each(languages)("is written in its own script in %s", (language) => {
    const foreign = new RegExp(`(?!\\p{Script=${scripts[language]}}|\\p{Script=Latin})\\p{L}`, "gu");
    for (const namespace of namespaces) {
      const own = messagesOf(language, namespace);
      for (const key of asked(namespace)) {
        const text = seen(own[key]!);
        const at = `${language}/${namespace} ${key}`;
        expect(text.match(foreign) ?? [], at).toEqual([]);
        if (language !== "vi") {
          const words = text.match(/\p{Script=Latin}+/gu) ?? [];
          expect(
            words.filter((word) => !latin.has(word)),
            at,
          ).toEqual([]);
        }
        // Digits as codes and files write them.
        expect(text.match(/(?![0-9])\p{Nd}/gu) ?? [], at).toEqual([]);
      }
    }
  });

  it.each(languages)("ends sentences as %s does", (language) => {
    const end = { km: /។$/, lo: /[^.。]$/, my: /။$/, th: /[^.。]$/, vi: /\.$/, zh: /。$/ }[language];
    for (const namespace of namespaces) {
      const english = messagesOf("en", namespace);
      const own = messagesOf(language, namespace);
      const isSentence = (key: string) => english[key]!.replace(/\}+$/, "").endsWith(".");
      const wrong = asked(namespace).filter((key) => isSentence(key) && !end.test(own[key]!.replace(/\}+$/, "")));
      expect(wrong, `${language}/${namespace}`).toEqual([]);
    }
  });

  it.each(languages)("has every value of the English text in %s", (language) => {
    const values = (message: string) =>
      (
        seen(message)
          .replace(/(\d),(\d)/g, "$1.$2")
          .match(/\d+(?:\.\d+)?/g) ?? []
      )
        .sort()
        .join(" ");
    for (const namespace of namespaces) {
      const english = messagesOf("en", namespace);
      const own = messagesOf(language, namespace);
      for (const key of asked(namespace)) {
        if (language === "zh" && key === "reason.noCases") continue;
        expect(values(own[key]!), `${language}/${namespace} ${key}`).toBe(values(english[key]!));
      }
    }
  });
});
