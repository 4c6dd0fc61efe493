import { describe, expect, it } from "vitest";
import type { Trial } from "./testing/trying-program";
import { type ThreadFailed, WorkerThread } from "./worker-thread";

const threadOf = (longestMs: number) =>
  new WorkerThread<Trial, string>({
    name: "A thread on trial",
    open: () => expect.fail("there is no bundle"),
    source: "lib/server/threads/testing/trying-program.ts",
    longestMs,
    resourceLimits: { maxOldGenerationSizeMb: 128 },
  });
const failed = (reason: ThreadFailed["reason"]) => expect.objectContaining({ name: "ThreadFailed", reason });

describe("a thread", () => {
  it("answers the next after one that took all of its memory", async () => {
    const thread = threadOf(100_000);
    await expect(thread.ask("memory")).rejects.toEqual(failed("outOfMemory"));
    await expect(thread.ask("stack")).rejects.toEqual(failed("outOfMemory"));
    expect(await thread.ask("answer")).toBe("answered");
  });

  it("answers the next after one that never ends", async () => {
    const thread = threadOf(100_000);
    const stop = new AbortController();
    expect(await thread.ask("answer")).toBe("answered");
    const endless = thread.ask("endless", stop.signal);
    const next = thread.ask("answer");
    setImmediate(() => stop.abort(new Error("gone")));
    await expect(endless).rejects.toThrow("gone");
    expect(await next).toBe("answered");
    await expect(threadOf(1).ask("endless")).rejects.toEqual(failed("tooLong"));
  });

  it("hands on what its program threw, and answers the next", async () => {
    const thread = threadOf(100_000);
    await expect(thread.ask("fault")).rejects.toThrow("planted");
    await expect(thread.ask("exit")).rejects.toEqual(failed("ended"));
    expect(await thread.ask("answer")).toBe("answered");
  });
});
