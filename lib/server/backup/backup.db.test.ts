import { createHash, pbkdf2 } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeAudit } from "@/lib/server/audit/write";
import { type Database, openDatabase } from "@/lib/server/db/client";
import { emptyPlaceForDatabase, testDatabase } from "@/lib/server/db/testing";
import { transaction } from "@/lib/server/transaction";
import { makePerson } from "@/prisma/seed/make-person";
import { makeReport } from "@/test/factories/make-report";
import { makeReporting } from "@/test/factories/make-reporting";
import { backupEntries, checkBackup, manifestName, sumsName } from "./backup-file";
import { restoreBackup } from "./restore-backup";
import { tarEnd, tarEntry } from "./tar";
import { keepFile } from "./testing/keep-file";
import { writeBackup } from "./write-backup";

let database: Database;
const folder = mkdtempSync(path.join(tmpdir(), "spaiv-backup-"));
const file = path.join(folder, "one.tar.gz");
const data = path.join(folder, "data");

beforeAll(async () => {
  database = await testDatabase();
  process.env.SPAIV_DATA_DIR = data;
  const plan = await makeReporting(database.prisma);
  const person = await makePerson(database.prisma, { email: "ສົມ@example.org", password: "seven quiet rivers" });
  await makeReport(database.prisma, plan, { unit: "THA", period: "2016" });
  for (const turn of [1, 2, 3]) {
    await transaction((tx) =>
      writeAudit(tx, {
        stream: "test",
        actorId: person.id,
        action: "administratorCreated",
        subject: `turn ${turn}\n"'\\ \u{1F41F}`,
        after: { none: null, number: 1e-7, text: "ภาษาไทย" },
      }),
    );
  }
  await database.pool.query(`UPDATE "plan" SET "starts_on" = '0044-03-15'`);
  await keepFile("fill/12", new TextEncoder().encode("a,b\n1,2\n"));
  await writeBackup(database.pool, data, file);
});
afterAll(async () => {
  delete process.env.SPAIV_DATA_DIR;
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Everything but the moment it was made, and the checksum of that. */
async function contentOf(backup: string): Promise<Map<string, string>> {
  const content = new Map<string, string>();
  for await (const { name, body } of backupEntries(backup)) {
    const text = body.toString("latin1");
    if (name === manifestName) content.set(name, text.replace(/"made": ".*"/, ""));
    else if (name !== sumsName) content.set(name, text);
  }
  return content;
}

/** Restores into a new place, and hands over what is there then. */
async function restored(work: (there: { database: Database; folder: string }) => Promise<void>) {
  const place = await emptyPlaceForDatabase();
  try {
    await restoreBackup(file, place);
    const there = await openDatabase(place.url ? { url: place.url } : { folder: path.join(place.folder, "pglite") });
    await work({ database: there, folder: place.folder }).finally(() => there.close());
  } finally {
    await place.remove();
  }
}

describe("a backup", () => {
  it("restored into an empty place gives the same backup, to the byte", async () => {
    await restored(async (there) => {
      const again = path.join(there.folder, "again.tar.gz");
      await writeBackup(there.database.pool, there.folder, again);
      expect(await contentOf(again)).toEqual(await contentOf(file));
      const names = [...(await contentOf(file)).keys()];
      for (const part of [/^database\/audit_event\//, /^database\/user\//, /^files\/fill\/12\/[0-9a-f]{64}$/])
        expect(names.some((name) => part.test(name))).toBe(true);
    });
  });

  it("restored goes on where it was: numbers, rules and references hold", async () => {
    const { rows } = await database.pool.query('SELECT max(id) AS id FROM "user"');
    await restored(async ({ database: { prisma, pool } }) => {
      const next = await makePerson(prisma, { email: "next@example.org", password: "seven quiet rivers" });
      expect(next.id).toBeGreaterThan(rows[0].id);
      await expect(pool.query('DELETE FROM "audit_event"')).rejects.toThrow();
      await expect(pool.query(`UPDATE "report" SET "unit_id" = 987654`)).rejects.toThrow(/foreign key/);
      const rules = `SELECT conrelid::regclass::text AS "table", conname, condeferrable, condeferred, convalidated
        FROM pg_constraint WHERE contype IN ('f', 'c', 'u', 'p') AND connamespace = 'public'::regnamespace ORDER BY 1, 2`;
      expect((await pool.query(rules)).rows).toEqual((await database.pool.query(rules)).rows);
      const resting = "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'O'";
      expect((await pool.query(resting)).rows).toEqual([]);
    });
  });

  it("goes into an empty place only", async () => {
    const place = await emptyPlaceForDatabase();
    await restoreBackup(file, place);
    await expect(restoreBackup(file, place)).rejects.toThrow(/isn't empty.*Nothing was changed/);
    await place.remove();
    const other = await emptyPlaceForDatabase();
    mkdirSync(path.join(other.folder, "files"), { recursive: true });
    writeFileSync(path.join(other.folder, "files", "mine"), "mine");
    await expect(restoreBackup(file, other)).rejects.toThrow(/isn't empty/);
    expect(readdirSync(path.join(other.folder, "files"))).toEqual(["mine"]);
    rmSync(path.join(other.folder, "files", "mine"));
    // Nothing was left half-way: the same place takes it now.
    await restoreBackup(file, other);
    await other.remove();
  });

  it("goes there once where two restore it at the same time", async () => {
    const place = await emptyPlaceForDatabase();
    const ends = await Promise.allSettled([restoreBackup(file, place), restoreBackup(file, place)]);
    await place.remove();
    const faults = ends.flatMap((end) => (end.status === "rejected" ? [String(end.reason)] : []));
    expect(faults).toEqual([expect.stringMatching(place.url ? /The database isn't empty/ : /is open in process/)]);
  });

  it("isn't written over another, and leaves no half file", async () => {
    await expect(writeBackup(database.pool, data, file)).rejects.toThrow(/is there already/);
    const broken = {
      connect: () =>
        database.pool.connect().then((client) => ({ ...client, query: failing, release: () => client.release() })),
    };
    const failing = async () => Promise.reject(new Error("gone"));
    await expect(writeBackup(broken as never, data, path.join(folder, "two.tar.gz"))).rejects.toThrow("gone");
    // Where all threads of the disk have been busy, what is asked for next is done at once and in any order.
    for (let turn = 0; turn < 20; turn++) {
      for (let thread = 0; thread < 4; thread++) pbkdf2("", "", 20_000, 64, "sha512", () => {});
      await expect(writeBackup({ connect: failing } as never, data, path.join(folder, "two.tar.gz"))).rejects.toThrow();
    }
    expect(readdirSync(folder).sort()).toEqual(["data", "one.tar.gz"]);
    if (process.platform !== "win32") expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});

describe("files that people sent", () => {
  const sent = path.join(data, "files", "fill", "12");
  const second = path.join(folder, "second.tar.gz");

  it("are a fault where they are there and can't be read", async () => {
    // A folder that leads to itself can't be read by anybody; permissions don't stop an administrator.
    const rest = path.join(folder, "rest");
    renameSync(path.join(data, "files"), rest);
    symlinkSync(path.join(data, "files"), path.join(data, "files"));
    await expect(writeBackup(database.pool, data, second)).rejects.toThrow(
      /files.* can't be read .*no backup was made/,
    );
    rmSync(path.join(data, "files"));
    renameSync(rest, path.join(data, "files"));
    expect(existsSync(second)).toBe(false);
  });

  it("are a fault where this user may not", async (context) => {
    context.skip(process.getuid?.() === 0 || process.platform === "win32", "nothing is closed to this user");
    const [name] = readdirSync(sent);
    for (const [place, before] of [
      [path.join(sent, name!), 0o644],
      [sent, 0o755],
    ] as const) {
      chmodSync(place, 0);
      await expect(writeBackup(database.pool, data, second)).rejects.toThrow(`${place} may not be read by this user`);
      chmodSync(place, before);
    }
  });

  it("are counted where the database names them and they are nowhere", async () => {
    const { prisma } = database;
    const report = await prisma.report.findFirstOrThrow();
    const sha256 = await keepFile(`fill/${report.unitId}-${report.periodId}`, new TextEncoder().encode("here"));
    const createdBy = { connect: { id: (await prisma.user.findFirstOrThrow()).id } };
    for (const hash of [sha256, "f".repeat(64), "f".repeat(64)])
      await prisma.fileImport.create({
        data: {
          report: { connect: { id: report.id } },
          createdBy,
          sha256: hash,
          format: "csv",
          fileName: "a.csv",
          rows: 1,
          imported: 1,
        },
      });
    const added = createHash("sha256").update("source").digest("hex");
    await keepFile(`source/${added.slice(0, 2)}`, new TextEncoder().encode("source"));
    for (const hash of [added, "e".repeat(64)])
      await prisma.storedFile.create({
        data: { sha256: hash, size: 6, type: "pdf", title: "a", addedAt: new Date(0), addedBy: createdBy },
      });
    expect(await writeBackup(database.pool, data, second)).toBe(2);
    expect((await contentOf(second)).get(`files/source/${added.slice(0, 2)}/${added}`)).toBe("source");
    expect(await writeBackup(database.pool, path.join(folder, "elsewhere"), path.join(folder, "third.tar.gz"))).toBe(4);
  });
});

describe("before anything is touched, a restore refuses", () => {
  const whole = () => gunzipSync(readFileSync(file));
  const changed = () => {
    const bytes = whole();
    bytes[bytes.indexOf("ภาษาไทย")] = 0x41;
    return gzipSync(bytes);
  };
  const others: [string, () => Buffer][] = [
    ["a file that was cut short", () => readFileSync(file).subarray(0, -100)],
    ["an empty file", () => Buffer.alloc(0)],
    ["a file with a changed byte", () => Buffer.from(readFileSync(file)).fill(0x55, 2000, 2010)],
    ["a part that was changed and packed again", changed],
    ["a tar file that lacks its end", () => gzipSync(whole().subarray(0, 512 * 40))],
    ["a text", () => Buffer.from("hello")],
    [
      "somebody else's tar file",
      () => gzipSync(Buffer.concat([tarEntry({ name: "x", body: Buffer.from("x") }), tarEnd])),
    ],
    ["a backup without its checksums", () => gzipSync(Buffer.concat([whole().subarray(0, 512), tarEnd]))],
  ];

  it.each(others)("%s", async (_, make) => {
    const other = path.join(folder, "other.tar.gz");
    writeFileSync(other, make());
    const place = await emptyPlaceForDatabase();
    await expect(restoreBackup(other, place)).rejects.toThrow(/Nothing was changed/);
    expect(existsSync(path.join(place.folder, "pglite"))).toBe(false);
    await place.remove();
    rmSync(other);
  });

  it("a file that isn't there", async () => {
    await expect(checkBackup(path.join(folder, "nowhere"))).rejects.toThrow(/There is no file/);
    await expect(checkBackup(folder)).rejects.toThrow(/is a folder/);
  });
});
