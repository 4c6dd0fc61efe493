/** How long a session may last, in hours, and rest, in minutes; as the database checks it. */
export const sessionLimits = { hours: { least: 1, most: 24 }, idleMinutes: { least: 5 } } as const;

/** A working day with some overtime; whoever left the desk for two hours is taken for gone. */
export const usualSession = { hours: 12, idleMinutes: 120 } as const;

/** Of a site's name, which stands in the bar of every page and in its title; of a notice, a few sentences. */
export const longestSiteText = { name: 40, notice: 500 } as const;

/** Of the file of a logo, and of each side of its picture. */
export const logoLimits = { bytes: 256 * 1024, pixels: 2000 } as const;

/** In the bar of a page, in the page's pixels: it is drawn at twice that. */
export const logoPlace = { width: 160, height: 28 } as const;

/** Of the six countries, by the names that they are known by today; Intl lists some under older ones. */
const regionZones = [
  "Asia/Bangkok",
  "Asia/Ho_Chi_Minh",
  "Asia/Phnom_Penh",
  "Asia/Shanghai",
  "Asia/Vientiane",
  "Asia/Yangon",
  "UTC",
];

/** Whose clock a site may show: those of the region first, then all others that this machine knows, by their IANA names. */
export const timeZones = (): readonly string[] => [...new Set([...regionZones, ...Intl.supportedValuesOf("timeZone")])];
