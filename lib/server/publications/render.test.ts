import { afterEach, describe, expect, it, vi } from "vitest";
import { packContent } from "@/lib/publication/content";
import { sampleBook } from "@/lib/publication/testing/sample-book";
import { sampleDocument } from "@/lib/publication/testing/sample-document";
import { sampleWords } from "@/lib/publication/testing/sample-words";
import { WorkerThread } from "@/lib/server/threads/worker-thread";
import { renderFile, renderWebPage } from "./render";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const sample = () => packContent({ document: sampleDocument, book: sampleBook, words: sampleWords });

describe("a file that waits for its turn", () => {
  it("is given up as soon as it is stopped, and its turn is passed over", async () => {
    const content = await sample();
    const order: string[] = [];
    const first = renderFile(content, "pdf").then(() => order.push("first"));
    const stop = new AbortController();
    // Whoever draws this would fail.
    const second = renderFile(new Uint8Array([1]), "csv", stop.signal).catch((error) => order.push(error.message));
    const third = renderFile(content, "csv").then(() => order.push("third"));
    stop.abort(new Error("stopped"));
    await second;
    expect(order).toEqual(["stopped"]);
    await Promise.all([first, third]);
    expect(order).toEqual(["stopped", "first", "third"]);
  });

  it("isn't begun at all where it was stopped before", async () => {
    const stopped = AbortSignal.abort(new Error("stopped"));
    await expect(renderFile(await sample(), "csv", stopped)).rejects.toThrow("stopped");
  });

  it("is stopped on its way, and the next is drawn", async () => {
    const content = await sample();
    const stop = new AbortController();
    const first = renderFile(content, "pdf", stop.signal);
    setTimeout(() => stop.abort(new Error("stopped")), 50);
    await expect(first).rejects.toThrow("stopped");
    expect((await renderFile(content, "csv")).byteLength).toBeGreaterThan(0);
  });

  it("is given up when it takes for ever, and the next is drawn", async () => {
    const content = await sample();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const endless = expect(renderFile(content, "pdf")).rejects.toThrow("within 300 seconds");
    // Its turn comes, and its time is counted from then on.
    while (vi.getTimerCount() === 0) await new Promise(setImmediate);
    await vi.advanceTimersByTimeAsync(301_000);
    await endless;
    vi.useRealTimers();
    expect((await renderFile(content, "csv")).byteLength).toBeGreaterThan(0);
  });
});

it("the page of a preview isn't in the queue of files", async () => {
  const asked = vi.spyOn(WorkerThread.prototype, "ask").mockResolvedValue(new Uint8Array());
  await renderFile(new Uint8Array(), "pdf");
  await renderWebPage(sampleDocument, new AbortController().signal);
  const [files, webPages] = asked.mock.contexts;
  expect(webPages).not.toBe(files);
});
