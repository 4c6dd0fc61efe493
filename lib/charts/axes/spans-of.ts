import type { Blank } from "@/lib/charts/trend-model";
import type { Axis } from "./axis";

/** Words in place of a value, said once for neighbouring moments that lack it alike. */
export interface BlankSpan extends Pick<Blank, "y" | "text" | "halves"> {
  from: number;
  to: number;
}

/** What a panel says in place of values. In pictures `publication/typst/templates/trend-labels.typ` does the same. */
export function spansOf(blanks: readonly Blank[], { ticks }: Axis): BlankSpan[] {
  const spans: BlankSpan[] = [];
  const place = (at: number) => ticks.findIndex((tick) => tick.at === at);
  for (const { at, y, text, halves } of blanks) {
    const last = spans.at(-1);
    if (last?.text === text && place(at) === place(last.to) + 1) last.to = at;
    else spans.push({ from: at, to: at, y, text, ...(halves && { halves }) });
  }
  return spans;
}
