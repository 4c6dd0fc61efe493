/**
 * Whether two values of the region rest on the same countries, in any order. Where they don't, a line breaks between them
 * and no trend is told: a rise or fall may only be a country that came or went.
 */
export function restOnSameCountries(
  one: { restsOn: readonly string[] },
  other: { restsOn: readonly string[] },
): boolean {
  const units = new Set(one.restsOn);
  return units.size === other.restsOn.length && other.restsOn.every((unit) => units.has(unit));
}
