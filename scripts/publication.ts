// npm run publication -- --kind regional --period 2017 --lang th --format pdf
// Makes one file of a publication from the configured database, writes it to the current folder and prints its name. The
// embedded database must not be open in a server at the same time.
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import {
  extensionOf,
  type PublicationSettings,
  publicationFormats,
  publicationKinds,
  publicationLanguages,
  publicationSections,
  regionCode,
} from "@/lib/domain/publication";
import { Refusal } from "@/lib/domain/refusal";
import { makeFile } from "@/lib/publication/make-file";
import { publicationSettings } from "@/lib/schemas/publication-forms";
import { writeAudit } from "@/lib/server/audit";
import { closeDatabase, currentDatabase } from "@/lib/server/db/client";
import { FolderInUse } from "@/lib/server/db/folder-lock";
import { deployMigrations } from "@/lib/server/db/migrate";
import { readContent } from "@/lib/server/publications/read-content";
import { subjectOfSettings } from "@/lib/server/publications/subject";
import { transaction } from "@/lib/server/transaction";

const kinds = Object.fromEntries(publicationKinds.map((kind) => [kind.toLowerCase(), kind]));

const usage = `npm run publication -- --kind ${Object.keys(kinds).join("|")} --period 2017 --lang ${publicationLanguages.join("|")} --format ${publicationFormats.join("|")}
  [--plan spaiv] [--unit THA] (of a country report, or of a country's data book)
  [--goal G5] (of a goal report) [--countries KHM,LAO] (with a chapter of their own; all if left out)
  [--sections findings,status,…] [--internal] (exact figures, not suppressed)`;

/** Something to tell whoever runs this, without a trace of where it arose. */
class Told extends Error {}

const one = { type: "string" } as const;
const options = {
  ...{ kind: one, period: one, lang: one, format: one, plan: one, unit: one, goal: one },
  ...{ countries: one, sections: one, internal: { type: "boolean" } as const },
};

function readArguments() {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new Told(`${(error as Error).message}\n${usage}`);
  }
}

/** @param countries all of the plan's */
function settingsOf(values: ReturnType<typeof readArguments>, countries: readonly string[]): PublicationSettings {
  const listed = (text: string | undefined, all: readonly string[]) => text?.split(",") ?? [...all];
  const parsed = publicationSettings.safeParse({
    kind: kinds[values.kind ?? ""] ?? values.kind,
    period: values.period,
    unit: values.unit ?? regionCode,
    goal: values.goal ?? "",
    countries: listed(values.countries, countries),
    sections: listed(values.sections, publicationSections),
    language: values.lang,
    view: values.internal ? "internal" : "public",
    formats: values.format,
  });
  if (parsed.success) return parsed.data;
  const options: Record<string, string> = { language: "lang", formats: "format" };
  const wrong = [...new Set(parsed.error.issues.map(({ path: [field] }) => options[String(field)] ?? String(field)))];
  throw new Told(`Check ${wrong.map((name) => `--${name}`).join(", ")}:\n${usage}`);
}

async function main() {
  const values = readArguments();
  const plan = values.plan ?? "spaiv";
  const { pool, prisma } = await currentDatabase();
  await deployMigrations(pool);
  const countries = await prisma.reportingUnit.findMany({
    where: { plan: { code: plan }, level: "country" },
    select: { code: true },
  });
  const settings = settingsOf(
    values,
    countries.map(({ code }) => code),
  );
  const [format] = settings.formats;
  const subject = await subjectOfSettings(plan, settings);
  if (!subject?.unit || subject.problems.length > 0 || !format) {
    const wrong = subject ? [...(subject.unit ? [] : ["unit"]), ...subject.problems] : ["plan"];
    throw new Told(`There are no results for this choice of ${wrong.map((name) => `--${name}`).join(", ")}.`);
  }
  const { version, ...content } = await readContent(plan, settings);
  const bytes = await makeFile(format, content, process.cwd());
  const name = `${content.document.fileStem}.${extensionOf[format]}`;
  // npm runs this in the project's folder, wherever it was called.
  writeFileSync(path.join(process.env.INIT_CWD ?? process.cwd(), name), bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  await transaction((tx) =>
    writeAudit(tx, {
      stream: "publications:command",
      actorId: null,
      action: "publicationMade",
      subject: `file ${name} of ${plan}`,
      after: { settings, version, sha256 },
    }),
  );
  console.log(name);
}

try {
  await main();
} catch (error) {
  const isTold = error instanceof Told || error instanceof FolderInUse;
  console.error(isTold ? error.message : error instanceof Refusal ? "There are no results for this choice." : error);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
