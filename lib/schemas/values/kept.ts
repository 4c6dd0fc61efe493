// What a browser keeps for the product itself, read back: another version may have written it. Small, for a schema library
// would be a tenth of all that the sheet loads, and no request or file is read with these.

/** What was kept, as what it should be; throws where it is something else. */
export type Reader<T> = (kept: unknown) => T;

function refuse(wanted: string): never {
  throw new TypeError(`not ${wanted}`);
}

export const text: Reader<string> = (kept) => (typeof kept === "string" ? kept : refuse("a text"));
export const flag: Reader<boolean> = (kept) => (typeof kept === "boolean" ? kept : refuse("true or false"));
/** A whole number, from 0. */
export const whole: Reader<number> = (kept) =>
  typeof kept === "number" && Number.isSafeInteger(kept) && kept >= 0 ? kept : refuse("a whole number");

export const oneOf =
  <const T extends string>(...known: readonly T[]): Reader<T> =>
  (kept) =>
    known.find((each) => each === kept) ?? refuse("one of what is known");

export const optional =
  <T>(reader: Reader<T>): Reader<T | undefined> =>
  (kept) =>
    kept === undefined ? undefined : reader(kept);

export const list =
  <T>(each: Reader<T>): Reader<T[]> =>
  (kept) =>
    Array.isArray(kept) ? kept.map((one) => each(one)) : refuse("a list");

const objectIn = (kept: unknown): object =>
  typeof kept === "object" && kept !== null && !Array.isArray(kept) ? kept : refuse("an object");

export const recordOf =
  <T>(each: Reader<T>): Reader<Record<string, T>> =>
  (kept) =>
    Object.fromEntries(Object.entries(objectIn(kept)).map(([key, one]) => [key, each(one)]));

/** An object of these; what else it holds is left out. */
export const shape =
  <T extends object>(readers: { [K in keyof T]-?: Reader<T[K]> }): Reader<T> =>
  (kept) => {
    const all = new Map(Object.entries(objectIn(kept)));
    const read = Object.entries<Reader<unknown>>(readers).map(([key, reader]) => [key, reader(all.get(key))] as const);
    return Object.fromEntries(read.filter(([, one]) => one !== undefined)) as T;
  };
