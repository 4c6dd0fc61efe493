import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { Told } from "./command";

/** Asks on the terminal without showing what is typed; from a pipe it reads one line.
 * @throws Told where nothing is given */
export function askSecret(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: process.stdin.isTTY });
  return new Promise((resolve, reject) => {
    lines.once("line", (line) => {
      resolve(line);
      lines.close();
      process.stderr.write("\n");
    });
    lines.once("close", () => reject(new Told("No password was given.")));
    lines.once("SIGINT", () => lines.close());
  });
}
