// How much memory the server may take before it tidies up. Left alone, V8 lets garbage lie until a share of the machine's
// memory is full, and glibc keeps an arena for each thread: on a large machine a server that needs 150 MB grows to 2 GB.
// The Dockerfile and the unit in docs/operations.md say the same.

/** For `node`: megabytes of objects. Pages that are kept, and what publications are drawn with, come on top. */
export const memoryFlags = ["--max-old-space-size=512"];

/** For the process's environment. */
export const memoryEnvironment = { MALLOC_ARENA_MAX: "2" };
