// npm run results:correct -- [--check] [--plan spaiv] [--indicator G5.1-a,G5.1-b]
// Works out anew the results that an older version of the program made by other rules (of named indicators: whatever made
// them), publishes them under the next results version, and prints what everybody reads otherwise from then on. With --check
// it prints the same and changes nothing. The embedded database must not be open in a server.
import "./at-home.mjs";
import "./server/read-env.mjs";
import { parseArgs } from "node:util";
import { createTranslator } from "use-intl/core";
import { Refusal } from "@/lib/domain/refusal";
import { type Messages, messagesIn } from "@/lib/i18n/messages";
import { wordingFrom } from "@/lib/i18n/wording-from";
import { type Corrected, correctResults } from "@/lib/server/commands/correct-results";
import { currentDatabase, isLaidOut } from "@/lib/server/db/client";
import { appliedMigrations, readMigrations } from "@/lib/server/db/migrate";
import { migrateDatabase } from "@/lib/server/db/two-roles";
import { partsText, shownText } from "@/lib/views/public-value";
import { readArguments, runCommand, Told } from "./command";

const usage = "npm run results:correct -- [--check] [--plan spaiv] [--indicator G5.1-a,G5.1-b]";
const one = { type: "string" } as const;

type Result = Corrected["changed"][number];

const messages = await messagesIn("en");
const wording = wordingFrom(
  createTranslator<Messages, "public.value">({ locale: "en", messages, namespace: "public.value" }),
  "en",
);

function told(result: Result["before"], { scale }: Result): string {
  if (!result) return "nothing";
  const { value, status } = result;
  const parts = partsText(value, wording);
  const text = shownText(value, { ...scale, steps: [] }, wording) + (parts ? ` (${parts})` : "");
  return status ? `${text}, ${messages.status.word[status]}` : text;
}

const line = (each: Result) =>
  `${each.indicator} ${each.unit} ${each.period} ${each.cell}: ${told(each.before, each)} → ${told(each.after, each)}`;

function tell({ changed, explainedOtherwise, unchanged, lost, gaveUp, resultsVersion }: Corrected) {
  for (const each of changed) console.log(line(each));
  for (const value of lost) console.log(`${value}: can't be protected any more, for earlier results tell too much`);
  for (const value of gaveUp) console.log(`${value}: hidden with all around it, for no way to hide less was found`);
  console.log(
    `${changed.length} changed, ${explainedOtherwise} explained otherwise or changed for officials only, ${unchanged} unchanged.`,
  );
  console.log(resultsVersion === null ? "Nothing was written." : `Public from results version ${resultsVersion} on.`);
}

await runCommand(async () => {
  const { check, plan, indicator } = readArguments(
    usage,
    () => parseArgs({ options: { check: { type: "boolean" }, plan: one, indicator: one } }).values,
  );
  if (!isLaidOut()) throw new Told("There is no database yet.");
  const database = await currentDatabase();
  if (check) {
    const applied = await appliedMigrations(database.pool);
    if (readMigrations().some(({ name }) => !applied.has(name)))
      throw new Told("This database was left by an earlier version. Run npm run migrate -- deploy first.");
  } else await migrateDatabase(database);
  const indicators = indicator?.split(",").map((code) => code.trim()) ?? null;
  const asked = { plan: plan ?? "spaiv", indicators, isTrial: check };
  const corrected = await correctResults(asked, new Date()).catch((error) => {
    if (error instanceof Refusal && error.code === "notFound")
      throw new Told(`There is no such plan or indicator:\n${usage}`);
    throw error;
  });
  if (corrected) tell(corrected);
  else console.log("There is nothing to correct: all results are by today's rules.");
});
