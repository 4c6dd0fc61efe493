import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StatusChip } from "@/components/results/status/status-chip";
import { statusClass } from "@/components/results/status/status-look";
import { SuppressedNote } from "@/components/results/status/suppressed-note";
import { formulaLines, roundedOf } from "@/lib/charts/formula";
import type { Explanation } from "@/lib/charts/prepare/prepare-explanation";
import type { Status } from "@/lib/domain/progress/status";
import { definitionNote } from "@/lib/i18n/definition-wording";
import { formatsOf } from "@/lib/i18n/formats";
import { placePath, resultsPath } from "@/lib/i18n/paths";
import { carriedNotes, wholeText } from "@/lib/i18n/result-wording";
import type { Locale } from "@/lib/i18n/routing";
import type { IndicatorView } from "@/lib/views/indicator-view";
import { countedAs, isAfterEnd } from "@/lib/views/shown-status";
import { ReasonText } from "./reason-text";

/** The scale shows R from a quarter below zero to a quarter above one; what lies outside points at its end. */
const [from, to] = [-0.25, 1.25];
const place = (R: number) => ((Math.min(to, Math.max(from, R)) - from) / (to - from)) * 100;

const zones: readonly [status: Status, starts: number, ends: number][] = [
  ["movingAway", from, 0],
  ["limitedProgress", 0, 0.6],
  ["accelerationNeeded", 0.6, 0.95],
  ["onTrack", 0.95, to],
];

/**
 * Where R lies among the thresholds of the method.
 * @param text R as it stands beside
 */
function RatioScale({ R, text }: { R: number; text: string }) {
  const t = useTranslations();
  const zone = zones.find(([, , ends]) => R < ends) ?? zones.at(-1)!;
  const at = place(R);
  const percent = (share: number) => `${Math.round(share * 100) / 100}%`;
  return (
    <svg
      className="ratio-scale plot"
      width="100%"
      height={74}
      role="img"
      aria-label={t("public.explain.scale", { R: text, status: t(`status.word.${zone[0]}`) })}
    >
      {zones.map(([status, starts, ends]) => {
        const width = place(ends) - place(starts);
        return (
          <g key={status} className={statusClass[status]}>
            <rect className="zone" x={percent(place(starts))} y={28} width={percent(width)} height={24} />
            <svg x={percent(place(starts) + width / 2)} y={40} overflow="visible" aria-hidden="true">
              <foreignObject x={-7} y={-7} width={14} height={14}>
                <span className="status-icon" />
              </foreignObject>
            </svg>
          </g>
        );
      })}
      <rect
        className="here"
        x={percent(place(zone[1]))}
        y={27}
        width={percent(place(zone[2]) - place(zone[1]))}
        height={26}
        rx={3}
      />
      {[0, 0.6, 0.95].map((limit) => (
        <text key={limit} x={percent(place(limit))} y={69} textAnchor="middle">
          {limit === 0 ? "0" : limit.toFixed(2)}
        </text>
      ))}
      <svg x={percent(at)} y={0} overflow="visible">
        <path d="M-6 17h12l-6 9z" fill="var(--text)" />
        <text className="val" y={11} textAnchor={at < 12 ? "start" : at > 88 ? "end" : "middle"}>
          R = {text}
        </text>
      </svg>
    </svg>
  );
}

/** How one status came about: in a sentence, by the formula, and with everything that it rests on. */
export function ExplanationPanel({
  explanation,
  view,
  locale,
}: {
  explanation: Explanation;
  view: IndicatorView;
  locale: Locale;
}) {
  const t = useTranslations("public.explain");
  const meaning = useTranslations("status.meaning");
  const region = useTranslations("public.trend");
  const formats = formatsOf(locale);
  const period = formats.period(view.period);
  const { status, sentence, reason, formula, R, trend, targetOn, members } = explanation;
  const rounded = formula && formats.list(roundedOf(formula));
  const end = targetOn === null ? period : formats.year(targetOn);
  const carried = members && view.region ? carriedNotes(region, view, view.region, formats) : [];
  const definition = definitionNote(t, explanation, view, formats);
  return (
    <div className="grid gap-4">
      <div>
        <StatusChip status={status} />
      </div>
      <SuppressedNote statuses={[status]} />
      {sentence && <p className="note">{t(`sentence.${sentence.key}`, { ...sentence.args, period, end })}</p>}
      {sentence && isAfterEnd(status) && <p className="note">{meaning(status)}</p>}
      {definition && <p className="note">{definition}</p>}
      {reason && <ReasonText reason={reason} locale={locale} />}
      {!sentence && !reason && <p className="note">{meaning(isAfterEnd(status) ? status : countedAs(status))}</p>}
      {carried.length > 0 && <p className="note">{carried.join(" ")}</p>}
      {trend && <p className="note">{t("trend", { trend })}</p>}
      {formula && (
        <div className="formula">
          {formulaLines(formula).map((line) => (
            <p key={line}>{line}</p>
          ))}
          {rounded && <p className="hint">{t("rounded", { letters: rounded })}</p>}
        </div>
      )}
      {R !== null && formula && <RatioScale R={R} text={formula.R} />}
      <Facts explanation={explanation} view={view} locale={locale} />
    </div>
  );
}

function Facts({ explanation, view, locale }: { explanation: Explanation; view: IndicatorView; locale: Locale }) {
  const t = useTranslations("public.explain");
  const formats = formatsOf(locale);
  const period = formats.period(view.period);
  const { facts, parts, baselineOn, targetOn, members, whole, methodVersion, approvedOn } = explanation;
  const names = members?.map((code) => view.countries.find((country) => country.code === code)?.name ?? code);
  const rows: [string, ReactNode][] = [
    [t("y", { period }), facts.y],
    ...(parts ? [[t("parts"), parts] as [string, ReactNode]] : []),
    [baselineOn ? t("b", { year: formats.year(baselineOn) }) : t("bPlain"), facts.b],
    [t("A", { period }), facts.A],
    [targetOn ? t("T", { year: formats.year(targetOn) }) : t("TPlain"), facts.T],
    ...(names && names.length > 0 ? [[t("members"), formats.units(names)] as [string, ReactNode]] : []),
    // Beside the value of the status, so that nobody takes the one in the chart for it.
    ...(whole ? [[t("whole", { count: whole.count }), wholeText(t, whole)] as [string, ReactNode]] : []),
    [t("direction"), t("directionWord", { direction: view.indicator.direction })],
  ];
  if (methodVersion) {
    const href = `${placePath(resultsPath(locale, view.plan), "about")}#method`;
    rows.push([
      t("method"),
      <a key="method" href={href}>
        {t("methodVersion", { version: methodVersion })}
      </a>,
    ]);
  }
  if (approvedOn) rows.push([t("approved"), formats.day(approvedOn)]);
  return (
    <dl className="facts spread">
      {rows.map(([name, value]) => (
        <div key={name} className="contents">
          <dt>{name}</dt>
          <dd>{value ?? t("unknown")}</dd>
        </div>
      ))}
    </dl>
  );
}
