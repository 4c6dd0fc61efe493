import type { Formats } from "@/lib/i18n/formats";
import type { TranslatorOf } from "@/lib/i18n/messages";
import type { PlatformActivityView, PlatformReportHead } from "@/lib/views/commitments/platform-view";
import type { UnitView } from "@/lib/views/report-view";

/** What every page says of a platform and its reports: the same words everywhere. */
export function platformWords(t: TranslatorOf<"civilSociety">, { year }: Pick<Formats, "year">) {
  const name = ({ level, name: unit }: UnitView): string => t("platformOf", { level, unit });
  const yearOf = (of: number): string => year(`${of}-07-01`);
  const title = ({ unit, year: of }: PlatformReportHead): string =>
    t("reportTitle", { unit: unit.name, year: yearOf(of) });
  /** Where it stands: its state, who agrees, and how much of it is answered. */
  const standing = ({ state, agreed, members, points, answered }: PlatformReportHead): string[] => [
    t(`state.${state}`),
    t(state === "draft" ? "agreeingNow" : "agreedBy", { agreed, members }),
    ...(state === "presented" || state === "answered" ? [t("answeredOf", { answered, points })] : []),
  ];
  /** Whom an activity reached; empty where nothing of it is said. */
  const reach = ({ officials, community, reach: words }: PlatformActivityView): string =>
    [
      officials === null ? "" : t("officials", { count: officials }),
      community === null ? "" : community === "few" ? t("fewCommunity") : t("community", { count: community }),
      words,
    ]
      .filter(Boolean)
      .join("; ");
  return { name, yearOf, title, standing, reach };
}
export type PlatformWords = ReturnType<typeof platformWords>;
