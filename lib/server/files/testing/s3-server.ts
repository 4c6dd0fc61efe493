import "server-only";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:net";

// A real server of S3 for tests: Debian's python3-moto, which checks signatures.

const python = "/usr/bin/python3";

/** Whether the machine has one; tests that need it are skipped aloud where it hasn't. */
export const hasS3Server = (): boolean =>
  existsSync(python) && spawnSync(python, ["-c", "import moto.server"], { stdio: "ignore" }).status === 0;

/** What makes a bucket and whoever may use it: nobody has to sign that many requests. */
const UNSIGNED = 4;

export interface S3Server {
  /** What leads a server to the bucket. */
  env: Record<string, string>;
  stop(): Promise<void>;
}

/** Starts one with an empty bucket, and a person who may do anything with it. */
export async function startS3Server(): Promise<S3Server> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const server = spawn(python, ["-m", "moto.server", "-H", "127.0.0.1", "-p", String(port)], {
    stdio: "ignore",
    env: { ...process.env, INITIAL_NO_AUTH_ACTION_COUNT: String(UNSIGNED) },
  });
  await answering(server, () => fetch(`${address}/files`, { method: "PUT" }));
  const iam = async (asked: Record<string, string>): Promise<string> => {
    // Of whose name the rest is moto reads nothing, but which service is meant.
    const headers = { Authorization: "AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/iam/aws4_request" };
    const body = new URLSearchParams({ Version: "2010-05-08", ...asked });
    return (await fetch(address, { method: "POST", headers, body })).text();
  };
  await iam({ Action: "CreateUser", UserName: "spaiv" });
  const made = await iam({ Action: "CreateAccessKey", UserName: "spaiv" });
  const all = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*" }] };
  const policy = { UserName: "spaiv", PolicyName: "all", PolicyDocument: JSON.stringify(all) };
  await iam({ Action: "PutUserPolicy", ...policy });
  const said = (name: string) => new RegExp(`<${name}>([^<]+)`).exec(made)?.[1] ?? "";
  return {
    env: {
      SPAIV_FILES_S3_ENDPOINT: address,
      SPAIV_FILES_S3_BUCKET: "files",
      SPAIV_FILES_S3_REGION: "us-east-1",
      SPAIV_FILES_S3_KEY: said("AccessKeyId"),
      SPAIV_FILES_S3_SECRET: said("SecretAccessKey"),
    },
    async stop() {
      const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
      if (server.exitCode === null && server.kill()) await ended;
    },
  };
}

/** Until it listens it refuses; each try of which it hears counts as an unsigned request. */
async function answering(server: ChildProcess, ask: () => Promise<Response>): Promise<void> {
  const patience = AbortSignal.timeout(60_000);
  for (;;) {
    if (server.exitCode !== null || patience.aborted) throw new Error("The S3 server didn't start.");
    if (
      await ask().then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
