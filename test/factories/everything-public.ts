import { pagePicture } from "@/lib/server/queries/results/page-picture";
import {
  countryProgress,
  goalProgress,
  indicatorProgress,
  regionalProgress,
} from "@/lib/server/queries/results/public-progress";
import { resultsFile } from "@/lib/server/queries/results/results-file";
import { sixCountries } from "./results-framework";

/** What a file says beside its values. */
export const fileWords = () => ({
  total: "Total",
  yes: "Yes",
  no: "No",
  inWords: "in words",
  unit: String,
  notice: "Made up.",
  of: (part: string, whole: string) => `${part} of ${whole}`,
});

export interface ReadPublicly {
  /** Of a plan made by `makeResultsPlan`. */
  code: string;
  indicators: readonly string[];
  goals?: readonly string[];
  periods?: readonly string[];
}

/**
 * All that the public reads of a plan, by what it is read from.
 * @param version a results version; null: the present one
 */
export async function everythingPublic(
  { code, indicators, goals = ["G1"], periods = ["2015", "2016"] }: ReadPublicly,
  version: string | null,
): Promise<Record<string, unknown>> {
  const read: Record<string, unknown> = {};
  const at = version === null ? {} : { version };
  for (const period of periods) {
    read[`region ${period}`] = await regionalProgress(code, period, "en", version);
    for (const goal of goals) read[`goal ${goal} ${period}`] = await goalProgress(code, goal, period, "en", version);
    read[`picture ${period}`] = (await pagePicture({ plan: code, period, ...at }, "status", "en"))?.block;
    read[`file ${period}`] = await resultsFile({ plan: code, period, ...at }, fileWords, "en");
    for (const unit of sixCountries) {
      read[`${unit} ${period}`] = await countryProgress(code, unit, period, "en", version);
      read[`file ${unit} ${period}`] = await resultsFile({ plan: code, period, country: unit, ...at }, fileWords, "en");
    }
    for (const indicator of indicators) {
      read[`${indicator} ${period}`] = await indicatorProgress(code, indicator, period, "en", version);
      read[`file ${indicator} ${period}`] = await resultsFile(
        { plan: code, period, indicator, ...at },
        fileWords,
        "en",
      );
    }
  }
  return JSON.parse(JSON.stringify(read)) as Record<string, unknown>;
}
