import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { author, docx, photo, xlsx } from "@/lib/cleaning/testing/authored-files";
import { placesOf } from "@/lib/cleaning/testing/look-for";
import type { Actor } from "@/lib/domain/permissions";
import { fileKey } from "@/lib/server/files/file-key";
import { files } from "@/lib/server/files/files";
import { forgetFiles } from "@/lib/server/files/stored-files";
import { storedFileHeaders } from "@/lib/server/http/stored-file-headers";
import { observationFile } from "@/lib/server/queries/observations/observation-file";
import { observationForWork } from "@/lib/server/queries/observations/observation-for-work";
import { refusal, reportingTests } from "@/test/factories/reporting-plan";
import { addObservationFile } from "./add-observation-file";
import { deleteObservation } from "./delete-observation";
import { passObservation } from "./pass-observation";
import { recallObservation } from "./recall-observation";
import { removeObservationFile } from "./remove-observation-file";
import { sendBackObservation } from "./send-back-observation";
import { sendReply } from "./send-reply";
import { speakAgain } from "./speak-again";
import { takeDownObservation } from "./take-down-observation";
import { now, observing, reply } from "./testing/observing";
import { submitObservation } from "./testing/submit-observation";

// A file's whole life beside one observation, with the store that all of it shares: in two files it would stand twice.

const on = reportingTests();
const { add, seen, events, passed, row } = observing(on);
const data = mkdtempSync(path.join(tmpdir(), "spaiv-sources-"));
beforeAll(() => {
  process.env.SPAIV_DATA_DIR = data;
});
afterAll(() => {
  delete process.env.SPAIV_DATA_DIR;
  rmSync(data, { recursive: true });
});

const cso = () => on.plan.actors.cso;
const words = { title: "Photo of the shelter", consent: true };
const addFile = async (id: number, bytes?: Uint8Array, more: Partial<typeof words> = {}, actor: Actor = cso()) =>
  addObservationFile(actor, await seen(id), { ...words, ...more, bytes: bytes ?? (await photo("jpeg")) }, now);
const filesOf = (id: number) =>
  on.database.prisma.addressedFile.findMany({
    where: { textId: id },
    include: { file: true },
    orderBy: { place: "asc" },
  });
const kept = () =>
  existsSync(path.join(data, "files", "source"))
    ? readdirSync(path.join(data, "files", "source"), { recursive: true, withFileTypes: true }).filter((each) =>
        each.isFile(),
      )
    : [];
const read = async (actor: Actor | null, file: number) => {
  const found = await observationFile(actor, on.plan.code, file, now);
  return found && Buffer.from(await buffer((await found.open())!));
};
const agedTwoHours = () => {
  for (const { parentPath, name } of kept()) {
    const then = new Date(Date.now() - 2 * 3_600_000);
    utimesSync(path.join(parentPath, name), then, then);
  }
};

describe("a file among the sources of an observation", () => {
  it("is kept without what tells who made it, and nothing else of it is", { tags: ["long"] }, async () => {
    const id = await add();
    await addFile(id);
    await addFile(id, await docx(), { title: "What we saw", consent: false });
    const files = await filesOf(id);
    expect(files.map(({ place, file: { type, title } }) => [place, type, title])).toEqual([
      [1, "jpeg", "Photo of the shelter"],
      [2, "docx", "What we saw"],
    ]);
    for (const { file } of files) {
      const bytes = (await read(cso(), file.id))!;
      expect(bytes.byteLength).toBe(file.size);
      expect(placesOf(author, bytes)).toEqual([]);
    }
    expect(
      kept()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(files.map(({ file }) => file.sha256).sort());
    expect((await events(id)).slice(-2)).toEqual(["observationFileAdded", "observationFileAdded"]);
    const told = await on.database.prisma.auditEvent.findMany({
      where: { stream: `addressed:${id}` },
      include: { payload: true },
    });
    for (const { file } of files) {
      expect(JSON.stringify(told)).not.toContain(file.sha256);
      expect(JSON.stringify(told)).not.toContain(file.title);
    }
  });

  it("needs a word on those whom a picture shows, and is refused whole where it isn't taken", async () => {
    const id = await add();
    await expect(addFile(id, undefined, { consent: false })).rejects.toThrow(refusal("sourceConsentMissing"));
    const macros = await xlsx({ "xl/vbaProject.bin": "a" });
    await expect(addFile(id, macros)).rejects.toThrow(refusal("sourceMacros"));
    expect(await filesOf(id)).toEqual([]);
    expect((await row(id)).rowVersion).toBe(1);
    expect(await events(id)).toEqual(["observationAdded"]);
  });

  it("is one of five at most, and the place of one that was removed is free again", async () => {
    const id = await add();
    for (let count = 0; count < 5; count++) await addFile(id);
    await expect(addFile(id)).rejects.toThrow(refusal("sourceFilesFull"));
    const [, second] = await filesOf(id);
    await removeObservationFile(cso(), await seen(id), second!.fileId);
    await expect(removeObservationFile(cso(), await seen(id), second!.fileId)).rejects.toThrow(
      refusal("changedMeanwhile"),
    );
    await addFile(id, undefined, { title: "Another" });
    expect((await filesOf(id)).map(({ place, file }) => `${place} ${file.title}`)).toContain("2 Another");
  });

  it("is added by its author's organisation alone, and to an observation as they saw it", async () => {
    const id = await add();
    const before = await seen(id);
    await expect(addFile(id, undefined, {}, on.plan.actors.thailand)).rejects.toThrow(refusal("notFound"));
    await expect(addFile(id, undefined, {}, on.plan.actors.secretariat)).rejects.toThrow(refusal("notFound"));
    await addFile(id);
    const again = addObservationFile(cso(), before, { ...words, bytes: await photo("png") }, now);
    await expect(again).rejects.toThrow(refusal("changedMeanwhile"));
    const other = await add();
    const [file] = await filesOf(id);
    await expect(removeObservationFile(cso(), await seen(other), file!.fileId)).rejects.toThrow(
      refusal("changedMeanwhile"),
    );
    expect(await filesOf(id)).toHaveLength(1);
  });

  it("changes while its words are written for the first time, and never after", async () => {
    const id = await add();
    await addFile(id);
    const file = (await filesOf(id))[0]!.fileId;
    await submitObservation(cso(), await seen(id), now);
    const refused = async () => {
      await expect(addFile(id)).rejects.toThrow(refusal("changedMeanwhile"));
      await expect(removeObservationFile(cso(), await seen(id), file)).rejects.toThrow(refusal("changedMeanwhile"));
    };
    await refused();
    await recallObservation(cso(), await seen(id));
    await addFile(id);
    await submitObservation(cso(), await seen(id), now);
    const note = { rule: "minor", note: "" } as const;
    await sendBackObservation(on.plan.actors.secretariat, await seen(id), note, now);
    await addFile(id);
    expect(await filesOf(id)).toHaveLength(3);

    const spoken = await passed();
    await expect(addFile(spoken)).rejects.toThrow(refusal("changedMeanwhile"));
    await sendReply(on.plan.actors.thailand, await seen(spoken), reply, now);
    await speakAgain(cso(), await seen(spoken), "Once more");
    await expect(addFile(spoken)).rejects.toThrow(refusal("changedMeanwhile"));
    // Nor past the commands.
    for (const statement of [
      `INSERT INTO addressed_file (text_id, place, file_id) VALUES (${spoken}, 1, ${file})`,
      `UPDATE stored_file SET title = 'Other' WHERE id = ${file}`,
      `UPDATE addressed_file SET place = 5 WHERE file_id = ${file}`,
    ])
      await expect(on.database.pool.query(statement)).rejects.toThrow("only ever added");
  });
});

describe("who reads a file", () => {
  const withFile = async () => {
    const id = await add({ attribution: "secretariatOnly" });
    await addFile(id);
    return { id, file: (await filesOf(id))[0]!.fileId };
  };
  const readers = async (file: number) => {
    const { thailand, cambodia, secretariat } = on.plan.actors;
    const asked = { nobody: null, cso: cso(), thailand, cambodia, secretariat };
    const found: string[] = [];
    for (const [name, actor] of Object.entries(asked)) if (await read(actor, file)) found.push(name);
    return found;
  };

  it("reads the observation, and of what is withdrawn nobody does", async () => {
    const { id, file } = await withFile();
    expect(await readers(file)).toEqual(["cso"]);
    await submitObservation(cso(), await seen(id), now);
    expect(await readers(file)).toEqual(["cso", "secretariat"]);
    await passObservation(on.plan.actors.secretariat, await seen(id), now);
    expect(await readers(file)).toEqual(["cso", "thailand", "secretariat"]);
    await sendReply(on.plan.actors.thailand, await seen(id), reply, now);
    expect(await readers(file)).toEqual(["nobody", "cso", "thailand", "cambodia", "secretariat"]);
    // Once words have passed, a file goes with them alone.
    await expect(on.database.pool.query(`DELETE FROM stored_file WHERE id = ${file}`)).rejects.toThrow(
      "only ever added",
    );
    await takeDownObservation(on.plan.actors.secretariat, await seen(id), "identifiable", now);
    expect(await readers(file)).toEqual([]);
    expect(await filesOf(id)).toEqual([]);
  });

  it("finds no more in it than in the observation of an organisation that isn't named", async () => {
    const { id, file } = await withFile();
    await submitObservation(cso(), await seen(id), now);
    await passObservation(on.plan.actors.secretariat, await seen(id), now);
    await sendReply(on.plan.actors.thailand, await seen(id), reply, now);
    const organisation = await on.database.prisma.organisation.findUniqueOrThrow({
      where: { id: cso().organisation.id },
    });
    const found = (await observationFile(null, on.plan.code, file, now))!;
    const { open: _, ...said } = found;
    for (const word of [organisation.name, cso().name, author, "addedBy"])
      expect(`${JSON.stringify([said, storedFileHeaders(found)])} ${await read(null, file)}`).not.toContain(word);
    const view = await observationForWork(on.plan.actors.thailand, on.plan.code, id, { locale: "en", now });
    expect(view?.files).toEqual([{ id: file, title: words.title, type: "jpeg", size: said.size }]);
  });
});

describe("bytes of which no row is left", () => {
  it("are forgotten after a while, whoever else has the same among theirs", async () => {
    for (const each of kept()) rmSync(path.join(each.parentPath, each.name));
    const [one, other] = [await add(), await add()];
    const [shared, single] = [await photo("jpeg"), await photo("png")];
    await addFile(one, shared);
    await addFile(other, shared);
    await addFile(one, single);
    expect(kept()).toHaveLength(2);
    await deleteObservation(cso(), await seen(one));
    await forgetFiles(new Date());
    expect(kept()).toHaveLength(2);
    agedTwoHours();
    await forgetFiles(new Date());
    const [left] = await filesOf(other);
    expect(kept().map(({ name }) => name)).toEqual([left!.file.sha256]);
    expect(await on.database.prisma.storedFile.count({ where: { addressed: null } })).toBe(0);
  });

  it("are kept for a week where nobody dropped them on purpose, from the moment that they are found", async () => {
    const one = await add();
    await addFile(one, await photo("webp"));
    await files.put(fileKey("source", "ab", `ab${"c".repeat(62)}`), Uint8Array.of(1));
    const stray = () => kept().some(({ name }) => name.startsWith("abc"));
    const later = (days: number) => new Date(Date.now() + days * 86_400_000);
    // Put long ago, and found only now.
    await forgetFiles(later(30));
    await forgetFiles(later(6));
    expect(stray()).toBe(true);
    await forgetFiles(later(8));
    expect(stray()).toBe(false);
  });

  it("stay where the database names none at all, and are counted anew once it names some", async () => {
    const key = fileKey("source", "ab", `ab${"c".repeat(62)}`);
    await files.put(key, Uint8Array.of(1));
    const later = (days: number) => new Date(Date.now() + days * 86_400_000);
    await forgetFiles(later(1));
    // As in a database that knows nothing of this folder.
    await on.database.pool.query("TRUNCATE stored_file, addressed_file, evidence");
    expect(kept().length).toBeGreaterThan(1);
    await forgetFiles(later(8));
    await forgetFiles(later(20));
    await addFile(await add(), await photo("webp"));
    await forgetFiles(later(20));
    expect(await files.read(key)).not.toBeNull();
  });
});
