import "server-only";
import type { PGlite } from "@electric-sql/pglite";

/** The embedded database met what it can't go on after, such as a full disk under its journal; only a new start recovers it. */
export class EngineEnded extends Error {
  override readonly name = "EngineEnded";
}

/** How an error begins that ends the engine: no value holds a zero byte, so none can pretend to be one. */
const PANIC = Buffer.from("SPANIC\0VPANIC\0");

/**
 * PGlite's one session. A server that panics ends; PGlite is only left in a state in which its next statement, or the rest of
 * the same one, may keep the process busy for ever. So it is stopped at the first word of a panic, and never asked again.
 */
export class PgliteEngine {
  private ended: EngineEnded | null = null;

  constructor(
    private readonly lite: PGlite,
    private readonly onEnd: (error: EngineEnded) => void,
  ) {}

  /**
   * @param messages whole messages of the protocol
   * @param turns how many of them have to be answered by that the session is ready
   */
  async answer(messages: Uint8Array, turns: number): Promise<Buffer> {
    if (this.ended === null) {
      try {
        return await this.ask(messages);
      } catch (error) {
        this.ended = error instanceof EngineEnded ? error : new EngineEnded(String(error), { cause: error });
        this.onEnd(this.ended);
      }
    }
    return Buffer.concat(Array<Buffer>(turns).fill(refusal(this.ended)));
  }

  private async ask(messages: Uint8Array): Promise<Buffer> {
    const parts: Buffer[] = [];
    const onRawData = (bytes: Uint8Array) => {
      const last = parts.at(-1)?.subarray(-PANIC.length) ?? Buffer.alloc(0);
      parts.push(Buffer.from(bytes));
      const seen = Buffer.concat([last, bytes]);
      const at = seen.indexOf(PANIC);
      if (at >= 0) throw stopping(new EngineEnded(reasonIn(seen.subarray(at))));
    };
    await this.lite.waitReady;
    await this.lite.runExclusive(() => this.lite.execProtocolRawStream(messages, { onRawData }));
    return Buffer.concat(parts);
  }
}

/** PGlite goes on after whatever is thrown within it, once it has looked at its status. */
const stopping = (error: EngineEnded) => ({
  get status(): number {
    throw error;
  },
});

const reasonIn = (panic: Buffer) => panic.toString().match(/\0M([^\0]*)/)?.[1] ?? "it panicked";

function refusal({ message: reason }: EngineEnded): Buffer {
  const fields = ["SFATAL", "VFATAL", "C57P02", `MThe embedded database ended: ${reason}`, "", ""];
  return Buffer.concat([message("E", Buffer.from(fields.join("\0"), "utf8").subarray(0, -1)), ready]);
}

export function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 0);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

/** The session waits for what comes next. */
export const ready = message("Z", Buffer.from("I"));
