import "server-only";

/** What a browser says of itself, as far as its person would say it: no versions, no model. Null where it isn't known. */
export interface Device {
  browser: string | null;
  system: string | null;
}

export const unknownDevice: Device = { browser: null, system: null };

// In this order: most browsers also name those that they descend from.
const browsers: readonly (readonly [name: string, isOne: RegExp])[] = [
  ["Edge", /\bEdg(e|A|iOS)?\//],
  ["Opera", /\b(OPR|OPT)\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["UC Browser", /\bUCBrowser\//],
  ["Firefox", /\b(Firefox|FxiOS)\//],
  ["Chrome", /\b(Chrome|HeadlessChrome|CriOS)\//],
  ["Safari", /\bSafari\//],
];
const systems: readonly (readonly [name: string, isOne: RegExp])[] = [
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Android", /\bAndroid\b/],
  ["Windows", /\bWindows\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["macOS", /\bMac ?OS ?X\b|\bMacintosh\b/],
  ["Linux", /\bLinux\b/],
];

const first = (list: typeof browsers, userAgent: string) =>
  list.find(([, isOne]) => isOne.test(userAgent))?.[0] ?? null;

/** Only names of these lists are ever stored, whatever a client says of itself. */
export function deviceOf(headers: Headers): Device {
  const userAgent = headers.get("user-agent")?.slice(0, 512) ?? "";
  return { browser: first(browsers, userAgent), system: first(systems, userAgent) };
}
