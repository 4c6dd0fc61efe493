import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ownSecret, secretFault, sessionSecret } from "./secret";

const tsx = fileURLToPath(import.meta.resolve("tsx/cli"));
const strong = "q7VZ0c1n8XoRk2LwJtYb5HsEuGdPa9Fi3MxB6CvT";

describe("a production secret", () => {
  it.each([
    [undefined, /missing/],
    ["", /missing/],
    ["short", /5 characters/],
    [strong.slice(0, 31), /31 characters/],
    ["change-me-change-me-change-me-change-me", /guessed/],
    ["your-secret-key-goes-here-and-is-long-enough", /guessed/],
    ["a".repeat(64), /guessed/],
    ["0123456789abcdef0123456789abcdef", /guessed/],
    ["abababababababababababababababababab", /guessed/],
  ])("%s is refused with a sentence that says what to do", (secret, words) => {
    expect(secretFault(secret)).toMatch(words);
    expect(secretFault(secret)).toContain("openssl rand -base64 48");
  });

  it("of enough random characters will do", () => expect(secretFault(strong)).toBeNull());
});

describe("the session secret", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "spaiv-secret-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
    delete process.env.SPAIV_DEMO;
    delete process.env.NEXTAUTH_SECRET;
  });

  it("is refused in production while missing or weak", () => {
    process.env.SPAIV_DEMO = "0";
    expect(() => sessionSecret()).toThrow(/missing/);
    process.env.NEXTAUTH_SECRET = "secret";
    expect(() => sessionSecret()).toThrow(/6 characters/);
    process.env.NEXTAUTH_SECRET = strong;
    expect(sessionSecret()).toBe(strong);
  });

  it("is refused as in production where a demonstration isn't asked for by its own word", () => {
    process.env.SPAIV_DEMO = "false";
    expect(() => sessionSecret()).toThrow(/missing/);
  });

  it("is made once for a demo, for this user's eyes only", () => {
    const place = path.join(folder, "data");
    const made = ownSecret(place);
    expect(secretFault(made)).toBeNull();
    expect(ownSecret(place)).toBe(made);
    expect(statSync(path.join(place, "session-secret")).mode & 0o777).toBe(0o600);
  });

  it("is not there at all where the disk took none of it, and is made by the next start", (context) => {
    context.skip(process.platform === "win32", "no shell limits what may be written");
    const work = `import("@/lib/server/auth/secret").then(({ ownSecret }) => ownSecret(${JSON.stringify(folder)}))`;
    const started = spawnSync(
      "sh",
      ["-c", 'ulimit -f 0 && exec "$0" "$@"', process.execPath, tsx, "--conditions=react-server", "--eval", work],
      { encoding: "utf8", env: { ...process.env, TSX_DISABLE_CACHE: "1" } },
    );
    expect(started.stderr).toContain("EFBIG");
    expect(readdirSync(folder)).toEqual([]);
    expect(secretFault(ownSecret(folder))).toBeNull();
    expect(readdirSync(folder)).toEqual(["session-secret"]);
  });

  it("is not used when its file is damaged", () => {
    writeFileSync(path.join(folder, "session-secret"), "");
    expect(() => ownSecret(folder)).toThrow(/damaged/);
  });
});
