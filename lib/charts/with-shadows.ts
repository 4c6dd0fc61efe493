import { type Axis, valueAxis } from "./axes/axis";
import type { Said, Spot, TrendModel } from "./trend-model";

/** A value of civil society about a unit, at its period; `y` is null where it has no one place. */
export interface ShadowAt extends Omit<Said, "y"> {
  unit: string;
  y: number | null;
}

/**
 * A chart with what civil society says beside its values. It adds marks of their own, and an axis that holds them; all that is
 * official stays where it is.
 */
export function withShadows(
  model: TrendModel,
  shadows: readonly ShadowAt[],
  scale: Parameters<typeof valueAxis>[0],
  number: (value: number) => string,
): TrendModel {
  const panels = model.panels.map((panel) => {
    const said = shadows.flatMap(({ unit, y, at, when, text }) =>
      unit === panel.code && y !== null ? [{ at, y, when, text }] : [],
    );
    return said.length === 0 ? panel : { ...panel, said };
  });
  const marks = panels.flatMap(({ said = [] }) => said);
  return { ...model, panels, values: axisWith(marks, { ...model, panels }, scale, number) };
}

function axisWith(
  marks: readonly Spot[],
  { values, panels }: TrendModel,
  scale: Parameters<typeof valueAxis>[0],
  number: (value: number) => string,
): Axis {
  if (marks.every(({ y }) => y >= values.min && y <= values.max)) return values;
  const ys = panels.flatMap(({ markers, planned, target, said = [] }) =>
    [...markers, ...planned, ...(target ? [target] : []), ...said].map(({ y }) => y),
  );
  // Yes, no and steps have the axis that they have, whoever speaks.
  return valueAxis(scale, false, ys, { number, yes: "", no: "", steps: [] });
}
