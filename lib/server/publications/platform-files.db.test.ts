import { describe, expect, it } from "vitest";
import { reopenPlatformReport } from "@/lib/server/commands/civil-society/reopen-platform-report";
import { now, reportingPlatform } from "@/lib/server/commands/civil-society/testing/reporting-platform";
import { deletePublication } from "@/lib/server/commands/delete-publication";
import { platformReportForWork } from "@/lib/server/queries/civil-society/platform-report-for-work";
import { publicationFile } from "@/lib/server/queries/publications/publication-file";
import { platformReportFiles } from "./testing/platform-report-files";
import { Publishing, refusal } from "./testing/publishing";

const given = new Publishing("platform");
const { agreed, begun, of, seen } = reportingPlatform(given);

const { auditor, address, ask, make, fileFor, areaVersion, offered, read } = platformReportFiles(given);

describe("the files of a platform's report", () => {
  it("are made for a member or the secretariat, and everybody has those of a public one", {
    tags: ["long"],
    timeout: 60_000,
  }, async () => {
    const { secretariat, thailand, cso } = given.plan.actors;
    const { author, member } = await agreed("THA");
    for (const nobody of [thailand, cso, auditor()]) await expect(ask(nobody)).rejects.toThrow(refusal("notAllowed"));
    const { id } = await ask(member);
    expect((await ask(author)).id).toBe(id);
    expect(await offered()).toEqual([["en", "queued"]]);
    expect(await fileFor(null)).toBeNull();
    const version = await areaVersion();
    await given.make(id);
    expect(await areaVersion()).not.toBe(version);
    await make(secretariat, "th");
    expect(await offered()).toEqual([
      ["en", "ready", "pdf", "docx"],
      ["th", "ready", "pdf", "docx"],
    ]);
    const file = (await fileFor(null))!;
    expect(file).toMatchObject({ name: `${given.plan.code}-cso-tha-2016-en.pdf`, isPublic: true });
    expect(Buffer.from(file.bytes.slice(0, 5)).toString()).toBe("%PDF-");
    expect(await fileFor(null, "km")).toBeNull();
    expect(await fileFor(null, "en", "KHM")).toBeNull();
    expect(await given.actionsOf(id)).toEqual(["publicationRequested", "publicationMade"]);
  });

  it("are of the day on which they were read, also when drawing them went on until another", async () => {
    const { member } = await agreed("THA");
    const id = await make(member);
    const dates = { readAt: new Date("2018-03-09T04:00:00Z"), finishedAt: new Date("2018-03-10T04:00:00Z") };
    await given.database.prisma.publication.update({ where: { id }, data: dates });
    const [file] = (await platformReportForWork(member, address(), { locale: "en", now }))!.files;
    expect(file?.madeOn).toBe("2018-03-09");
  }, 60_000);

  it("are nobody's whom its authors didn't choose", async () => {
    const { secretariat, thailand, cambodia, cso } = given.plan.actors;
    const { member } = await agreed("THA", "governments");
    const id = await make(member);
    expect(await fileFor(null)).toBeNull();
    for (const reader of [member, secretariat, auditor(), cso, thailand, cambodia])
      expect((await fileFor(reader))?.isPublic).toBe(false);
    const { document } = await read(id);
    expect(document.notices).toContain("For governments, the secretariat and civil society; not for publication.");
    expect(document.imprint).toMatchObject({ web: null, licence: null });
    expect(JSON.stringify(document.imprint)).not.toContain("may be used freely");
    // No list of publications has it, and nobody who makes publications about the country deletes it.
    expect((await given.list(secretariat))?.publications).toEqual([]);
    expect(await publicationFile(thailand, given.plan.code, id, "pdf")).toBeNull();
    await expect(deletePublication(thailand, given.plan.code, id)).rejects.toThrow(refusal("notFound"));
    const { member: other } = await agreed("KHM", "platform");
    await make(other, "en", "KHM");
    expect(await fileFor(secretariat, "en", "KHM")).not.toBeNull();
    expect(await fileFor(cambodia, "en", "KHM")).toBeNull();
  }, 60_000);

  it("are none of a draft, and gone once it is one again", async () => {
    const { author, id: draft } = await begun("KHM");
    await expect(ask(author, "en", "KHM")).rejects.toThrow(refusal("changedMeanwhile"));
    await expect(ask(await of("Stranger"), "en", "KHM")).rejects.toThrow(refusal("notFound"));
    expect(draft).toBeGreaterThan(0);
    const { id, author: member } = await agreed("THA");
    const made = await make(member);
    const { id: waiting } = await ask(member, "th");
    const job = await given.jobOf(waiting);
    await reopenPlatformReport(member, await seen(id));
    expect(await fileFor(member)).toBeNull();
    expect(await given.database.prisma.publication.count({ where: { platformReportId: id } })).toBe(0);
    expect((await given.database.prisma.job.findUniqueOrThrow({ where: { id: job! } })).state).toBe("cancelled");
    expect((await given.actionsOf(made)).at(-1)).toBe("publicationDeleted");
    expect((await platformReportForWork(member, address(), { locale: "en", now }))?.files).toEqual([]);
  }, 60_000);

  it.each(["km", "lo", "my", "th", "vi", "zh"] as const)("speak %s", async (language) => {
    const { member } = await agreed("THA");
    const { id } = await ask(member, language);
    const { document } = await read(id);
    expect(document.language).toBe(language);
    expect(JSON.stringify(document)).not.toMatch(/\bpublication\.|What member organisations did|Challenge 1/);
  });
});
