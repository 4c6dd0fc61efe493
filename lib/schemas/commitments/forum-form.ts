import { z } from "zod";
import { mostOfOnePart } from "@/lib/domain/commitments/forum-counts";
import { type YouthAge, type YouthSex, youthAges, youthSexes } from "@/lib/domain/commitments/recommendation";
import { pageLocale, rowId } from "@/lib/schemas/forms/form-fields";
import { addressFields } from "@/lib/schemas/reports/report-forms";
import { youngText } from "./young-words";

/** Those of one country, sex and age. */
export interface CameFrom {
  unit: string;
  sex: YouthSex;
  age: YouthAge;
  count: number;
}

const longestTheme = 300;
const longestOrganisers = 300;
const field = new RegExp(`^came_([A-Z]{3})_(${youthSexes.join("|")})_(${youthAges.join("|")})$`);

/** Who came to a forum, by counts alone, and who answers for them. An empty count isn't told; 0 is the same as nobody. */
export const forumForm = z
  .looseObject({
    locale: pageLocale,
    plan: addressFields.plan,
    meeting: rowId,
    rowVersion: rowId,
    theme: youngText(longestTheme).default(""),
    organisers: youngText(longestOrganisers).default(""),
    /** Empty: none is named. */
    safeguarding: z
      .literal("")
      .or(rowId)
      .default("")
      .transform((chosen) => chosen || null),
  })
  .transform(({ locale, plan, meeting, rowVersion, theme, organisers, safeguarding, ...sent }, context) => {
    const counts = Object.entries(sent).flatMap(([name, typed]): CameFrom[] => {
      const [, unit, sex, age] = field.exec(name) ?? [];
      if (unit === undefined || typed === "") return [];
      const count = typeof typed === "string" && /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
      if (Number.isNaN(count) || count > mostOfOnePart)
        context.addIssue({ code: "custom", path: [name], message: "youngPersonCount", input: typed });
      return count > 0 ? [{ unit, sex: sex as YouthSex, age: age as YouthAge, count }] : [];
    });
    return { locale, seen: { plan, id: meeting, rowVersion }, facts: { theme, organisers, safeguarding, counts } };
  });
export type ForumFacts = z.output<typeof forumForm>["facts"];
