/** The heading of an indicator's explanations, where links to one of them land. */
export const explanationId = "explanation";

/**
 * What follows an indicator's address to explain how one status came about: `/2016?country=THA#explanation`.
 * @param unit code of a country, or of the region
 */
export const explanationOf = (period: string, unit: string) => `/${period}?country=${unit}#${explanationId}`;
