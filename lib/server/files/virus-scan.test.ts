import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { refusal } from "@/test/factories/reporting-plan";
import { clamavFault, refuseViruses } from "./virus-scan";

/** What every scanner takes for a virus and is none, by EICAR; in two, so that none finds it here. */
const eicar = Buffer.from(["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("-"));
const scanned = (bytes: Uint8Array, place: string | undefined) => refuseViruses(bytes, { SPAIV_CLAMAV: place });

const hasClamd = spawnSync("clamd", ["--version"], { stdio: "ignore" }).status === 0;

// Debian: apt-get install clamav-daemon
describe.skipIf(!hasClamd)("a file that ClamAV looks through (skipped without clamd)", () => {
  let folder: string;
  let clamd: ChildProcess;
  let socket: string;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "spaiv-clamd-"));
    socket = path.join(folder, "clamd.sock");
    // The one signature that it knows: what it would download are 200 MB.
    writeFileSync(path.join(folder, "test.hdb"), "44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test-Signature\n");
    const settings = [
      `LocalSocket ${socket}`,
      `DatabaseDirectory ${folder}`,
      "Foreground yes",
      "StreamMaxLength 1M",
      `TemporaryDirectory ${folder}`,
    ];
    writeFileSync(path.join(folder, "clamd.conf"), settings.map((line) => `${line}\n`).join(""));
    clamd = spawn("clamd", ["--config-file", path.join(folder, "clamd.conf")], { stdio: "ignore" });
    await listening(clamd, socket);
  }, 60_000);
  afterAll(async () => {
    const ended = new Promise((resolve) => clamd.once("exit", resolve));
    if (clamd.exitCode === null && clamd.kill()) await ended;
    rmSync(folder, { recursive: true, force: true });
  });

  it("passes, whatever its size", async () => {
    for (const size of [1, 65_536, 500_000]) await scanned(new Uint8Array(size).fill(7), socket);
  });

  it("is refused where a virus is found", async () => {
    await expect(scanned(eicar, socket)).rejects.toThrow(refusal("sourceInfected"));
  });

  it("isn't taken for clean where it is larger than ClamAV takes", async () => {
    await expect(scanned(new Uint8Array(3_000_000), socket)).rejects.toThrow(refusal("sourceUnchecked"));
  });
});

describe("a scanner that says nothing of the file", () => {
  let server: Server | null = null;
  const behaving = async (answer: (socket: Socket) => void): Promise<string> => {
    const made = createServer((socket) => {
      socket.on("error", () => {});
      answer(socket);
    });
    server = made;
    await new Promise<void>((resolve) => made.listen(0, "127.0.0.1", resolve));
    const at = made.address();
    return `127.0.0.1:${at && typeof at === "object" ? at.port : 0}`;
  };
  afterEach(() => {
    server?.close();
    server = null;
  });

  it.each<[string, (socket: Socket) => void]>([
    ["lets the line go", (socket) => socket.once("data", () => socket.resetAndDestroy())],
    ["hangs up", (socket) => socket.once("data", () => socket.end())],
    ["says what nobody knows", (socket) => socket.once("data", () => socket.end("stream: OK, or not\0"))],
    ["is out of order", (socket) => socket.once("data", () => socket.end("stream: Can't allocate memory ERROR\0"))],
  ])("%s: the file isn't taken", async (_, answer) => {
    const place = await behaving(answer);
    await expect(scanned(new Uint8Array(200_000), place)).rejects.toThrow(refusal("sourceUnchecked"));
  });

  it("isn't there: the file isn't taken", async () => {
    await expect(scanned(eicar, "/nowhere/clamd.ctl")).rejects.toThrow(refusal("sourceUnchecked"));
  });

  it("isn't set: nobody is asked", async () => {
    await scanned(eicar, undefined);
    await scanned(eicar, "");
  });
});

it.each(["/run/clamav/clamd.ctl", "127.0.0.1:3310", "clamav:3310", "[::1]:3310"])(
  "%s may be a scanner's place",
  (place) => {
    expect(clamavFault(place)).toBeNull();
  },
);

it.each(["clamav", "http://clamav:3310", "run/clamd.ctl", "clamav:port"])("%s may not", (place) => {
  expect(clamavFault(place)).toContain("SPAIV_CLAMAV");
});

async function listening(clamd: ChildProcess, socket: string): Promise<void> {
  const patience = AbortSignal.timeout(50_000);
  for (;;) {
    if (clamd.exitCode !== null || patience.aborted) throw new Error("clamd didn't start.");
    const isThere = await new Promise<boolean>((resolve) => {
      const line = connect(socket);
      line.once("error", () => resolve(false));
      line.once("connect", () => {
        line.destroy();
        resolve(true);
      });
    });
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
