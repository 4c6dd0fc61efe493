// How much memory the server may take before it tidies up. Left alone, V8 lets garbage lie until a share of the machine's
// memory is full, and glibc keeps an arena for each thread: on a large machine a server that needs 150 MB grows to 2 GB.
// The Dockerfile and the unit in docs/operations.md say the same.

/**
 * For `node`, as in package.json's `start`. Megabytes of old objects (kept pages and what draws publications come on top) and
 * of new ones; one thread beside the main one for V8's own work, for each has memory of its own; and WebAssembly is compiled a
 * second time only where it runs often, as newer versions of V8 do by themselves.
 */
export const memoryFlags = [
  "--max-old-space-size=512",
  "--max-semi-space-size=4",
  "--v8-pool-size=1",
  "--wasm-tiering-budget=13000000",
];

/** For the process's environment. */
export const memoryEnvironment = { MALLOC_ARENA_MAX: "2" };
