import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { lockFolder } from "./folder-lock";

const root = mkdtempSync(path.join(tmpdir(), "spaiv-lock-"));
let folder: string;
let folders = 0;
beforeEach(() => {
  folder = path.join(root, String(++folders));
});
afterAll(() => rmSync(root, { recursive: true }));

const statOf = (pid: number) => readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
const beganOf = (pid: number) => statOf(pid)[19]!;

/** A lock as that process left it. */
function leave(holder: { pid: number; host?: string; began: string }, touched = new Date()) {
  const file = `${folder}.lock`;
  writeFileSync(file, JSON.stringify({ token: "of another", host: hostname(), ...holder }));
  utimesSync(file, touched, touched);
}
const take = () => lockFolder(folder).release();

/** A process whose parent never asks after it: once killed, it stays a zombie until the parent ends. */
async function neglected(): Promise<{ parent: ChildProcess; pid: number }> {
  const parent = spawn("sh", ["-c", "sleep 600 & echo $!; exec sleep 600"], { stdio: ["ignore", "pipe", "ignore"] });
  const [line] = await once(createInterface(parent.stdout!), "line");
  // Some shells ask after their children; what takes the shell's place doesn't.
  while (readFileSync(`/proc/${parent.pid}/comm`, "utf8") !== "sleep\n") await new Promise(setImmediate);
  return { parent, pid: Number(line) };
}

describe("the lock of a database folder", () => {
  it("is held against a second taker until it is given back", () => {
    const lock = lockFolder(folder);
    expect(take).toThrow(`is open in process ${process.pid}. Stop that process first`);
    lock.release();
    take();
  });

  it.runIf(process.platform === "linux")("isn't held by a process that was killed and is a zombie", async () => {
    const { parent, pid } = await neglected();
    try {
      leave({ pid, began: beganOf(pid) });
      expect(take).toThrow(`is open in process ${pid}`);
      process.kill(pid, "SIGKILL");
      while (statOf(pid)[0] !== "Z") await new Promise(setImmediate);
      expect(() => process.kill(pid, 0)).not.toThrow();
      take();
    } finally {
      parent.kill();
    }
  });

  it.runIf(process.platform === "linux")("passes at once from a container to its successor of the same name", () => {
    // Each has the same process id in its own container.
    leave({ pid: process.pid, began: String(Number(beganOf(process.pid)) - 1) });
    take();
  });

  it("isn't taken from another host before it has been silent for 30 seconds, and says what to do", () => {
    leave({ pid: 1, host: "other-container", began: "1" }, new Date(Date.now() - 20_000));
    expect(take).toThrow(
      "is open in process 1 on other-container. If that computer or container is gone, start again in 30 seconds. Stop",
    );
    leave({ pid: 1, host: "other-container", began: "1" }, new Date(Date.now() - 31_000));
    take();
  });
});
