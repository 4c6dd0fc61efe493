import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { inRequest } from "./current-request";
import { logFailedRequest } from "./failed-request";
import { logLevelFault, logTo } from "./log";
import { nameRequest } from "./name-request";
import { withoutPersonalData } from "./personal-data";
import { takeOverConsole } from "./take-over-console";

function listening() {
  const written: string[] = [];
  const log = logTo({ write: (line) => void written.push(line) });
  return { log, written, lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

const email = "somchai.p@moj.example.org";
const typed = "seven quiet rivers";
const address = "203.0.113.77";

describe("a line of the log", () => {
  it("is JSON with time, level and the request that is served", async () => {
    const { log, lines } = listening();
    log.info("Outside.");
    await Promise.all(
      ["one", "two"].map((id) =>
        inRequest(id, async () => {
          await setImmediate();
          log.warn({ publication: 7 }, `In ${id}.`);
        }),
      ),
    );
    expect(lines()).toEqual([
      { level: "info", time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/), msg: "Outside." },
      expect.objectContaining({ level: "warn", requestId: "one", msg: "In one.", publication: 7 }),
      expect.objectContaining({ level: "warn", requestId: "two", msg: "In two." }),
    ]);
  });

  it("names nobody, wherever a name comes from", () => {
    const { log, written, lines } = listening();
    const cause = Object.assign(new Error(`Key (email)=(${email}) already exists.`), {
      code: "23505",
      constraint: "user_email_key",
      detail: `Key (email)=(${email}) already exists.`,
    });
    const prisma = new Error(
      `\nInvalid invocation:\n{ data: { email: "${email}", name: "${typed}" } }\n\nUnique constraint`,
    );
    prisma.name = "PrismaClientKnownRequestError";
    log.error({ err: new Error(`No mail to ${email} from ${address}:443 or 2001:db8::7 for "${typed}"`, { cause }) });
    log.error({ err: prisma }, `Asked by ${email}`);
    log.error({ err: { email, typed } }, "No error at all.");
    log.error(new Error(email));
    for (const secret of [email, typed, address, "2001:db8::7"]) expect(written.join("")).not.toContain(secret);
    expect(lines()[0]).toMatchObject({
      err: {
        message: 'No mail to [e-mail] from [address]:443 or [address] for "…"',
        stack: expect.stringMatching(/^at .*log\.test\.ts:\d+:\d+/),
        cause: { code: "23505", about: "user_email_key", message: "Key (email)=(…) already exists." },
      },
    });
    expect(lines()[1]).toMatchObject({ msg: "Asked by [e-mail]", err: { message: "Unique constraint" } });
  });

  it("keeps what isn't personal", () => {
    const text =
      "Error at route.js:12:34, 10:15:43, version 16.4.6: user_email_key, ENOENT: '/data/files/fill', 5::numeric";
    expect(withoutPersonalData(text)).toBe(text);
  });
});

it("takes what packages print, but no objects", () => {
  const { written } = listening();
  const ignore = (..._: unknown[]) => {};
  const printed = { log: ignore, info: ignore, debug: ignore, warn: ignore, error: ignore };
  const to = logTo({ write: (line) => void written.push(line) });
  takeOverConsole(printed, to);
  printed.error("\u001b[31mfailed\u001b[39m", new Error(`Nobody has ${email}`), { email });
  // Next tells it once more with the request's route.
  const told = new Error("told");
  printed.error("⨯", told);
  logFailedRequest(told, { method: "GET", route: "/", kind: "render" }, to);
  printed.error("again", told);
  printed.log("Ready");
  printed.log("");
  expect(written.map((line) => JSON.parse(line))).toMatchObject([
    { level: "error", msg: "failed", err: { type: "Error", message: "Nobody has [e-mail]" } },
    { level: "error", msg: "A request failed.", route: "/", err: { message: "told" } },
    { level: "info", msg: "Ready" },
  ]);
  expect(written.join("")).not.toContain(email);
});

describe("a request's id", () => {
  async function ask(isBehindProxy: boolean, claimed?: string) {
    const server = createServer((request, response) => response.end(nameRequest(request, response, isBehindProxy)));
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const answer = await fetch(url, claimed === undefined ? {} : { headers: { "x-request-id": claimed } });
    const id = await answer.text();
    server.close();
    const headers: IncomingHttpHeaders = Object.fromEntries(answer.headers);
    expect(headers).toMatchObject({ "x-request-id": id, "server-timing": `request;desc="${id}"` });
    return id;
  }
  const made = /^[0-9a-f]{12}$/;

  it("is made for each, and given back", async () => {
    const [one, two] = [await ask(false), await ask(false)];
    expect([one, two]).toEqual([expect.stringMatching(made), expect.stringMatching(made)]);
    expect(one).not.toBe(two);
  });

  it("is a trusted proxy's, where it can be read, and nobody else's", async () => {
    expect(await ask(true, "01J9-abc.7")).toBe("01J9-abc.7");
    expect(await ask(false, "01J9-abc.7")).toMatch(made);
    for (const strange of ['a"b', email, "x".repeat(101), ""]) expect(await ask(true, strange)).toMatch(made);
  });
});

it("says which levels there are to whoever asks for another", () => {
  expect([undefined, "", "debug", "silent"].map(logLevelFault)).toEqual([null, null, null, null]);
  expect(logLevelFault("loud")).toBe("SPAIV_LOG_LEVEL is none of trace, debug, info, warn, error, fatal, silent: loud");
});
