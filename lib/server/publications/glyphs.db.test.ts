import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type PublicationKind,
  type PublicationLanguage,
  publicationFormats,
  publicationLanguages,
  sectionsOfKind,
} from "@/lib/domain/publication";
import { type Messages, messagesIn } from "@/lib/i18n/messages";
import { wordsFrom } from "@/lib/i18n/publication-words";
import { prepareDocument } from "@/lib/publication/prepare/document";
import { prepareWorkbookWords } from "@/lib/publication/prepare/workbook-words";
import { missingGlyphs } from "@/lib/publication/typst/testing/glyphs";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { readFramework } from "@/prisma/seed/read-framework";
import { approveAsShown } from "@/test/factories/approve-as-shown";
import { makeReport } from "@/test/factories/make-report";
import { makeReporting } from "@/test/factories/make-reporting";
import { readContent } from "./read-content";
import { countries, makeAgreeingPlan } from "./testing/agreeing-plan";
import { textsOf } from "./testing/hear-files";
import { viewsOf } from "./testing/views-of";

// The compiler leaves an empty box where a font has no glyph, and a message that a language lacks is English: neither says
// anything, so both are looked for.

const unset = { name: null, contact: null, address: null, licence: null, licenceUrl: null };
const set = { name: "Name", contact: "a@b.org", address: "Address", licence: "CC-BY-4.0", licenceUrl: null };
const period = "2016";
const now = new Date("2017-05-01T04:00:00Z");

let database: Database;
/** Values of every kind, under a framework of a few indicators. */
let small: string;
/** The reference framework, which speaks all seven languages, with a country's report. */
let reference: string;
beforeAll(async () => {
  database = await testDatabase();
  small = (await makeAgreeingPlan(database.prisma, "glyphs")).code;
  const framework = readFramework(path.join(process.cwd(), "prisma/seed/framework"));
  const plan = await makeReporting(database.prisma, "reference", {
    ...framework,
    plan: { ...framework.plan, code: "reference" },
  });
  reference = plan.code;
  const values = { "G2.1-a": { total: { kind: "missing", reason: "notCollected" } as const } };
  const { rowVersion } = await makeReport(database.prisma, plan, { unit: "THA", period, state: "submitted", values });
  await approveAsShown(plan.actors.secretariat, plan.address("THA", period), { rowVersion }, now);
});
afterAll(() => database.close());

const settingsOf = (kind: PublicationKind, language: PublicationLanguage, isInternal = false) => ({
  kind,
  period,
  language,
  isInternal,
  sections: [...sectionsOfKind[kind]],
  formats: [...publicationFormats],
  unit: kind === "country" ? "THA" : "REGION",
  release: null,
  goal: kind === "goal" ? "G1" : null,
  countries: kind === "country" ? ["THA"] : countries,
});

/** The quick run reads one language whose letters no other font has. */
const ofLanguage = (language: string) => ({ tags: language === "km" ? [] : ["long"] });

describe("a public regional report", () => {
  for (const language of publicationLanguages)
    it(`has a glyph for every letter of its document and workbook in ${language}`, ofLanguage(language), async () => {
      for (const plan of [small, reference]) {
        const content = await readContent(plan, settingsOf("regional", language));
        const texts = textsOf(content);
        expect(texts.length).toBeGreaterThan(2_000);
        expect(missingGlyphs(texts)).toEqual([]);
      }
    });
});

/** The messages, and the keys of those that were asked for. */
function recording(messages: Messages): { messages: Messages; asked: Set<string> } {
  const asked = new Set<string>();
  const watched = <Tree extends object>(tree: Tree, prefix: string): Tree =>
    new Proxy(tree, {
      get(target, name) {
        const found: unknown = Reflect.get(target, name);
        if (typeof name !== "string" || !Object.hasOwn(target, name)) return found;
        if (typeof found === "object" && found !== null) return watched(found, `${prefix}${name}.`);
        asked.add(prefix + name);
        return found;
      },
    });
  return { messages: watched(messages, ""), asked };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** Whether a language says it itself. */
function hasOwn(tree: unknown, key: string): boolean {
  const found = key.split(".").reduce<unknown>((part, name) => (isObject(part) ? part[name] : undefined), tree);
  return typeof found === "string" && found !== "";
}

describe("the words of publications", () => {
  const spoken = publicationLanguages.filter((language) => language !== "en");

  it.each(spoken)("are all %s's own: none falls back to English", async (language) => {
    const { messages, asked } = recording(await messagesIn(language));
    const words = wordsFrom(language, messages);
    const views = await viewsOf(small, period, language);
    const unnamed = await viewsOf(reference, period, language);
    for (const kind of ["regional", "country", "goal", "dataBook"] as const) {
      for (const isInternal of [false, true]) {
        for (const seen of [views, unnamed]) {
          const settings = settingsOf(kind, language, isInternal);
          const goals = seen.goals.filter(({ code }) => settings.goal === null || code === settings.goal);
          const own = seen.countries.filter(({ country }) => settings.countries.includes(country.code));
          const version = { number: 7, createdOn: "2017-05-01" };
          for (const publisher of [unset, set])
            prepareDocument(settings, { ...seen, goals, countries: own }, version, words, { publisher, web: null });
          prepareWorkbookWords(words, { threshold: 5, isInternal });
        }
      }
    }
    const namespaces: object = await import(`../../i18n/messages/${language}/index.ts`);
    const lacking = (own: object) => [...asked].filter((key) => !hasOwn(own, key));
    expect(asked.size).toBeGreaterThan(280);
    expect(lacking(namespaces)).toEqual([]);
    // What a language lacks would be found.
    expect(lacking({ ...namespaces, unit: {} })).toContain("unit.persons");
  });
});
