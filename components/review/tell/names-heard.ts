import type { NamedPerson, PersonWithNamed } from "@/lib/views/report-view";

type People = readonly NamedPerson[];

export const has = (people: readonly { id: number }[], { id }: { id: number }) =>
  people.some((other) => other.id === id);

/**
 * Whom a query names on the page once the server is heard: what was changed here and hasn't arrived there stays as it is here,
 * everything else is as it is there.
 * @param here as the page shows it
 * @param before whom the server had by what was heard last
 */
export const namesHeard = (here: People, before: People, now: People): People => [
  ...now.filter((person) => has(here, person) || !has(before, person)),
  ...here.filter((person) => !has(now, person) && !has(before, person)),
];

/** Whom the query names by who may be named in any; of whoever can't be told any more, nothing new is heard. */
export const namedAmong = (people: readonly PersonWithNamed[], before: People, code: string): People => [
  ...before.filter((person) => people.find(({ id }) => id === person.id)?.named.includes(code) ?? true),
  ...people.flatMap(({ id, name, reviews, named }) =>
    named.includes(code) && !has(before, { id }) ? [{ id, name, reviews }] : [],
  ),
];
