// Apart from the forms' schemas, which no browser needs.

/** The versions of key actions in one field, for whoever tells of one of them as they saw it: `12:1, 15:3`. */
export const keyActionsSeen = (keyActions: readonly { id: number; rowVersion: number }[]): string =>
  keyActions.map(({ id, rowVersion }) => `${id}:${rowVersion}`).join(", ");

/** What such a field says, by key action. */
export const keyActionVersions = (seen: string): [id: number, rowVersion: number][] =>
  [...seen.matchAll(/([1-9]\d{0,8}):([1-9]\d{0,8})/g)].map(([, id, version]) => [Number(id), Number(version)]);
