// npm run publication -- --kind regional --period 2017 --lang th --format pdf,docx
// Makes files of a publication from the configured database, writes them to the current folder and prints their names. The
// embedded database must not be open in a server at the same time.
import "./at-home.mjs";
import "./server/read-env.mjs";
import { createHash, randomUUID } from "node:crypto";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import {
  chosenKinds,
  chosenSections,
  extensionOf,
  type PublicationSettings,
  publicationFormats,
  publicationLanguages,
  regionCode,
} from "@/lib/domain/publication";
import { makeFile } from "@/lib/publication/make-file";
import { publicationSettings } from "@/lib/schemas/publications/publication-forms";
import { writeAudit } from "@/lib/server/audit/write";
import { currentDatabase } from "@/lib/server/db/client";
import { migrateDatabase } from "@/lib/server/db/two-roles";
import { readContent } from "@/lib/server/publications/read-content";
import { subjectOfSettings } from "@/lib/server/publications/subject";
import { transaction } from "@/lib/server/transaction";
import { readArguments, runCommand, Told } from "./command";

const kinds = Object.fromEntries(chosenKinds.map((kind) => [kind.toLowerCase(), kind]));

const usage = `npm run publication -- --kind ${Object.keys(kinds).join("|")} --period 2017 --lang ${publicationLanguages.join("|")} --format ${publicationFormats.join(",")}
  [--plan spaiv] [--release june-2018] (the newest results if left out) [--unit THA] (of a country report, or of a country's data book)
  [--goal G5] (of a goal report) [--countries KHM,LAO] (with a chapter of their own; all if left out)
  [--sections findings,status,…] [--internal] (exact values, not suppressed)`;

const one = { type: "string" } as const;
const options = {
  kind: one,
  period: one,
  lang: one,
  format: one,
  plan: one,
  release: one,
  unit: one,
  goal: one,
  countries: one,
  sections: one,
  internal: { type: "boolean" } as const,
};

type Given = ReturnType<typeof parseArgs<{ options: typeof options }>>["values"];

const listed = (text: string | undefined) => text?.split(",").map((part) => part.trim());

/**
 * @param countries of the plan, to choose all of where none are named
 * @throws Told where an argument is missing or says nothing that there is
 */
function settingsOf(values: Given, countries: readonly string[]): PublicationSettings {
  const parsed = publicationSettings.safeParse({
    kind: kinds[values.kind ?? ""] ?? values.kind,
    period: values.period,
    release: values.release ?? "",
    unit: values.unit ?? regionCode,
    goal: values.goal ?? "",
    countries: listed(values.countries) ?? [...countries],
    sections: listed(values.sections) ?? [...chosenSections],
    language: values.lang,
    view: values.internal ? "internal" : "public",
    formats: listed(values.format),
  });
  if (parsed.success) return parsed.data;
  const options: Record<string, string> = { language: "lang", formats: "format" };
  const wrong = [...new Set(parsed.error.issues.map(({ path: [field] }) => options[String(field)] ?? String(field)))];
  throw new Told(`Check ${wrong.map((name) => `--${name}`).join(", ")}:\n${usage}`);
}

/** What there is to say about the choice, once it was looked for in the plan. */
async function mustFind(plan: string, settings: PublicationSettings): Promise<{ planId: number }> {
  const subject = await subjectOfSettings(plan, settings);
  if (subject?.unit && subject.problems.length === 0) return subject;
  const wrong = subject ? [...(subject.unit ? [] : ["unit"]), ...subject.problems] : ["plan"];
  throw new Told(`There are no results for this choice of ${wrong.map((name) => `--${name}`).join(", ")}.`);
}

/** Under its name only once it is whole: a disk may be full half-way. */
function writeWhole(file: string, bytes: Uint8Array, mode: number) {
  const draft = `${file}.${randomUUID()}`;
  try {
    writeFileSync(draft, bytes, { mode });
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw Object.assign(error as Error, { path: file });
  }
}

await runCommand(async () => {
  const values = readArguments(usage, () => parseArgs({ options }).values);
  // Before anything is opened: whoever types a wrong word hears of it at once, though a server holds the database.
  settingsOf(values, []);
  const plan = values.plan ?? "spaiv";
  const database = await currentDatabase();
  const { prisma } = database;
  await migrateDatabase(database);
  const countries = await prisma.reportingUnit.findMany({
    where: { plan: { code: plan }, level: "country" },
    select: { code: true },
  });
  const settings = settingsOf(
    values,
    countries.map(({ code }) => code),
  );
  const { planId } = await mustFind(plan, settings);
  const { version, ...content } = await readContent(plan, settings);
  // Exact values aren't for everybody on this machine.
  const mode = values.internal ? 0o600 : 0o666;
  for (const format of settings.formats) {
    const bytes = await makeFile(format, content, process.cwd());
    const name = `${content.document.fileStem}.${extensionOf[format]}`;
    // npm runs this in the project's folder, wherever it was called.
    writeWhole(path.join(process.env.INIT_CWD ?? process.cwd(), name), bytes, mode);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    await transaction((tx) =>
      writeAudit(tx, {
        stream: "publications:command",
        actorId: null,
        action: "publicationMade",
        subject: `publication of ${plan}`,
        place: { planId },
        after: { file: name, settings: { ...settings, formats: [format] }, version, sha256 },
      }),
    );
    console.log(name);
  }
});
