// npm run admin:create -- --email a@b --name "..." [--organisation "..."]
// Makes an administrator in the configured database, before or after the first start. The password is asked for, or read
// from SPAIV_ADMIN_PASSWORD. The embedded database must not be open in a server at the same time.
import { parseArgs } from "node:util";
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
  if (error instanceof FolderInUse) return error.message;
  if (!(error instanceof Refusal)) return null;
  const { code, args }: Refusal = error;
  if (code === "weakPassword" && "weakness" in args) return errors[args.weakness];
  return code === "emailTaken" ? "There is an account of that e-mail address already; nothing was changed." : code;
}

async function main() {
  const { values } = parseArgs({
    options: { email: { type: "string" }, name: { type: "string" }, organisation: { type: "string" } },
  });
  const email = emailSchema.safeParse(values.email);
  const name = values.name?.trim();
  if (!email.success || !name) throw new Error(`Give an e-mail address and a name:\n${usage}`);
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
  const words = sentence(error) ?? (error instanceof Error && error.constructor === Error ? error.message : null);
  console.error(words ?? error);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
