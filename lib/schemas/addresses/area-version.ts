/**
 * The plan's results version in the version of an area of a plan, `17-3`, as an address has it: whose words the area's pages
 * use. Null for what is no such version: no release has an area, for what it froze is results alone.
 */
export const resultsVersionOfArea = (segment: string): string | null =>
  /^([1-9]\d{0,8})-[1-9]\d{0,8}$/.exec(segment)?.[1] ?? null;
