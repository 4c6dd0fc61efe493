import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import * as permissions from "@/lib/domain/permissions";
import { type PublicationSettings, sectionsOfKind } from "@/lib/domain/publication";
import { verifyStream } from "@/lib/server/audit";
import { approveReport } from "@/lib/server/commands/approve-report";
import { cancelPublication } from "@/lib/server/commands/cancel-publication";
import { deletePublication } from "@/lib/server/commands/delete-publication";
import { makePublicationAgain } from "@/lib/server/commands/make-publication-again";
import { requestPublication } from "@/lib/server/commands/request-publication";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { publicationFile } from "@/lib/server/queries/publication-file";
import { publicationList, publicationOf } from "@/lib/server/queries/publication-list";
import { makeReport } from "@/prisma/seed/make-report";
import { makeReporting, type Reporting } from "@/prisma/seed/make-reporting";
import { claim, holdsClaim, say } from "./claim";
import { makePublication } from "./make-publication";
import * as publicationRow from "./publication-row";
import { closeQueue, work } from "./queue";
import { recoverLost } from "./recover-lost";
import { stopMaking, whileMaking } from "./running";

const now = new Date("2017-05-01T04:00:00Z");

let database: Database;
let plan: Reporting;
let plans = 0;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await closeQueue();
  await database.close();
});
beforeEach(async () => {
  plan = await makeReporting(database.prisma, `publications${++plans}`);
  await approve("THA");
});

async function approve(unit: "THA" | "KHM") {
  const figures = { "G1.1-a": { total: { kind: "number", number: "10" } as const } };
  const { rowVersion } = await makeReport(database.prisma, plan, { unit, period: "2016", state: "submitted", figures });
  await approveReport(plan.actors.secretariat, plan.address(unit, "2016"), { rowVersion }, now);
}

const settings = (more: Partial<PublicationSettings> = {}): PublicationSettings => ({
  ...{ kind: "country", unit: "THA", period: "2016", goal: null, countries: ["THA"], language: "en" },
  ...{ sections: [...sectionsOfKind.country], isInternal: false, formats: ["csv", "xlsx"] },
  ...more,
});
const request = async (more?: Partial<PublicationSettings>, actor: permissions.Actor = plan.actors.secretariat) =>
  (await requestPublication(actor, plan.code, settings(more), now)).id;
const read = async (id: number) => (await publicationOf(plan.actors.secretariat, plan.code, id, "en"))!;
const actionsOf = async (id: number) => {
  const events = await database.prisma.auditEvent.findMany({
    where: { stream: `publication:${id}` },
    orderBy: { sequence: "asc" },
  });
  return events.map(({ action }) => action);
};
/** The next command judges the publication before the work, and writes after it. */
function judgedBefore(work: () => Promise<void>) {
  const { mustLocatePublication } = publicationRow;
  const locating = vi.spyOn(publicationRow, "mustLocatePublication");
  locating.mockImplementationOnce(async (...about) => {
    locating.mockRestore();
    const judged = await mustLocatePublication(...about);
    await work();
    return judged;
  });
}
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const refusal = (code: string) => expect.objectContaining({ code });

describe("a publication", () => {
  it("comes by way of the queue", async () => {
    const waiting = new Map<number, () => void>();
    await work(async (job) => {
      await makePublication(job);
      waiting.get(job)?.();
    });
    const id = await request({ formats: ["csv"] });
    // What earlier tests left in the queue comes first, and waits no more.
    await new Promise<void>((resolve) => waiting.set(id, resolve));
    expect(await actionsOf(id)).toEqual(["publicationRequested", "publicationMade"]);
    await closeQueue();
  });

  it("is made whole, says from which version, and leaves its events", async () => {
    const id = await request();
    expect(await read(id)).toMatchObject({ state: "queued", files: [], version: null, percent: 0 });
    await makePublication(id);
    const made = await read(id);
    expect(made).toMatchObject({
      state: "ready",
      version: 2,
      requestedBy: "Officer secretariat",
      unitName: "Thailand",
    });
    expect(made.files.map(({ name }) => name)).toEqual([
      `${plan.code}-2016-country-tha-en.xlsx`,
      `${plan.code}-2016-country-tha-en.zip`,
    ]);
    for (const { format, sha256: said, size } of made.files) {
      const file = await publicationFile(plan.actors.secretariat, plan.code, id, format);
      expect(sha256(file!.bytes)).toBe(said);
      expect(file!.bytes.byteLength).toBe(size);
    }
    expect(await actionsOf(id)).toEqual(["publicationRequested", "publicationMade"]);
    expect(await verifyStream(database.prisma, `publication:${id}`)).toMatchObject({ intact: true });
  });

  it("is the same to the byte when it is made again, whatever was approved since", async () => {
    const id = await request();
    await makePublication(id);
    const first = await read(id);
    await approve("KHM");
    await makePublicationAgain(plan.actors.secretariat, plan.code, id, now);
    await makePublication(id);
    const again = await read(id);
    expect(again.version).toBe(2);
    expect(again.files).toEqual(first.files);
  });

  it("that was kept in an older form fails with a reason, and keeps its files", async () => {
    const id = await request({ formats: ["csv"] });
    await makePublication(id);
    const { files } = await read(id);
    const { content } = await database.prisma.publication.findUniqueOrThrow({ where: { id } });
    const older = gzipSync(gunzipSync(content!).toString("utf8").split("\n").slice(1).join("\n"));
    await database.prisma.publication.update({ where: { id }, data: { content: new Uint8Array(older) } });
    await makePublicationAgain(plan.actors.secretariat, plan.code, id, now);
    const told = vi.spyOn(console, "error").mockImplementation(() => {});
    await makePublication(id);
    expect(told).toHaveBeenCalledOnce();
    told.mockRestore();
    expect(await read(id)).toMatchObject({ state: "failed", failure: "contentFormat", files });
    const event = await database.prisma.auditEvent.findFirst({
      where: { stream: `publication:${id}`, action: "publicationFailed" },
    });
    expect(event).toMatchObject({ after: { state: "failed", failure: "contentFormat" } });
    await makePublicationAgain(plan.actors.secretariat, plan.code, id, now);
    expect(await read(id)).toMatchObject({ state: "queued", failure: null });
  });

  it("is the same to the byte for the same settings and version, whoever asks", async () => {
    const [one, other] = [await request(), await request({}, plan.actors.thailand)];
    await makePublication(one);
    await makePublication(other);
    expect((await read(other)).files).toEqual((await read(one)).files);
  });

  it("is made once, however many take it up", async () => {
    const id = await request();
    await Promise.all([makePublication(id), makePublication(id), makePublication(id)]);
    expect(await actionsOf(id)).toEqual(["publicationRequested", "publicationMade"]);
  });
});

describe("whoever may not", () => {
  it("make one hears nothing of it", async () => {
    const { cso, cambodia, contributor, thailand } = plan.actors;
    for (const actor of [cso, cambodia, contributor]) {
      await expect(request({}, actor)).rejects.toThrow(expect.objectContaining({ name: "Refusal" }));
    }
    await expect(request({ kind: "regional", unit: "REGION" }, thailand)).rejects.toThrow(refusal("notFound"));
    const id = await request();
    await makePublication(id);
    for (const actor of [cso, cambodia, contributor]) {
      expect(await publicationOf(actor, plan.code, id, "en")).toBeNull();
      expect(await publicationFile(actor, plan.code, id, "csv")).toBeNull();
      await expect(cancelPublication(actor, plan.code, id, now)).rejects.toThrow(refusal("notFound"));
      await expect(makePublicationAgain(actor, plan.code, id, now)).rejects.toThrow(refusal("notFound"));
      await expect(deletePublication(actor, plan.code, id)).rejects.toThrow(refusal("notFound"));
    }
    expect(await publicationList(cso, plan.code, "en")).toBeNull();
    expect((await publicationList(cambodia, plan.code, "en"))?.publications).toEqual([]);
    expect((await publicationList(thailand, plan.code, "en"))?.publications).toHaveLength(1);
  });

  it("see exact figures any more hears nothing of an internal one, however it came about", async () => {
    const { secretariat, thailand } = plan.actors;
    const id = await request({ isInternal: true, formats: ["csv"] }, thailand);
    const open = await request({ formats: ["csv"] }, thailand);
    await makePublication(id);
    const listed = async () => (await publicationList(thailand, plan.code, "en"))?.publications.map((each) => each.id);
    expect(await listed()).toEqual([open, id]);
    // Today no role parts making publications from seeing exact figures.
    const { can } = permissions;
    const barred = vi.spyOn(permissions, "can");
    barred.mockImplementation(
      (actor, ability, subject) =>
        !(ability === "seeExactFigures" && actor?.id === thailand.id) && can(actor, ability, subject),
    );
    try {
      expect(await listed()).toEqual([open]);
      expect(await publicationOf(thailand, plan.code, id, "en")).toBeNull();
      expect(await publicationFile(thailand, plan.code, id, "csv")).toBeNull();
      await expect(makePublicationAgain(thailand, plan.code, id, now)).rejects.toThrow(refusal("notFound"));
      await expect(deletePublication(thailand, plan.code, id)).rejects.toThrow(refusal("notFound"));
      await makePublicationAgain(secretariat, plan.code, id, now);
      await expect(cancelPublication(thailand, plan.code, id, now)).rejects.toThrow(refusal("notFound"));
      expect(await publicationOf(secretariat, plan.code, id, "en")).toMatchObject({ state: "queued" });
      await cancelPublication(thailand, plan.code, open, now);
    } finally {
      barred.mockRestore();
    }
    expect(await listed()).toEqual([open, id]);
  });

  it("have settings that the plan doesn't know", async () => {
    const problem = (field: string) => expect.objectContaining({ problems: [expect.objectContaining({ field })] });
    await expect(request({ unit: "XXX" })).rejects.toThrow(problem("unit"));
    await expect(request({ kind: "regional" })).rejects.toThrow(problem("unit"));
    await expect(request({ period: "2015" })).rejects.toThrow(problem("period"));
    await expect(request({ kind: "goal", unit: "REGION", goal: "G9" })).rejects.toThrow(problem("goal"));
    await expect(request({ countries: ["XXX"] })).rejects.toThrow(problem("countries"));
  });
});

describe("a publication that is given up", () => {
  it("isn't made, and can be made again", async () => {
    const id = await request();
    await cancelPublication(plan.actors.secretariat, plan.code, id, now);
    await makePublication(id);
    expect(await read(id)).toMatchObject({ state: "cancelled", files: [] });
    await expect(cancelPublication(plan.actors.secretariat, plan.code, id, now)).rejects.toThrow(
      refusal("changedMeanwhile"),
    );
    await makePublicationAgain(plan.actors.secretariat, plan.code, id, now);
    await makePublication(id);
    expect(await read(id)).toMatchObject({ state: "ready" });
  });

  it("keeps no file of what was on the way", async () => {
    const id = await request({ formats: ["pdf", "xlsx"] });
    const making = makePublication(id);
    await vi.waitFor(async () => expect((await read(id)).state).toBe("making"), { timeout: 20_000, interval: 5 });
    await cancelPublication(plan.actors.secretariat, plan.code, id, now);
    await making;
    expect(await read(id)).toMatchObject({ state: "cancelled", files: [] });
    expect(await actionsOf(id)).toEqual(["publicationRequested", "publicationCancelled"]);
  });
});

describe("the list of publications", () => {
  it("has 25 a page, the newest first, and of what the person may read alone", async () => {
    const { secretariat, thailand } = plan.actors;
    const first = await request();
    const {
      id: _,
      content: __,
      ...row
    } = await database.prisma.publication.findUniqueOrThrow({ where: { id: first } });
    const of = (code: string) => ({ ...row, unitId: plan.unitIds[code]!, settings: { ...settings(), unit: code } });
    await database.prisma.publication.createMany({
      data: [...Array.from({ length: 27 }, () => of("THA")), ...Array.from({ length: 23 }, () => of("KHM"))],
    });
    const pageOf = async (actor: permissions.Actor, page: number) => {
      const view = (await publicationList(actor, plan.code, "en", page))!;
      return { ...view, ids: view.publications.map(({ id }) => id) };
    };
    const [one, two, three] = [
      await pageOf(secretariat, 1),
      await pageOf(secretariat, 2),
      await pageOf(secretariat, 3),
    ];
    expect([one, two, three].map(({ page, pages, ids }) => [page, pages, ids.length])).toEqual([
      [1, 3, 25],
      [2, 3, 25],
      [3, 3, 1],
    ]);
    const all = [...one.ids, ...two.ids, ...three.ids];
    expect(all).toEqual(all.toSorted((a, b) => b - a));
    expect(new Set(all).size).toBe(51);
    expect(await pageOf(secretariat, 9)).toMatchObject({ page: 3, pages: 3, ids: [first] });
    expect(await pageOf(thailand, 2)).toMatchObject({ page: 2, pages: 2, ids: { length: 3 } });
  });

  it("is one page where there is nothing", async () => {
    expect(await publicationList(plan.actors.thailand, plan.code, "en", 4)).toMatchObject({
      ...{ publications: [], page: 1, pages: 1 },
    });
  });
});

describe("a publication that is deleted", () => {
  it("is gone with its files, and the audit log keeps what it was", async () => {
    const id = await request();
    await makePublication(id);
    const { files } = await read(id);
    await deletePublication(plan.actors.thailand, plan.code, id);
    const { secretariat } = plan.actors;
    expect(await publicationOf(secretariat, plan.code, id, "en")).toBeNull();
    expect(await publicationFile(secretariat, plan.code, id, "csv")).toBeNull();
    expect((await publicationList(secretariat, plan.code, "en"))?.publications).toEqual([]);
    expect(await database.prisma.publicationFile.count({ where: { publicationId: id } })).toBe(0);
    expect(await actionsOf(id)).toEqual(["publicationRequested", "publicationMade", "publicationDeleted"]);
    const event = await database.prisma.auditEvent.findFirst({
      where: { stream: `publication:${id}`, action: "publicationDeleted" },
    });
    expect(event).toMatchObject({
      actorId: plan.actors.thailand.id,
      before: {
        ...{ state: "ready", version: 2, settings: settings() },
        files: Object.fromEntries(files.map(({ name, sha256 }) => [name, sha256])),
      },
    });
    expect(await verifyStream(database.prisma, `publication:${id}`)).toMatchObject({ intact: true });
    await expect(deletePublication(secretariat, plan.code, id)).rejects.toThrow(refusal("notFound"));
  });

  it("can't be while it waits or is made", async () => {
    const id = await request();
    const { secretariat } = plan.actors;
    await expect(deletePublication(secretariat, plan.code, id)).rejects.toThrow(refusal("changedMeanwhile"));
    await claim(id);
    await expect(deletePublication(secretariat, plan.code, id)).rejects.toThrow(refusal("changedMeanwhile"));
    expect(await read(id)).toMatchObject({ state: "making" });
    await cancelPublication(secretariat, plan.code, id, now);
    await deletePublication(secretariat, plan.code, id);
    await makePublication(id);
    expect(await publicationOf(secretariat, plan.code, id, "en")).toBeNull();
  });

  it("isn't once somebody has it made again", async () => {
    const id = await request();
    await makePublication(id);
    const { secretariat, thailand } = plan.actors;
    judgedBefore(() => makePublicationAgain(thailand, plan.code, id, now));
    await expect(deletePublication(secretariat, plan.code, id)).rejects.toThrow(refusal("changedMeanwhile"));
    const left = await read(id);
    expect(left).toMatchObject({ state: "queued", files: [{ format: "xlsx" }, { format: "csv" }] });
    await makePublication(id);
    judgedBefore(async () => {
      await makePublicationAgain(thailand, plan.code, id, now);
      await makePublication(id);
    });
    await expect(deletePublication(secretariat, plan.code, id)).rejects.toThrow(refusal("changedMeanwhile"));
    expect((await actionsOf(id)).at(-1)).toBe("publicationMade");
  });
});

describe("cancelling and making again at once", () => {
  it("stops the attempt that was cancelled and no other", async () => {
    const id = await request();
    const first = (await claim(id))!;
    const ended = await whileMaking(first, async (stop) => {
      await cancelPublication(plan.actors.secretariat, plan.code, id, now);
      await makePublicationAgain(plan.actors.secretariat, plan.code, id, now);
      const second = (await claim(id))!;
      expect([first.attempt, second.attempt]).toEqual([1, 2]);
      return whileMaking(second, async (again) => {
        // As the command does that judged the first attempt and comes to its end late.
        stopMaking(first);
        return [stop.signal.aborted, again.signal.aborted];
      });
    });
    expect(ended).toEqual([true, false]);
  });

  it("refuses what was judged of another attempt", async () => {
    const id = await request();
    const { secretariat } = plan.actors;
    await claim(id);
    judgedBefore(async () => {
      await cancelPublication(secretariat, plan.code, id, now);
      await makePublicationAgain(secretariat, plan.code, id, now);
      await claim(id);
    });
    await expect(cancelPublication(secretariat, plan.code, id, now)).rejects.toThrow(refusal("changedMeanwhile"));
    expect(await read(id)).toMatchObject({ state: "making" });
    expect(await actionsOf(id)).toEqual(["publicationRequested", "publicationCancelled", "publicationRequestedAgain"]);
  });
});

describe("a publication whose maker ended on the way", () => {
  it("is made by the next, once, and its first maker can write no more", async () => {
    const id = await request();
    const lost = (await claim(id))!;
    await say(lost, "xlsx");
    expect(await read(id)).toMatchObject({ state: "making", step: "xlsx", files: [] });
    await recoverLost(60_000);
    expect(await read(id)).toMatchObject({ state: "making" });
    await recoverLost(null);
    expect(await read(id)).toMatchObject({ state: "queued", files: [] });
    await makePublication(id);
    await say(lost, "pdf");
    expect(await read(id)).toMatchObject({ state: "ready", step: "keeping" });
    expect(await actionsOf(id)).toEqual(["publicationRequested", "publicationTakenBack", "publicationMade"]);
  });

  it("is taken back once nothing was heard of it for so long", async () => {
    const id = await request();
    await claim(id);
    const ago = (seconds: number) =>
      database.pool.query(
        "UPDATE publication SET worked_at = now() AT TIME ZONE 'UTC' - $2 * interval '1 second' WHERE id = $1",
        [id, seconds],
      );
    await ago(25);
    await recoverLost(30_000);
    expect(await read(id)).toMatchObject({ state: "making" });
    await ago(31);
    await recoverLost(30_000);
    expect(await read(id)).toMatchObject({ state: "queued" });
  });

  it("isn't taken for lost by the clock of a server, whichever way that goes wrong", async ({ skip }) => {
    skip(database.embedded, "the embedded database has no other clock than the server's");
    const id = await request();
    vi.useFakeTimers({ toFake: ["Date"] });
    try {
      vi.setSystemTime(new Date("2001-01-01"));
      const held = (await claim(id))!;
      await say(held, "xlsx");
      vi.setSystemTime(new Date("2099-01-01"));
      await recoverLost(30_000);
      expect(await read(id)).toMatchObject({ state: "making", step: "xlsx" });
      expect(await holdsClaim(held)).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  it("is marked failed when that happens over and over", async () => {
    const id = await request();
    for (let time = 0; time < 3; time++) {
      await claim(id);
      await recoverLost(null);
    }
    expect(await read(id)).toMatchObject({ state: "failed", failure: "other", files: [] });
    expect((await actionsOf(id)).at(-1)).toBe("publicationFailed");
  });
});
