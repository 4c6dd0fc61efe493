// npm run admin:create -- --email a@b --name "..." [--organisation "..."]
// Makes an administrator in the configured database, before or after the first start. The password is asked for, or read
// from SPAIV_ADMIN_PASSWORD. The embedded database must not be open in a server at the same time.
import { parseArgs } from "node:util";
import { createTranslator } from "use-intl/core";
import { Refusal } from "@/lib/domain/refusal";
import errors from "@/lib/i18n/messages/en/errors.json";
import { email as emailSchema } from "@/lib/schemas/sign-in";
import { createAdministrator } from "@/lib/server/commands/create-administrator";
import { closeDatabase, currentDatabase } from "@/lib/server/db/client";
import { FolderInUse } from "@/lib/server/db/folder-lock";
import { deployMigrations } from "@/lib/server/db/migrate";
import { seed } from "@/prisma/seed/seed";
import { askSecret } from "./ask-secret";

const usage = 'npm run admin:create -- --email name@example.org --name "First Last" [--organisation "..."]';

/** A sentence for whoever runs this; null for a defect, which shows as it is. */
function sentence(error: unknown): string | null {
  if (error instanceof FolderInUse || (error instanceof Error && error.constructor === Error)) return error.message;
  if (!(error instanceof Refusal)) return null;
  const t = createTranslator<{ errors: Record<string, string> }>({ locale: "en", messages: { errors } });
  return `${t(`errors.${error.code}`, { ...error.args })}. Nothing was changed.`;
}

function readArguments() {
  try {
    return parseArgs({
      options: { email: { type: "string" }, name: { type: "string" }, organisation: { type: "string" } },
    }).values;
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${usage}`);
  }
}

async function main() {
  const values = readArguments();
  const email = emailSchema.safeParse(values.email);
  const name = values.name?.trim();
  if (!email.success || !name) throw new Error(`Give an email address and a name:\n${usage}`);
  const password = process.env.SPAIV_ADMIN_PASSWORD ?? (await askSecret(`Password of ${email.data}: `));
  const { pool, prisma } = await currentDatabase();
  await deployMigrations(pool);
  await seed(prisma, console.log);
  const organisation = values.organisation?.trim() || "COMMIT Secretariat";
  await createAdministrator({ email: email.data, name, password, organisation });
  console.log(`${name} <${email.data}> is an administrator now.`);
}

try {
  await main();
} catch (error) {
  console.error(sentence(error) ?? error);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
