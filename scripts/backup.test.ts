import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { place } from "@/lib/server/db/line.testing";

/** A refusal as PostgreSQL says it: whoever watches over the database takes it for one that is there. */
const refusal = (() => {
  const fields = Buffer.from("SFATAL\0C28000\0Mno watchers here\0\0");
  const head = Buffer.from("E....");
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
})();

/** An empty folder, and what begins a backup into it that stops half-way, its file open, until it is ended. */
async function atWork() {
  const folder = mkdtempSync(path.join(tmpdir(), "spaiv-ended-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  let reached = () => {};
  const { port } = await place((socket) =>
    socket.once("data", (greeting) => (greeting.includes("spaiv-watch") ? socket.end(refusal) : reached())),
  );
  const env = { ...process.env, DATABASE_URL: `postgres://nobody@127.0.0.1:${port}/none`, SPAIV_DATA_DIR: folder };
  const begin = async () => {
    const halfWay = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const before = readdirSync(folder);
    const args = ["--conditions=react-server", "--import", "tsx", "scripts/backup.ts", path.join(folder, "k.tar.gz")];
    const child = spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "inherit"] });
    onTestFinished(() => void child.kill("SIGKILL"));
    const ended = once(child, "exit");
    await Promise.race([halfWay, ended]);
    const draft = readdirSync(folder).find((name) => !before.includes(name))!;
    return { child, ended, draft };
  };
  return { folder, begin };
}

describe.skipIf(process.platform === "win32")("a backup that is ended half-way", () => {
  it.each([
    ["SIGTERM", 143],
    ["SIGINT", 130],
    ["SIGHUP", 129],
  ] as const)("by %s takes its file away", async (signal, code) => {
    const { folder, begin } = await atWork();
    const { child, ended, draft } = await begin();
    expect(draft).toMatch(/^\./);
    child.kill(signal);
    const [endedWith] = await ended;
    expect(readdirSync(folder)).toEqual([]);
    expect(endedWith).toBe(code);
  });

  it("by SIGKILL leaves its file to the next, which removes no other", async () => {
    const { folder, begin } = await atWork();
    const killed = await begin();
    const living = await begin();
    killed.child.kill("SIGKILL");
    await killed.ended;
    expect(readdirSync(folder).sort()).toEqual([killed.draft, living.draft].sort());
    const next = await begin();
    expect(readdirSync(folder).sort()).toEqual([living.draft, next.draft].sort());
  });
});
