/**
 * What a plan's threshold of small counts may be: counts of persons from 1 to one below it are never public. Below 3 a count
 * that shows as `<2` would be known; above 20 hardly a breakdown would be left.
 */
export const thresholdLimits = { least: 3, most: 20 } as const;
