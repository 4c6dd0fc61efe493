import { useTranslations } from "next-intl";
import { statusClass } from "@/components/results/status/status-look";
import type { Status } from "@/lib/domain/progress/status";

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
export function RatioScale({ R, text }: { R: number; text: string }) {
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
