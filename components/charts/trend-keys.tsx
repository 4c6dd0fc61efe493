import { useTranslations } from "next-intl";
import { absentKey, type TrendModel } from "@/lib/charts/trend-model";

/** What the markers of a trend chart mean; only those that there are. `children` are keys of what is drawn beside its values. */
export function TrendKeys({ model, children }: { model: TrendModel; children?: React.ReactNode }) {
  const t = useTranslations("public.trend.keys");
  const { markerKinds, breaks } = model;
  const shown: [boolean, React.ReactNode, string][] = [
    [
      markerKinds.value,
      <g key="value">
        <path className="line" d="M1 6h24" />
        <circle className="pt" cx="13" cy="6" r="4" />
      </g>,
      t("value"),
    ],
    [markerKinds.baseline, <circle key="baseline" className="open" cx="13" cy="6" r="4" />, t("baseline")],
    [markerKinds.planned, <path key="planned" className="planned" d="M1 6h24" />, t("planned")],
    [markerKinds.censored, <circle key="censored" className="cens" cx="13" cy="6" r="4.5" />, t("censored")],
    [markerKinds.gap, <path key="gap" className="gapline" d="M2 6h22" />, absentKey(model.absent)],
    [breaks.length > 0, <path key="break" className="ver" d="M13 0v12" />, t("break")],
  ];
  return (
    <ul className="keys">
      {shown.map(
        ([isShown, marker, text]) =>
          isShown && (
            <li key={text}>
              <svg className="plot" viewBox="0 0 26 12" aria-hidden="true">
                {marker}
              </svg>
              {text}
            </li>
          ),
      )}
      {children}
    </ul>
  );
}
