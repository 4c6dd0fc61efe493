import { expect, it } from "vitest";
import { type PublicationSettings, publicationLanguages } from "@/lib/domain/publication";
import { publicationWords } from "@/lib/i18n/publication-words";
import { type CountryView, goalsOfCountry, viewOfCountry } from "@/lib/views/country-view";
import { cell, row, view } from "@/lib/views/regional-view.testing";
import { countryChapter } from "./country-chapter";
import { notesChapter } from "./notes-chapter";

it.each(publicationLanguages)(
  "in %s a value that was taken down is no gap in the country's report",
  async (language) => {
    const down = { ...cell("noValue"), value: { state: "missing", reason: "takenDown" } as const };
    const region = view([
      row("G1.1-a", ["achieved"]),
      { ...row("G1.1-b", []), countries: [down] },
      row("G1.1-c", ["noValue"]),
    ]);
    const regional = viewOfCountry(region, "KHM")!;
    const { plan, period, periods, previous } = regional;
    const country: CountryView = {
      plan,
      period,
      periods,
      previous,
      regional,
      approvedOn: "2018-06-14",
      latest: period,
      narratives: [],
      country: { code: "KHM", name: "Cambodia", longName: "Cambodia" },
      goals: goalsOfCountry(regional, new Map()),
    };
    const settings: PublicationSettings = {
      kind: "country",
      unit: "KHM",
      period: "2017",
      goal: null,
      release: null,
      language,
      isInternal: false,
      countries: ["KHM"],
      sections: ["findings"],
      formats: ["pdf"],
    };
    const words = await publicationWords(language);
    const views = { goals: [], indicators: [], countries: [country], regional };
    const preparing = { words, period: "2017", settings, views };
    const { blocks } = countryChapter(preparing, country);
    const takenDown = words.t("country.complete.takenDown");
    const table = blocks.find((block) => block.kind === "table");
    expect(table?.rows.map((each) => each.kind === "cells" && each.cells[1]?.text)).toEqual([
      takenDown,
      words.t("country.complete.reason.notReported"),
    ]);
    const said = { given: 1, due: 2, notApplicable: 0, missing: 1, period: "2017" };
    expect(JSON.stringify(blocks)).toContain(words.t("country.complete.summary", said));
    expect(blocks.find((block) => block.kind === "facts")?.rows).toContainEqual({ term: takenDown, text: "1" });
    const counts = notesChapter(preparing).blocks.find((block) => block.kind === "table");
    expect(counts?.columns.at(-1)?.name).toBe(takenDown);
    expect(counts?.rows).toMatchObject([
      { cells: ["Cambodia", "1", "0", "0", "1", "0", "1"].map((text) => ({ text })) },
    ]);
  },
);
