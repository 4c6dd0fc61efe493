/** The heading of an indicator's explanations. Addresses that were passed on before each had an id of its own lead here. */
export const explanationId = "explanation";

/** The explanation of one unit's status, where links to it land: the browser finds it without a script. */
export const explanationIdOf = (unit: string) => `${explanationId}-${unit}`;

/**
 * What follows an indicator's address, which names a period, to explain how one status came about:
 * `?country=THA#explanation-THA`.
 * @param unit code of a country, or of the region
 */
export const explanationOf = (unit: string) => `?country=${unit}#${explanationIdOf(unit)}`;
