import type { YouthAge, YouthSex } from "@/lib/domain/commitments/recommendation";

/** How many came. Apart from the form's schema, which no browser needs. */
export const forumCountField = (unit: string, sex: YouthSex, age: YouthAge) => `came_${unit}_${sex}_${age}` as const;
