import type { TagTone } from "@/components/ui/tag";
import type { ObservationHead } from "@/lib/views/commitments/observation-view";

type Stands = Pick<ObservationHead, "end" | "stage" | "response">;

/** Where an observation stands, as a key of the namespace `observations`. */
export function stateKey({ end, stage, response }: Stands) {
  if (end !== null) return `end.${end}` as const;
  return stage === "passed" ? (`state.${response ?? "shared"}` as const) : (`state.${stage}` as const);
}

export function stateTone({ end, stage, response, daysOverdue }: Stands & { daysOverdue: number }): TagTone {
  if (end !== null) return "plain";
  if (daysOverdue > 0) return "red";
  if (stage === "sentBack") return "amber";
  return stage === "inSafetyCheck" || response === "awaited" ? "blue" : "plain";
}
