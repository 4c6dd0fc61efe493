import { expect, it } from "vitest";
import { Turns } from "./turns";

const long = 3_600_000;
const limits = { atOnce: 2, waiting: 3, patience: long, longestHold: long };

/** Notes in which order turns are given. */
function queue(turns: Turns) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const join = (name: string, options: Parameters<Turns["take"]>[0] = {}) =>
    turns.take(options).then((end) => {
      begun.push(end ? name : `${name} turned away`);
      if (end) ends.set(name, end);
    });
  return { begun, join, end: (name: string) => ends.get(name)?.() };
}
/** Lets every promise that can settle by itself do so. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

it("lets a few through at once and others in the order in which they came", async () => {
  const { begun, join, end } = queue(new Turns(limits));
  for (const name of ["a", "b", "c", "d"]) void join(name);
  await settled();
  expect(begun).toEqual(["a", "b"]);
  end("b");
  end("b");
  await settled();
  expect(begun).toEqual(["a", "b", "c"]);
  end("a");
  await settled();
  expect(begun).toEqual(["a", "b", "c", "d"]);
});

it("turns away who comes when too many wait, and not who comes once there is room again", async () => {
  const { begun, join, end } = queue(new Turns(limits));
  for (const name of ["a", "b", "c", "d", "e", "f"]) void join(name);
  await settled();
  expect(begun).toEqual(["a", "b", "f turned away"]);
  end("a");
  void join("g");
  await settled();
  expect(begun.slice(3)).toEqual(["c"]);
});

it("turns away who waits for too long", async () => {
  const { begun, join, end } = queue(new Turns({ ...limits, atOnce: 1, patience: 1 }));
  await join("a");
  await join("b");
  expect(begun).toEqual(["a", "b turned away"]);
  end("a");
  await join("c");
  expect(begun).toEqual(["a", "b turned away", "c"]);
});

it("lets those go first who ask for it, and passes over who left", async () => {
  const { begun, join, end } = queue(new Turns({ ...limits, atOnce: 1, waiting: 9 }));
  const left = new AbortController();
  for (const name of ["a", "b"]) void join(name);
  void join("gone", { left: left.signal });
  void join("c");
  for (const name of ["first", "second"]) void join(name, { isFirst: true });
  left.abort();
  for (const name of ["a", "first", "second", "b", "c"]) {
    await settled();
    end(name);
  }
  expect(begun).toEqual(["a", "gone turned away", "first", "second", "b", "c"]);
});

it("lets nobody new begin during a hold", async () => {
  const turns = new Turns(limits);
  const { begun, join } = queue(turns);
  const [release, other] = [turns.hold(), turns.hold()];
  void join("a");
  release();
  release();
  await settled();
  expect(begun).toEqual([]);
  other();
  await settled();
  expect(begun).toEqual(["a"]);
});

it("lets through one at a time where a hold never ends", async () => {
  const turns = new Turns({ ...limits, longestHold: 1 });
  const { begun, join } = queue(turns);
  turns.hold();
  await Promise.all([join("a"), join("b")]);
  expect(begun).toEqual(["a", "b"]);
});
