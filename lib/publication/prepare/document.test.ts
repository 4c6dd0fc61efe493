import { describe, expect, it } from "vitest";
import type { IsoDate } from "@/lib/domain/framework/reporting-period";
import { type PublicationLanguage, type PublicationSettings, publicationLanguages } from "@/lib/domain/publication";
import { publicationWords } from "@/lib/i18n/publication-words";
import type { Publisher } from "@/lib/schemas/publications/publisher";
import type { CountryView } from "@/lib/views/country-view";
import { shownText } from "@/lib/views/public-value";
import { row, view } from "@/lib/views/regional-view.testing";
import { absentStatus } from "@/lib/views/shown-status";
import { plainText } from "../document";
import { prepareDocument } from "./document";
import { prepareWorkbookWords } from "./workbook-words";

const unset: Publisher = { name: null, contact: null, address: null, licence: null, licenceUrl: null };

async function documentIn(language: PublicationLanguage, title: string, publisher = unset, web: string | null = null) {
  const regional = view([{ ...row("G1.1-a", ["achieved"]), title }]);
  const named = <T>(parts: T[]) => parts.map((part) => ({ ...part, title }));
  const settings: PublicationSettings = {
    kind: "regional",
    unit: "REGION",
    period: "2017",
    goal: null,
    release: null,
    language,
    isInternal: false,
    countries: [],
    sections: ["status"],
    formats: ["pdf"],
  };
  const views = {
    goals: [],
    indicators: [],
    countries: [],
    regional: { ...regional, pillars: named(regional.pillars), goals: named(regional.goals) },
  };
  const version = { number: 17, createdOn: "2018-06-14" };
  return prepareDocument(settings, views, version, await publicationWords(language), { publisher, web });
}

describe("a cover", () => {
  it.each([
    ["en", "Victims identified by the authorities", false],
    ["th", "ผู้เสียหายที่ระบุได้", false],
    ["th", "Victims identified by the authorities", true],
    ["km", "Victims identified by the authorities", true],
    ["vi", "Nạn nhân được cơ quan chức năng xác định", false],
    ["vi", "Victims identified by the authorities", true],
    ["zh", "人口贩运受害者", false],
    ["en", "ผู้เสียหายที่ระบุได้", true],
  ] as const)("in %s says of %j whether it is half translated: %s", async (language, title, isHalf) => {
    const { facts } = await documentIn(language, title);
    const { t } = await publicationWords(language);
    expect(facts.map(({ text }) => text).includes(t("publication.fact.partlyTranslated"))).toBe(isHalf);
  });
});

/** The cover of a country's own report, in a period for which the last approval of any country is of 14 June 2018. */
async function coverOf(language: PublicationLanguage, approvedOn: IsoDate | null) {
  const regional = { ...view([row("G1.1-a", ["achieved"])]), approvedUpTo: "2018-06-14" };
  const { plan, period, periods, previous } = regional;
  const country: CountryView = {
    plan,
    period,
    periods,
    previous,
    regional,
    approvedOn,
    latest: null,
    goals: [],
    narratives: [],
    country: { code: "THA", name: "Thailand", longName: "Kingdom of Thailand" },
  };
  const settings: PublicationSettings = {
    kind: "country",
    unit: "THA",
    period: "2017",
    goal: null,
    release: null,
    language,
    isInternal: false,
    countries: ["THA"],
    sections: ["findings"],
    formats: ["pdf"],
  };
  const views = { goals: [], indicators: [], countries: [country], regional };
  const version = { number: 17, createdOn: "2018-06-14" };
  const words = await publicationWords(language);
  const { facts } = prepareDocument(settings, views, version, words, { publisher: unset, web: null });
  return { words, said: facts.find(({ term }) => term === words.t("publication.fact.approvedUpTo"))?.text };
}

describe("the cover of a country's report", () => {
  it.each(publicationLanguages)("in %s has no approval of another country's", async (language) => {
    const { words, said } = await coverOf(language, null);
    expect(said).toBe(words.t("status.word.noReport"));
  });

  it("has the day of its own approval", async () => {
    expect((await coverOf("en", "2018-05-02")).said).toBe("2 May 2018");
  });
});

it.each(publicationLanguages)(
  "in %s the text beside a CSV file says where every column is described",
  async (language) => {
    const words = await publicationWords(language);
    const { readme } = prepareWorkbookWords(words, { threshold: 5, isInternal: false }).package;
    const column = { en: "column", km: "ជួរឈរ", lo: "ຖັນ", my: "ကော်လံ", th: "คอลัมน์", vi: "cột", zh: "列" }[language];
    expect(readme.find((text) => text.includes("{description}"))).toContain(column);
  },
);

it("the text beside a CSV file says that what is suppressed may be small itself", async () => {
  const words = await publicationWords("en");
  const { readme } = prepareWorkbookWords(words, { threshold: 5, isInternal: false }).package;
  expect(readme.join(" ")).toContain(`suppressed: ${words.t("about.marks.suppressed")}`);
});

it.each(publicationLanguages)("in %s a value that the region can't have isn't called unreported", async (language) => {
  const words = await publicationWords(language);
  const { marks, meanings, columns, package: files } = prepareWorkbookWords(words, { threshold: 5, isInternal: false });
  const why = words.t("status.reason.notComputable");
  expect([marks.missing.notComputable, meanings.notComputable]).toEqual(["–", why]);
  expect(meanings.missing).not.toBe(why);
  expect(columns.missing_reason).toContain(`notComputable: ${why}`);
  expect(files.readme.join("\n")).toContain(`missing_reason: ${columns.missing_reason}`);
});

it.each(publicationLanguages)(
  "in %s one word says that a country has no approved report, wherever it stands",
  async (language) => {
    const words = await publicationWords(language);
    const { wording, t } = words;
    const none = { state: "missing", reason: "noApprovedReport" } as const;
    const said = shownText(none, { type: "number", decimals: 0, steps: [] }, wording);
    expect(said).toBe(t("public.value.noReport"));
    expect(said).not.toBe(wording.noValue);
    const { marks } = prepareWorkbookWords(words, { threshold: 5, isInternal: false });
    expect(marks.missing.noApprovedReport).toBe(said);
    const word = t("status.word.noReport");
    expect(word.slice(0, 1).toLowerCase() + word.slice(1)).toBe(said);
    expect(absentStatus(none)).toBe("noReport");
  },
);

describe("the last chapter", () => {
  const rowsOf = async (...asked: Parameters<typeof documentIn>) => {
    const last = (await documentIn(...asked)).chapters.at(-1)!;
    const [facts] = last.blocks;
    if (last.id !== "imprint" || facts?.kind !== "facts") throw new Error("no imprint");
    return Object.fromEntries(facts.rows.map(({ term, text }) => [term, plainText(text)]));
  };

  it("says of what nobody set that it isn't stated", async () => {
    const rows = await rowsOf("en", "Title");
    expect(rows).toMatchObject({ Contact: "None stated.", Address: "None stated." });
    expect(rows.Licence).toMatch(/^No licence is named\. Values may be used freely/);
    expect(rows.Publisher).toMatch(/^SPAIV Monitor/);
    expect(rows).not.toHaveProperty("On the web");
  });

  it("says who publishes, on what terms, where, and how to cite", async () => {
    const publisher = {
      name: "COMMIT Secretariat",
      contact: "data@example.org",
      address: "1 River Road",
      licence: "CC-BY-4.0",
      licenceUrl: "https://creativecommons.org/licenses/by/4.0/",
    };
    const web = "https://monitor.example.org/en/spaiv/2017";
    const rows = await rowsOf("en", "Title", publisher, web);
    expect(rows).toMatchObject({
      Publisher: "COMMIT Secretariat",
      Contact: "data@example.org",
      Address: "1 River Road",
      "On the web": web,
      Licence: "CC-BY-4.0 https://creativecommons.org/licenses/by/4.0/",
    });
    expect(rows["How to cite"]).toMatch(
      /^COMMIT Secretariat: Progress of the region, 2017\. .*, results version 17 of 14 June 2018\. https:/,
    );
  });
});
