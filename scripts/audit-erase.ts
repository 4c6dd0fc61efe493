// npm run audit:erase -- --stream report:12 --event 5 --reason "..." --by administrator@example.org
// Erases what an event of the audit said: e-mail addresses, names, words. That it was, who erased it and why, stays. Asks for the
// administrator's password, or reads it from SPAIV_ADMIN_PASSWORD. The embedded database must not be open in a server.
import "./at-home.mjs";
import "./server/read-env.mjs";
import { parseArgs } from "node:util";
import { email as emailSchema } from "@/lib/schemas/forms/sign-in";
import { sessionActor } from "@/lib/server/auth/session";
import { eraseFromAudit } from "@/lib/server/commands/erase-from-audit";
import { signIn } from "@/lib/server/commands/sign-in";
import { signOut } from "@/lib/server/commands/sign-out";
import { currentDatabase, isLaidOut } from "@/lib/server/db/client";
import { migrateDatabase } from "@/lib/server/db/two-roles";
import { askSecret } from "./ask-secret";
import { readArguments, runCommand, Told } from "./command";

const usage = 'npm run audit:erase -- --stream report:12 --event 5 --reason "..." --by administrator@example.org';
const one = { type: "string" } as const;

await runCommand(async () => {
  const { stream, event, reason, by } = readArguments(
    usage,
    () => parseArgs({ options: { stream: one, event: one, reason: one, by: one } }).values,
  );
  const email = emailSchema.safeParse(by);
  if (!stream || !reason?.trim() || !/^[1-9]\d{0,8}$/.test(event ?? "") || !email.success)
    throw new Told(`Say which event, why, and who you are:\n${usage}`);
  if (!isLaidOut()) throw new Told("There is no database yet.");
  const password = process.env.SPAIV_ADMIN_PASSWORD || (await askSecret(`Password of ${email.data}: `));
  await migrateDatabase(await currentDatabase());
  const session = await signIn({ email: email.data, password }, "127.0.0.1", new Date());
  try {
    const actor = await sessionActor(session.id, new Date());
    if (!actor) throw new Told("This account can't be used.");
    await eraseFromAudit(actor, { stream, sequence: Number(event), reason });
  } finally {
    await signOut(session.id, new Date());
  }
  console.log(`What event ${event} of ${stream} said is erased. Backups that were made before still hold it.`);
});
