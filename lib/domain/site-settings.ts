/** How long a session may last, in hours, and rest, in minutes; as the database checks it. */
export const sessionLimits = { hours: { least: 1, most: 24 }, idleMinutes: { least: 5 } } as const;

/** A working day with some overtime; whoever left the desk for two hours is taken for gone. */
export const usualSession = { hours: 12, idleMinutes: 120 } as const;

/** Of a site's name, which stands in the bar of every page and in its title; of a notice, a few sentences. */
export const longestSiteText = { name: 40, notice: 500 } as const;
