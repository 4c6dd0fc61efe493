import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { importFile } from "@/lib/server/commands/import-file";
import { keepFileToImport } from "@/lib/server/commands/keep-file-to-import";
import type { Database } from "@/lib/server/db/client";
import { testDatabase } from "@/lib/server/db/testing";
import { fileKey } from "@/lib/server/files/file-key";
import { files as store } from "@/lib/server/files/files";
import { makeReporting, type Reporting } from "@/test/factories/make-reporting";
import { discardOutdated } from "./waiting-files";

const hour = 3600 * 1000;

let database: Database;
let plan: Reporting;
let plans = 0;
let data: string;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  data = mkdtempSync(path.join(tmpdir(), "spaiv-files-"));
  process.env.SPAIV_DATA_DIR = data;
  plans++;
  plan = await makeReporting(database.prisma, `plan${plans}`);
});
afterAll(async () => {
  await database.close();
  rmSync(data, { recursive: true });
  delete process.env.SPAIV_DATA_DIR;
});

const csv = (value: number) =>
  Buffer.from(
    [
      "Iso3_code,Country,Indicator,Dimension,Category,Sex,Age,Year,txtVALUE",
      `THA,Thailand,Detected trafficking victims,Total,Total,Total,Total,2016,${value}`,
    ].join("\n"),
  );
/** As a form without a script sends it. */
const send = (value: number, unit = "THA", actor = plan.actors.thailand) =>
  keepFileToImport(actor, plan.address(unit, "2016"), csv(value), new Date());
const importIt = (sha256: string, actor = plan.actors.thailand) =>
  importFile(
    actor,
    plan.address("THA", "2016"),
    { sha256, fileName: "a.csv", resolution: { answers: [] } },
    new Date(),
  );
const files = () =>
  readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name));
const names = () => files().map((file) => path.basename(file));
/** As if it had been sent so long ago. */
function age(name: string, hours: number) {
  const file = files().find((file) => file.includes(name))!;
  const then = new Date(statSync(file).mtimeMs - hours * hour);
  utimesSync(file, then, then);
}

const [halfWritten, beingWritten] = [randomUUID(), randomUUID()];

describe("files that wait to be imported", () => {
  it("are five of a person at most: the oldest goes, and nobody else's", async () => {
    const first = await send(1);
    age(first, 2);
    const others = await send(1, "KHM", plan.actors.cambodia);
    const second = await send(2);
    age(second, 1);
    const more = [await send(3), await send(4), await send(5), await send(6)];
    expect(names().sort()).toEqual([others, second, ...more].sort());
    await expect(importIt(first)).rejects.toMatchObject({ code: "fileChanged" });
    expect(await importIt(second)).toEqual({ imported: 1, had: 0 });
  });

  it("are five at most when many come at once", async () => {
    await Promise.all(Array.from({ length: 12 }, (_, n) => send(n)));
    await send(13);
    expect(files()).toHaveLength(5);
  });

  it("are one person's alone", async () => {
    const sha256 = await send(1);
    await expect(importIt(sha256, plan.actors.cambodia)).rejects.toMatchObject({ code: "notFound" });
    const colleague = { ...plan.actors.thailand, id: plan.actors.thailand.id + 100_000 };
    await expect(importIt(sha256, colleague)).rejects.toMatchObject({ code: "fileChanged" });
  });

  it("go after a day, whoever sent them, and what was imported stays", async () => {
    const [kept, left, fresh] = [await send(1), await send(2), await send(3)];
    expect(await importIt(kept)).toEqual({ imported: 1, had: 0 });
    for (const name of [kept, left]) age(name, 25);
    await discardOutdated(new Date());
    expect(names().sort()).toEqual([kept, fresh].sort());
  });

  it("leave no drafts behind", async () => {
    const sha256 = await send(1);
    const folder = path.dirname(files()[0]!);
    writeFileSync(path.join(folder, `${"0".repeat(64)}.${halfWritten}`), "half");
    writeFileSync(path.join(folder, `${"1".repeat(64)}.${beingWritten}`), "half");
    age(halfWritten, 2);
    await discardOutdated(new Date());
    expect(names().sort()).toEqual([sha256, `${"1".repeat(64)}.${beingWritten}`].sort());
    age(beingWritten, 2);
    await discardOutdated(new Date());
    expect(names()).toEqual([sha256]);
  });

  it("are told from what was imported into no report after all", async () => {
    const sha256 = await send(1);
    await importIt(sha256);
    const orphan = "9".repeat(64);
    await store.put(fileKey("fill", `${plan.unitIds.THA}-${plan.periodIds["2016"]}`, orphan), csv(9));
    age(sha256, 48);
    await discardOutdated(new Date());
    expect(names().sort()).toEqual([sha256, orphan].sort());
    age(orphan, 25);
    await discardOutdated(new Date());
    expect(names()).toEqual([sha256]);
  });
});
