import { expect, it } from "vitest";
import { readUntilGot } from "./read-until-got";

/** A server that answers when it is told to. */
function serverOf() {
  const asked: { resolve: () => void; reject: (why: Error) => void }[] = [];
  let failures = 0;
  const reading = readUntilGot(
    () => new Promise<void>((resolve, reject) => asked.push({ resolve, reject })),
    () => failures++,
  );
  const settled = () => new Promise((done) => setImmediate(done));
  return {
    reading,
    asked,
    failures: () => failures,
    answer: (at: number) => {
      asked[at]!.resolve();
      return settled();
    },
    break: (at: number) => {
      asked[at]!.reject(new Error("502"));
      return settled();
    },
  };
}

it("reads again what failed, with each reason to hope, until it is got", async () => {
  const server = serverOf();
  await server.break(0);
  expect([server.asked.length, server.failures()]).toEqual([1, 1]);
  server.reading.again();
  await server.break(1);
  server.reading.again();
  await server.answer(2);
  server.reading.again();
  expect([server.asked.length, server.failures()]).toEqual([3, 2]);
});

it("reads once more where the line came back while a read was on its way that fails", async () => {
  const server = serverOf();
  server.reading.again();
  expect(server.asked.length).toBe(1);
  await server.break(0);
  expect(server.asked.length).toBe(2);
  await server.break(1);
  expect(server.asked.length).toBe(2);
});

it("reads nothing any more once it is left", async () => {
  const server = serverOf();
  server.reading.stop();
  await server.break(0);
  server.reading.again();
  expect([server.asked.length, server.failures()]).toEqual([1, 0]);
});
