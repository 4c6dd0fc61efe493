import { useXAxisScale, useYAxisScale } from "recharts";
import type { Said } from "@/lib/charts/trend-model";
import { saidMark } from "./said-mark";

/** Open diamonds over the lines, and on none of them: what is said is joined to nothing. */
export function SaidMarks({ said }: { said: readonly Said[] }) {
  const [x, y] = [useXAxisScale(), useYAxisScale()];
  if (!x || !y) return null;
  const marks = new Set(said.map(({ at, y: value }) => saidMark(Number(x(at)), Number(y(value)))));
  return [...marks].map((mark) => <path key={mark} className="said-mark" d={mark} />);
}
