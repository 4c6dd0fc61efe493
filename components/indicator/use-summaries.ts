import { useTranslations } from "next-intl";
import type { TrendModel } from "@/lib/charts/trend-model";

/** Each panel in a sentence, for who doesn't see it: "Cambodia: baseline 2014 88, 2015 104; target 2018 180". */
export function useSummaries(): (model: TrendModel) => Record<string, string> {
  const t = useTranslations("public.trend");
  return ({ panels }) =>
    Object.fromEntries(
      panels.map(({ code, name, markers, blanks, target }) => {
        const points = [
          ...markers.map((marker) => ({ ...marker })),
          ...blanks.map((blank) => ({ ...blank, kind: "value" })),
        ]
          .sort((one, other) => one.at - other.at)
          .map(({ kind, when, text }) => t(kind === "baseline" ? "summaryBaseline" : "point", { when, text }));
        if (target) points.push(t("summaryTarget", { when: target.when, text: target.text }));
        return [code, t("summary", { name, points: points.join(", ") })];
      }),
    );
}
