import type { IndicatorApproved } from "@/lib/domain/results/approved-values";
import type { Hiding } from "@/lib/domain/results/disclosure/hide-values";
import type { IndicatorFacts, PlanFacts } from "@/lib/domain/results/plan-facts";
import type { Seen } from "@/lib/domain/results/stored-values";
import { type WorkedOut, workOutIndicator } from "@/lib/domain/results/work-out-indicator";
import { answerRequests } from "./answer-requests";
import { randomOfKey } from "./random-of-key";

// What runs in the thread of lib/server/results/compute/work-out-in-thread.ts: one indicator a request.

export interface WorkOutRequest {
  /** Without its indicators, of which the one that is asked for stands beside it. */
  plan: PlanFacts;
  indicator: IndicatorFacts;
  approved: IndicatorApproved;
  seen: Seen;
  hiding: Omit<Hiding, "random">;
  /** What is hidden is chosen by it: 32 bytes. */
  key: Uint8Array;
}

answerRequests<WorkOutRequest, WorkedOut>(({ plan, indicator, approved, seen, hiding, key }) =>
  workOutIndicator(plan, indicator, approved, seen, { ...hiding, random: randomOfKey(key) }),
);
