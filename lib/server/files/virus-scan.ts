import "server-only";
import { connect, type NetConnectOpts } from "node:net";
import { Refusal } from "@/lib/domain/refusal";
import { log } from "@/lib/server/log/log";

type Variables = Readonly<Record<string, string | undefined>>;

/** So long a scanner may be silent. */
const SILENCE_MS = 30_000;
const CHUNK_BYTES = 64 * 1024;

export function clamavFault(value: string): string | null {
  return placeOf(value) === null
    ? `SPAIV_CLAMAV is "${value}". Write where clamd listens: its socket, /run/clamav/clamd.ctl, or its host and port, 127.0.0.1:3310.`
    : null;
}

function placeOf(value: string): NetConnectOpts | null {
  if (value.startsWith("/")) return { path: value };
  const [, host, port] = /^([\w.-]+|\[[\da-f:.]+\]):(\d{1,5})$/i.exec(value) ?? [];
  return host && port ? { host: host.replace(/^\[|\]$/g, ""), port: Number(port) } : null;
}

/**
 * Has what somebody sent looked through by the ClamAV that `SPAIV_CLAMAV` names; where none is set, nothing is.
 * @throws Refusal `sourceInfected`; `sourceUnchecked` where it gave no answer, for then nothing is known of the file
 */
export async function refuseViruses(sent: Uint8Array, { SPAIV_CLAMAV: set }: Variables = process.env): Promise<void> {
  const place = set ? placeOf(set) : null;
  if (!place) return;
  const answer = await scan(place, sent).catch((error: NodeJS.ErrnoException) => {
    log.error(
      { code: error.code ?? error.message },
      "The virus scanner of SPAIV_CLAMAV gives no answer: no file is taken.",
    );
    return "";
  });
  if (/^stream: OK$/.test(answer)) return;
  if (/^stream: .+ FOUND$/.test(answer)) throw new Refusal("sourceInfected");
  if (answer !== "") log.error({ answer: answer.slice(0, 200) }, "The virus scanner couldn't check a file.");
  throw new Refusal("sourceUnchecked");
}

/** One dialogue of clamd's INSTREAM: parts with their lengths before them, an empty one, an answer that ends in a zero byte. */
function scan(place: NetConnectOpts, sent: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const heard: Buffer[] = [];
    const socket = connect(place);
    socket.setTimeout(SILENCE_MS, () => socket.destroy(Object.assign(new Error("silence"), { code: "ETIMEDOUT" })));
    socket.on("error", reject);
    socket.on("data", (data) => heard.push(data));
    socket.on("close", () => resolve(Buffer.concat(heard).toString("utf8").replace(/\0$/, "").trim()));
    socket.write("zINSTREAM\0");
    for (let at = 0; at < sent.byteLength; at += CHUNK_BYTES) {
      const part = sent.subarray(at, at + CHUNK_BYTES);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(part.byteLength);
      socket.write(length);
      socket.write(part);
    }
    socket.write(Buffer.alloc(4));
  });
}
