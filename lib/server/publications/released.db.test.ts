import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { publicationLanguages, sectionsOfKind } from "@/lib/domain/publication";
import { plainText } from "@/lib/publication/document";
import { nameRelease } from "@/lib/server/commands/name-release";
import { publicationBuilder } from "@/lib/server/queries/publications/publication-builder";
import { publicationFile } from "@/lib/server/queries/publications/publication-file";
import { readContent, readDocument } from "./read-content";
import { now, Publishing, settings } from "./testing/publishing";

const given = new Publishing("released");

const regional = {
  kind: "regional" as const,
  unit: "REGION",
  countries: ["KHM", "THA"],
  sections: [...sectionsOfKind.regional],
  formats: ["csv" as const],
};
const name = (version = 2) =>
  nameRelease(
    given.plan.actors.secretariat,
    {
      plan: given.plan.code,
      code: "june-2018",
      version,
      title: "SPAIV, June 2018",
      notes: "",
      titleTh: "",
      notesTh: "",
    },
    now,
  );
const cambodia = async (release: string | null) => {
  const { book } = await readContent(given.plan.code, settings({ ...regional, release }));
  return book.rows.find(({ unit, indicator }) => unit === "KHM" && indicator === "G1.1-a")?.value;
};

it("holds a release's results though newer ones exist, and says whose they are", async () => {
  await name();
  await given.approve("KHM");
  expect(await cambodia("june-2018")).toEqual({ state: "missing", reason: "noApprovedReport" });
  expect(await cambodia(null)).toEqual({ state: "shown", value: "10" });

  const id = await given.request({ ...regional, release: "june-2018" });
  expect(await given.read(id)).toMatchObject({ version: null, release: { title: "SPAIV, June 2018" } });
  await given.make(id);
  const made = await given.read(id);
  expect(made).toMatchObject({ state: "ready", version: 2, release: { code: "june-2018" } });
  expect(made.files.map((file) => file.name)).toEqual([`${given.plan.code}-june-2018-2016-regional-en.zip`]);
  const { bytes } = (await publicationFile(given.plan.actors.secretariat, given.plan.code, id, "csv"))!;
  const readme = Object.entries(unzipSync(bytes)).find(([file]) => /readme/i.test(file))![1];
  expect(strFromU8(readme)).toMatch(/^Release: SPAIV, June 2018, released on 1 May 2017$/m);
  expect(strFromU8(readme)).toMatch(/^How to cite: .*SPAIV, June 2018.*results version 2/m);
});

it("is named in the list where its results got a name later, and not where they have none", async () => {
  const before = await given.request();
  await given.make(before);
  await name();
  const after = await given.request();
  await given.make(after);
  expect((await given.read(before)).release).toEqual({ code: "june-2018", title: "SPAIV, June 2018" });
  expect((await given.read(after)).release).toBeNull();
});

it("is refused of a release that there isn't, and of a period of which the release has nothing", async () => {
  await name(1);
  const problem = (field: string) =>
    expect.objectContaining({ problems: expect.arrayContaining([{ field, key: "choiceMissing" }]) });
  await expect(given.request({ release: "july" })).rejects.toEqual(problem("release"));
  await expect(given.request({ release: "june-2018" })).rejects.toEqual(problem("period"));
  const view = await publicationBuilder(given.plan.actors.secretariat, given.plan.code, "en");
  expect(view?.releases).toEqual([{ code: "june-2018", title: "SPAIV, June 2018", periods: [] }]);
});

it.each(publicationLanguages)("says its release on the cover in words of its language: %s", async (language) => {
  await name();
  const document = await readDocument(given.plan.code, settings({ language, release: "june-2018" }));
  const without = await readDocument(given.plan.code, settings({ language }));
  const added = document.facts.filter(({ term }) => !without.facts.some((fact) => fact.term === term));
  expect(added.map(({ text }) => plainText(text)).join()).toContain("SPAIV, June 2018");
  expect(added).toHaveLength(1);
  if (language !== "en") expect(added[0]!.term).not.toBe("Release");
});
