import { z } from "zod";
import { indicatorShape } from "./framework-indicator";
import { nodeTextFields, text, translations } from "./framework-text";

const activity = z.strictObject({ title: text(200), ...translations(z.strictObject({ title: text(200) }).partial()) });

const output = z.strictObject({
  code: z.string().regex(/^G[1-9]\d*\.[1-9]\d*\.[1-9]\d*$/, "write a code such as G3.2.1"),
  ...nodeTextFields,
  activities: z.array(activity).default([]),
  indicators: z.array(indicatorShape).default([]),
});

const outcome = z.strictObject({
  code: z.string().regex(/^G[1-9]\d*\.[1-9]\d*$/, "write a code such as G3.2"),
  ...nodeTextFields,
  indicators: z.array(indicatorShape).default([]),
  outputs: z.array(output).default([]),
});

/** `g1.yaml` to `g8.yaml`: a goal with everything under it. */
export const goalFile = z.strictObject({
  code: z.string().regex(/^G[1-9]\d*$/, "write a code such as G3"),
  pillar: z.string(),
  ...nodeTextFields,
  outcomes: z.array(outcome).default([]),
});
export type GoalFile = z.output<typeof goalFile>;
