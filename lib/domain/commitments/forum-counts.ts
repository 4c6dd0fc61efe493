import { type YouthAge, type YouthSex, youthAges, youthSexes } from "./recommendation";

/** How many young people of a country came to a forum, by sex and age. */
export interface ForumCount {
  unitId: number;
  sex: YouthSex;
  age: YouthAge;
  count: number;
}

/** A part of those who came; null: of either. */
export interface ForumPart {
  sex: YouthSex | null;
  age: YouthAge | null;
  count: number;
}

/** What everybody is told of who came. */
export interface ShownOfForum {
  /** Null: fewer than the threshold. */
  total: number | null;
  /** From how many countries; null: by it one could work out that few came from one of them. */
  countries: number | null;
  parts: readonly ForumPart[];
}

/** More than so many of one country, sex and age don't meet. */
export const mostOfOnePart = 999;

/**
 * What everybody is told of who came: over all countries by sex and age; where a part of that would be so small that somebody
 * could be recognised by it, by age alone, else by sex alone, else nothing but how many. Only one of these is ever told, and
 * none of its parts is hidden, so that no small part can be worked out from the others. Somebody came from each country that is
 * counted: of 6 people from 6 countries one came from each, so countries are counted only where one of several may have sent
 * as many as the threshold, beyond the one that each did.
 * @param below the plan's threshold of small counts
 */
export function shownOfForum(counts: readonly ForumCount[], below: number): ShownOfForum {
  const total = sum(counts);
  if (total > 0 && total < below) return { total: null, countries: null, parts: [] };
  const from = new Set(counts.map(({ unitId }) => unitId)).size;
  const countries = from === 1 || total - from >= below ? from : null;
  const bySexAndAge = youthAges.flatMap((age) => youthSexes.map((sex) => part(counts, { sex, age })));
  const byAge = youthAges.map((age) => part(counts, { sex: null, age }));
  const bySex = youthSexes.map((sex) => part(counts, { sex, age: null }));
  const parts = [bySexAndAge, byAge, bySex].find((each) => each.every(({ count }) => count === 0 || count >= below));
  return { total, countries, parts: (parts ?? []).filter(({ count }) => count > 0) };
}

const sum = (counts: readonly ForumCount[]) => counts.reduce((all, { count }) => all + count, 0);

const part = (counts: readonly ForumCount[], { sex, age }: Omit<ForumPart, "count">): ForumPart => ({
  sex,
  age,
  count: sum(counts.filter((each) => (sex === null || each.sex === sex) && (age === null || each.age === age))),
});
