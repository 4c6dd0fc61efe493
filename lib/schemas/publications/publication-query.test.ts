import { describe, expect, it } from "vitest";
import type { PublicationSettings } from "@/lib/domain/publication";
import { firstChoices, misfits } from "@/lib/views/publication-choices";
import type { PublicationBuilderView } from "@/lib/views/publication-view";
import { publicationSettings } from "./publication-forms";
import { choicesIn, hasMore, type Query, queryOf, queryOfSettings } from "./publication-query";

const regional: PublicationSettings = {
  kind: "regional",
  unit: "REGION",
  period: "2016",
  release: null,
  goal: null,
  countries: ["KHM", "THA"],
  sections: ["findings", "tables"],
  language: "th",
  isInternal: false,
  formats: ["pdf", "csv"],
};
const country: PublicationSettings = { ...regional, kind: "country", unit: "THA", countries: ["THA"] };
const goal: PublicationSettings = { ...regional, kind: "goal", goal: "G5", isInternal: true, formats: ["html"] };
const released: PublicationSettings = { ...country, release: "june-2018" };
const all = [regional, country, goal, released];

const view: PublicationBuilderView = {
  present: 2,
  kinds: ["regional", "country", "goal", "dataBook"],
  periods: [
    { code: "2017", name: "2017" },
    { code: "2016", name: "2016" },
  ],
  units: [
    { code: "REGION", name: "Region", isCountry: false },
    { code: "THA", name: "Thailand", isCountry: true },
  ],
  releases: [{ code: "june-2018", title: "June 2018", periods: ["2016"] }],
  goals: [{ code: "G5", title: "Goal" }],
  countries: [
    { code: "KHM", name: "Cambodia" },
    { code: "THA", name: "Thailand" },
  ],
};

/** As Next reads an address. */
function read(address: string): Query {
  const query: Query = {};
  for (const [name, value] of new URLSearchParams(address)) {
    const before = query[name];
    query[name] = before === undefined ? value : [before, value].flat();
  }
  return query;
}
const fields = (settings: PublicationSettings, change: Partial<PublicationSettings>) =>
  misfits({ ...settings, ...change }, view).map(({ field }) => field);

describe("the builder's choices in an address", () => {
  it.each(all)("come back as the same settings: %o", (settings) => {
    expect(publicationSettings.parse(read(queryOfSettings(settings)))).toEqual(settings);
  });

  it("come back as the same address, whatever else was in it", () => {
    const address = queryOfSettings(goal);
    const query = { ...read(address), $ACTION_KEY: "k", locale: "en" };
    expect(hasMore(query)).toBe(true);
    expect(hasMore(read(address))).toBe(false);
    expect(queryOf(choicesIn(query) ?? {})).toBe(address);
  });

  it("are none where nothing was chosen", () => {
    expect(choicesIn({})).toBeNull();
    expect(choicesIn({ kind: "goal" })).toMatchObject({ kind: ["goal"], formats: [] });
  });
});

describe("a unit that can't be one", () => {
  const refusedIn = (settings: PublicationSettings, unit: string | string[] | undefined) => {
    const { unit: _, ...query } = read(queryOfSettings(settings));
    const result = publicationSettings.safeParse(unit === undefined ? query : { ...query, unit });
    return result.success ? result.data.unit : result.error.issues.map(({ path, message }) => [...path, message]);
  };
  const book: PublicationSettings = { ...regional, kind: "dataBook", sections: ["tables"] };

  it.each([[["THA", "KHM"]], [" "], [""], ["THA;KHM"]])(
    "is refused of a data book and a country's report: %o",
    (unit) => {
      expect(refusedIn(book, unit)).toEqual([["unit", "choiceMissing"]]);
      expect(refusedIn(country, unit)).toEqual([["unit", "choiceMissing"]]);
    },
  );

  it("says nothing where none was asked for, and leaves a data book to the region where there is none", () => {
    expect(refusedIn(regional, ["THA", "KHM"])).toBe("REGION");
    expect(refusedIn(goal, "?")).toBe("REGION");
    expect(refusedIn(book, undefined)).toBe("REGION");
    expect(refusedIn(book, "THA")).toBe("THA");
    expect(refusedIn(country, undefined)).toEqual([["unit", "choiceMissing"]]);
  });
});

it("chapters of countries without a country are no publication, as none is without sections", () => {
  const refused = (change: Partial<PublicationSettings>) =>
    publicationSettings
      .safeParse(read(queryOfSettings({ ...regional, ...change })))
      .error?.issues.map(({ path }) => path.join());
  expect(refused({ sections: ["countries"], countries: [] })).toEqual(["countries"]);
  expect(refused({ sections: ["countries"], countries: ["THA"] })).toBeUndefined();
  expect(refused({ sections: ["countries", "method"], countries: [] })).toBeUndefined();
  expect(refused({ sections: [], countries: [], formats: [] })).toEqual(["sections", "formats"]);
});

describe("what stands in the form at first", () => {
  it("can be made as it is: the region in the latest period, public, with all there is", () => {
    const settings = publicationSettings.parse(read(queryOf(firstChoices(view, "km"))));
    expect(settings).toMatchObject({ kind: "regional", unit: "REGION", period: "2017", language: "km" });
    expect(settings).toMatchObject({ isInternal: false, countries: ["KHM", "THA"] });
    expect(misfits(settings, view)).toEqual([]);
  });

  it("is the country's own for a focal point", () => {
    const own = { ...view, kinds: view.kinds.slice(1, 2), units: view.units.slice(1) };
    const settings = publicationSettings.parse(read(queryOf(firstChoices(own, "en"))));
    expect(settings).toMatchObject({ kind: "country", unit: "THA" });
    expect(misfits(settings, own)).toEqual([]);
  });
});

describe("choices that somebody doesn't have", () => {
  it.each(all)("are none among those that they have: %o", (settings) => {
    expect(fields(settings, {})).toEqual([]);
  });

  it("are named by their fields", () => {
    expect(fields(country, { unit: "VNM" })).toEqual(["unit"]);
    expect(fields(country, { unit: "REGION" })).toEqual(["unit"]);
    expect(fields(released, { release: "july" })).toEqual(["release", "period"]);
    // The release has no results of it yet.
    expect(fields(released, { period: "2017" })).toEqual(["period"]);
    expect(fields(regional, { period: "2031", countries: ["XXX"] })).toEqual(["period", "countries"]);
    expect(fields(goal, { goal: "G9" })).toEqual(["goal"]);
    expect(misfits(regional, { ...view, kinds: ["country"] }).map(({ field }) => field)).toEqual(["kind"]);
  });
});
