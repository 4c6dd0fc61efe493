import "server-only";

/** The rows of a table of intervals that stand in a results version. */
export const asOf = (version: number) => ({
  fromVersion: { lte: version },
  OR: [{ untilVersion: null }, { untilVersion: { gte: version } }],
});

/** The rows that stand now: what everything but public pages and publications asks for. */
export const present = { untilVersion: null } as const;
