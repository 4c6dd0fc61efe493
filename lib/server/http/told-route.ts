import "server-only";
import { log } from "@/lib/server/log/log";

/** How work is followed by whoever asked for it. */
interface Following<Progress> {
  /** Ends it where whoever asked has gone. */
  stop: AbortSignal;
  /** Told how far it is. */
  read?: (progress: Progress) => void;
}

/** What a client accepts that wants to be told. */
const lines = "application/x-ndjson";

/**
 * A route of which whoever asks for it is told meanwhile how far it is: lines of JSON, `{ progress }` as often as there is news,
 * and `{ status, body }` at the end. Whoever doesn't ask gets the answer alone.
 * @param work gives the answer; it is stopped where whoever asked has gone
 */
export async function toldRoute<Progress>(
  request: Request,
  work: (following: Following<Progress>) => Promise<Response>,
): Promise<Response> {
  if (request.headers.get("accept") !== lines) return work({ stop: request.signal });
  const gone = new AbortController();
  const stop = AbortSignal.any([request.signal, gone.signal]);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const tell = (line: unknown) => {
        if (!stop.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      try {
        const response = await work({ stop, read: (progress) => tell({ progress }) });
        tell({ status: response.status, body: await response.json() });
        if (!stop.aborted) controller.close();
      } catch (error) {
        if (stop.aborted) return;
        log.error({ err: error }, "A request that is told of its progress failed.");
        controller.error(error);
      }
    },
    cancel: () => gone.abort(),
  });
  // A line is no use once all of them are there: nothing may gather them to compress them.
  return new Response(body, { headers: { "Content-Type": lines, "Cache-Control": "private, no-store, no-transform" } });
}
