const width = 260;
const height = 58;
const margin = 10;

/**
 * The values as a small line; the list beside it says the same. A gap where there is no value, a dashed way to the one
 * that is being entered, from zero up so that a small change looks small.
 */
export function HistoryLine({
  points,
  isLastOpen,
  hasBaseline,
}: {
  points: readonly (number | null)[];
  isLastOpen: boolean;
  hasBaseline: boolean;
}) {
  const values = points.filter((point) => point !== null);
  if (values.length < 2) return null;
  const top = Math.max(...values, 0);
  const bottom = Math.min(...values, 0);
  const x = (index: number) => margin + (index * (width - 2 * margin)) / (points.length - 1);
  const y = (point: number) => height - margin - ((point - bottom) / (top - bottom || 1)) * (height - 2 * margin);
  return (
    <svg className="plot hist-plot" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      {points.slice(1).map((point, index) => {
        const before = points[index] ?? null;
        if (point === null || before === null) return null;
        const isDashed = isLastOpen && index === points.length - 2;
        const ends = { x1: x(index), y1: y(before), x2: x(index + 1), y2: y(point) };
        return <line key={`${ends.x1} ${ends.x2}`} className={isDashed ? "planned" : "line"} {...ends} />;
      })}
      {points.map((point, index) => {
        if (point === null) return null;
        const isOpen = (isLastOpen && index === points.length - 1) || (hasBaseline && index === 0);
        return (
          <circle key={x(index)} className={isOpen ? "open" : "pt"} cx={x(index)} cy={y(point)} r={isOpen ? 4 : 3.5} />
        );
      })}
    </svg>
  );
}
