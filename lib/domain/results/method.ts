// By what results were worked out, and in what form the inputs of their statuses are stored: two numbers that stand with
// each of them.

interface Method {
  /** What is worked out otherwise than by the method before. */
  changed: string;
  /** The version of the method of statuses, as readers are told it. */
  progress: string;
}

/**
 * Every method by its number. Whoever corrects a rule by which results are worked out (a sum, a status, what is hidden) adds
 * one: `npm run results:correct` then works out anew what was made by the others. None is ever taken away.
 */
export const methods: readonly Method[] = [
  { progress: "1.0", changed: "By whatever rules held before methods had a number." },
  {
    progress: "1.0",
    changed: "After the plan's end the last target stands, and what became of it since its day is told.",
  },
  {
    progress: "1.0",
    changed:
      "A value that stands again after it was missing is the one that readers saw before, when others are hidden.",
  },
  {
    progress: "1.0",
    changed:
      "What “suppressed” told of a value when it first stood is held against it whatever tells less of it later.",
  },
];

/** The present one. */
export const method = methods.length - 1;

/** Of `inputs` and `public_inputs`. What an earlier one looks like is known where they are read: `read-inputs.ts`. */
export const inputsFormat = 2;
