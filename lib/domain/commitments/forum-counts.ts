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

/** More than so many of one country, sex and age don't meet. */
export const mostOfOnePart = 999;

/**
 * What everybody is told of who came: over all countries by sex and age; where a part of that would be so small that somebody
 * could be recognised by it, by age alone, else by sex alone, else nothing but how many. Only one of these is ever told, and
 * none of its parts is hidden, so that no small part can be worked out from the others.
 * @param below the plan's threshold of small counts
 * @returns `total` null: fewer than that came
 */
export function shownOfForum(
  counts: readonly ForumCount[],
  below: number,
): { total: number | null; parts: readonly ForumPart[] } {
  const total = sum(counts);
  if (total > 0 && total < below) return { total: null, parts: [] };
  const bySexAndAge = youthAges.flatMap((age) => youthSexes.map((sex) => part(counts, { sex, age })));
  const byAge = youthAges.map((age) => part(counts, { sex: null, age }));
  const bySex = youthSexes.map((sex) => part(counts, { sex, age: null }));
  const parts = [bySexAndAge, byAge, bySex].find((each) => each.every(({ count }) => count === 0 || count >= below));
  return { total, parts: (parts ?? []).filter(({ count }) => count > 0) };
}

const sum = (counts: readonly ForumCount[]) => counts.reduce((all, { count }) => all + count, 0);

const part = (counts: readonly ForumCount[], { sex, age }: Omit<ForumPart, "count">): ForumPart => ({
  ...{ sex, age },
  count: sum(counts.filter((each) => (sex === null || each.sex === sex) && (age === null || each.age === age))),
});
