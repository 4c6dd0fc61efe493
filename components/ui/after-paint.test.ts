import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { afterPaint } from "./after-paint";

let frames: (() => void)[];

beforeEach(() => {
  frames = [];
  vi.useFakeTimers();
  vi.stubGlobal("document", { visibilityState: "visible" });
  vi.stubGlobal("requestAnimationFrame", (draw: () => void) => frames.push(draw));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("calls back after the frame, once and in the order of the calls", () => {
  const told: string[] = [];
  afterPaint(() => told.push("first"));
  afterPaint(() => told.push("second"));
  vi.advanceTimersByTime(10);
  expect(told).toEqual([]);
  for (const draw of frames) draw();
  vi.advanceTimersByTime(0);
  expect(told).toEqual(["first", "second"]);
  vi.advanceTimersByTime(10_000);
  expect(told).toHaveLength(2);
});

it("calls back in a window that is given no frames", () => {
  const act = vi.fn();
  afterPaint(act);
  vi.advanceTimersByTime(1_000);
  expect(act).toHaveBeenCalledOnce();
  for (const draw of frames) draw();
  vi.advanceTimersByTime(1_000);
  expect(act).toHaveBeenCalledOnce();
});

it("calls back at once where nobody sees the page", async () => {
  vi.stubGlobal("document", { visibilityState: "hidden" });
  const act = vi.fn();
  afterPaint(act);
  await Promise.resolve();
  expect(act).toHaveBeenCalledOnce();
  expect(frames).toEqual([]);
});
