// npm run audit:verify [-- --log FILE]
// Verifies every stream of the audit in the configured database, and compares it with its anchors: those in the database, and,
// where a FILE with lines of the server's log is named, those too. Prints the first bad event of each stream; exit code 1 then.
// The embedded database must not be open in a server.
import "./at-home.mjs";
import "./server/read-env.mjs";
import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { notedAnchors } from "@/lib/server/audit/anchor";
import { type AuditCheck, verifyAudit } from "@/lib/server/audit/verify-all";
import { currentDatabase, isLaidOut, openDatabase, setDatabase } from "@/lib/server/db/client";
import { readArguments, runCommand, Told } from "./command";

const usage = "npm run audit:verify [-- --log FILE]";

const says = {
  altered: "is altered",
  missing: "is missing",
  payloadMissing: "has lost its payload: payload missing, and no event says that it was erased",
  cut: "is missing: the stream was cut at its end after it was anchored",
  replaced: "isn't the one that was anchored",
  anchorAltered: "is altered",
  anchorMissing: "is missing",
} as const;

const sentence = (fault: AuditCheck["faults"][number]) =>
  `${"stream" in fault ? `${fault.stream}: event ${fault.sequence}` : `anchor ${fault.anchor}`} ${says[fault.fault]}.`;

await runCommand(async () => {
  const { values } = readArguments(usage, () => parseArgs({ options: { log: { type: "string" } } }));
  // npm runs this in the project's folder, wherever it was called.
  const log = values.log && path.resolve(process.env.INIT_CWD ?? process.cwd(), values.log);
  const noted = log ? notedAnchors(readFileSync(log, "utf8").split("\n")) : [];
  if (log && noted.length === 0) throw new Told(`${log} holds no line about an anchor.`);
  if (!isLaidOut()) throw new Told("There is no database yet.");
  const url = process.env.DATABASE_URL;
  if (url) setDatabase(await openDatabase({ url, unhurried: true }));
  const { pool, prisma } = await currentDatabase();
  const { rows } = await pool.query<{ anchors: string | null }>("SELECT to_regclass('audit_anchor')::text AS anchors");
  if (!rows[0]?.anchors)
    throw new Told("This database is empty, or was left by an earlier version. Run npm run migrate -- deploy first.");
  const { streams, events, redacted, anchors, faults } = await verifyAudit(prisma, noted);
  for (const fault of faults) console.log(sentence(fault));
  if (faults.length > 0) throw new Told("The audit isn't as it was written.");
  console.log(
    `The audit is as it was written: ${streams} streams, ${events} events, ${redacted} redacted, ${anchors} anchors.`,
  );
});
