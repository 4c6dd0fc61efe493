import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { askForPassword, place } from "@/lib/server/db/line.testing";

it("a command that was turned away ends, whatever the database's server still holds open", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "spaiv-turned-away-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { port } = await place(askForPassword);
  const env = { ...process.env, DATABASE_URL: `postgres://nobody@127.0.0.1:${port}/none`, SPAIV_DATA_DIR: folder };
  const run = promisify(execFile)(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "scripts/migrate.ts", "status"],
    { env: { ...env, PGPASSWORD: "" } },
  );
  onTestFinished(() => void run.child.kill("SIGKILL"));
  await expect(run).rejects.toMatchObject({
    code: 1,
    stderr: "The database asks for a password, and there is none: set it in PGPASSWORD or DATABASE_URL.\n",
  });
});
