import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { author, docx, photo } from "@/lib/cleaning/testing/authored-files";
import { placesOf } from "@/lib/cleaning/testing/look-for";
import type { Actor } from "@/lib/domain/permissions";
import { evidenceLimit } from "@/lib/domain/reports/evidence-limit";
import { forgetFiles } from "@/lib/server/files/stored-files";
import { evidenceFile } from "@/lib/server/queries/evidence/evidence-file";
import { indicatorForEntry } from "@/lib/server/queries/indicator-for-entry";
import { reportCheck } from "@/lib/server/queries/report-check";
import { reportForReview } from "@/lib/server/queries/report-for-review";
import { auditOf, makeReport } from "@/test/factories/make-report";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { addEvidence } from "./add-evidence";
import { addEvidenceFile, mustAddEvidenceFile } from "./add-evidence-file";
import { removeEvidence } from "./remove-evidence";

const now = new Date("2017-02-01T04:00:00Z");
const on = reportingTests();
const data = mkdtempSync(path.join(tmpdir(), "spaiv-evidence-"));
beforeAll(() => {
  process.env.SPAIV_DATA_DIR = data;
});
afterAll(() => {
  delete process.env.SPAIV_DATA_DIR;
  rmSync(data, { recursive: true });
});

const of = (period = "2016") => on.plan.address("THA", period);
const thailand = () => on.plan.actors.thailand;
const words = { indicator: "G2.1-a", title: "Register of cases" } as const;
const add = async (
  actor: Actor = thailand(),
  more: { indicator?: string | null; title?: string; bytes?: Uint8Array } = {},
  period = "2016",
) => addEvidenceFile(actor, of(period), { ...words, bytes: await photo("jpeg"), ...more }, now);
const rows = () => on.database.prisma.evidence.findMany({ include: { file: true }, orderBy: { id: "asc" } });
const fileOf = async (id: number) => (await rows()).find((row) => row.id === id)!.file!;
const mayRead = async (actor: Actor | null, file: number, address = of()) =>
  (await evidenceFile(actor, address, file)) !== null;
const kept = () => {
  const folder = path.join(data, "files", "source");
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())
    : [];
};

describe("a file that backs an indicator of a report", () => {
  it("is kept without what tells who made it, for the country, its contributor and the secretariat", async () => {
    const sent = await docx();
    expect(placesOf(author, sent)).not.toEqual([]);
    const { id } = await add(thailand(), { bytes: sent });
    const file = await fileOf(id);
    const read = Buffer.from(await buffer((await (await evidenceFile(thailand(), of(), file.id))!.open())!));
    expect(read.byteLength).toBe(file.size);
    expect(placesOf(author, read)).toEqual([]);
    const { contributor, secretariat, cambodia, cso, administrator } = on.plan.actors;
    for (const actor of [contributor, secretariat]) expect(await mayRead(actor, file.id)).toBe(true);
    for (const actor of [cambodia, cso, administrator, null]) expect(await mayRead(actor, file.id)).toBe(false);
    // Nor by the address of a report that is their own.
    expect(await mayRead(cambodia, file.id, on.plan.address("KHM", "2016"))).toBe(false);
    await makeReport(on.database.prisma, on.plan, { unit: "KHM", period: "2016", state: "draft" });
    expect(await mayRead(cambodia, file.id, on.plan.address("KHM", "2016"))).toBe(false);
    const view = await indicatorForEntry(thailand(), of(), words.indicator, { locale: "en", now });
    const { name } = await on.database.prisma.user.findUniqueOrThrow({ where: { id: thailand().id } });
    expect(view?.indicator.evidence).toMatchObject([
      {
        title: words.title,
        url: null,
        file: { id: file.id, type: "docx", size: file.size },
        byId: thailand().id,
        by: name,
      },
    ]);
  });

  it("is added by a contributor to what is assigned to them, and to nothing else", async () => {
    const { contributor } = on.plan.actors;
    const { id } = await add(contributor);
    await expect(add(contributor, { indicator: "G1.1-a" })).rejects.toThrow(refusal("notAssigned"));
    await expect(add(contributor, { indicator: null })).rejects.toThrow(refusal("notAllowed"));
    await removeEvidence(contributor, of(), id, now);
  });

  it("is refused to everybody else, before anything is read of it, and while the report is away", async () => {
    const { cambodia, secretariat, cso } = on.plan.actors;
    await makeReport(on.database.prisma, on.plan, { unit: "THA", period: "2015", state: "approved" });
    const before = [await rows(), kept()];
    for (const [actor, code] of [
      [cambodia, "notFound"],
      [cso, "notFound"],
      [secretariat, "notAllowed"],
    ] as const) {
      await expect(mustAddEvidenceFile(actor, of(), words.indicator, now)).rejects.toThrow(refusal(code));
      await expect(add(actor)).rejects.toThrow(refusal(code));
    }
    const locked = refusal("locked", { args: { lock: "approved" } });
    await expect(mustAddEvidenceFile(thailand(), of("2015"), words.indicator, now)).rejects.toThrow(locked);
    await expect(add(thailand(), {}, "2015")).rejects.toThrow(locked);
    await expect(add(thailand(), { bytes: Buffer.from("MZ no document") })).rejects.toThrow(refusal("sourceUnknown"));
    expect([await rows(), kept()]).toEqual(before);
  });

  it("is one of a few: at most as many as anybody reads, whoever adds at once", async () => {
    const bytes = await photo("png");
    const link = { ...words, indicator: "G1.1-a", url: "https://example.org/" };
    for (let there = 0; there < evidenceLimit - 1; there++) await addEvidence(thailand(), of(), link, now);
    const both = [add(thailand(), { indicator: "G1.1-a", bytes }), addEvidence(thailand(), of(), link, now)];
    const ends = await Promise.allSettled(both);
    expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(mustAddEvidenceFile(thailand(), of(), "G1.1-a", now)).rejects.toThrow(
      refusal("evidenceFull", { args: { most: evidenceLimit } }),
    );
  });
});

describe("a file that backs a report as a whole", () => {
  it("is seen with the check by whoever edits it, and with the review, and not by a contributor", async () => {
    const { id } = await add(thailand(), { indicator: null });
    const file = await fileOf(id);
    const { contributor, secretariat } = on.plan.actors;
    const asked = { locale: "en", now };
    expect((await reportCheck(thailand(), of(), asked))?.ofReport).toMatchObject([{ id, file: { id: file.id } }]);
    expect((await reportCheck(contributor, of(), asked))?.ofReport).toEqual([]);
    expect(await mayRead(contributor, file.id)).toBe(false);
    expect(await mayRead(secretariat, file.id)).toBe(true);
    await on.database.prisma.report.updateMany({ where: { evidence: { some: { id } } }, data: { submission: 1 } });
    expect((await reportForReview(secretariat, of(), asked))?.ofReport).toMatchObject([{ id }]);
    await on.database.prisma.report.updateMany({ where: { evidence: { some: { id } } }, data: { submission: 0 } });
  });
});

describe("evidence that is removed", () => {
  it("goes with its bytes, by whoever added it or edits the report, with its event, and once", async () => {
    const { contributor, cambodia, secretariat } = on.plan.actors;
    const bytes = await photo("webp");
    const own = await add(contributor, { bytes });
    const others = await add(thailand(), { bytes: await photo("png") });
    const { sha256 } = await fileOf(own.id);
    await expect(removeEvidence(contributor, of(), others.id, now)).rejects.toThrow(refusal("notAllowed"));
    await expect(removeEvidence(secretariat, of(), others.id, now)).rejects.toThrow(refusal("notAllowed"));
    await expect(removeEvidence(cambodia, of(), others.id, now)).rejects.toThrow(refusal("notFound"));
    const there = (await rows()).length;
    const both = [removeEvidence(thailand(), of(), own.id, now), removeEvidence(contributor, of(), own.id, now)];
    expect((await Promise.all(both)).sort()).toEqual([false, true]);
    expect(await rows()).toHaveLength(there - 1);
    expect(await on.database.prisma.storedFile.count({ where: { sha256 } })).toBe(0);
    expect(
      (await auditOf(on.database.prisma, on.plan)).filter(({ action }) => action === "evidenceRemoved"),
    ).toHaveLength(1);
    const then = new Date(Date.now() - 2 * 3_600_000);
    for (const each of kept()) utimesSync(path.join(each.parentPath, each.name), then, then);
    expect(kept().map(({ name }) => name)).toContain(sha256);
    await forgetFiles(new Date());
    expect(kept().map(({ name }) => name)).not.toContain(sha256);
  });

  it("stays once the report is away", async () => {
    const { id } = await add();
    const where = { evidence: { some: { id } } };
    await on.database.prisma.report.updateMany({
      where,
      data: { state: "submitted", submission: 1, submittedAt: now, submittedById: thailand().id },
    });
    await expect(removeEvidence(thailand(), of(), id, now)).rejects.toThrow(
      refusal("locked", { args: { lock: "submitted" } }),
    );
  });
});
