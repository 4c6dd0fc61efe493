// npm run admin:create -- --email a@b --name "..." [--organisation "..."]
// Makes an administrator in the configured database, before or after the first start. The password is asked for, or read
// from SPAIV_ADMIN_PASSWORD. The embedded database must not be open in a server at the same time.
import "./at-home.mjs";
import "./server/read-env.mjs";
import { parseArgs } from "node:util";
import { email as emailSchema } from "@/lib/schemas/forms/sign-in";
import { refuseWeakPassword } from "@/lib/server/auth/refuse-weak-password";
import { refuseDemonstrationData } from "@/lib/server/auth/safe-start";
import { createAdministrator } from "@/lib/server/commands/create-administrator";
import { currentDatabase } from "@/lib/server/db/client";
import { migrateDatabase } from "@/lib/server/db/two-roles";
import { seed } from "@/prisma/seed/seed";
import { askSecret } from "./ask-secret";
import { readArguments, runCommand, Told } from "./command";

const usage = 'npm run admin:create -- --email name@example.org --name "First Last" [--organisation "..."]';
const one = { type: "string" } as const;

await runCommand(async () => {
  const values = readArguments(
    usage,
    () => parseArgs({ options: { email: one, name: one, organisation: one } }).values,
  );
  const email = emailSchema.safeParse(values.email);
  const name = values.name?.trim();
  if (!email.success || !name) throw new Told(`Give an email address and a name:\n${usage}`);
  const password = process.env.SPAIV_ADMIN_PASSWORD || (await askSecret(`Password of ${email.data}: `));
  // Before anything is opened: a first start takes its time, and changes much.
  await refuseWeakPassword(password, { name, email: email.data });
  const database = await currentDatabase();
  const { pool, prisma } = database;
  await refuseDemonstrationData(pool);
  await migrateDatabase(database);
  await seed(prisma, console.log);
  const organisation = values.organisation?.trim() || "COMMIT Secretariat";
  await createAdministrator({ email: email.data, name, password, organisation });
  console.log(`${name} <${email.data}> is an administrator now.`);
});
