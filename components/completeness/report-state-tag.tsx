import { Icon, type IconName } from "@/components/ui/icon";
import { Tag, type TagTone } from "@/components/ui/tag";
import type { CompletenessReport } from "@/lib/views/periods/completeness-view";

/** How a report stands for whoever waits for it. */
export type BoardState = "notBegun" | "draft" | "submitted" | "returned" | "approved" | "closed";

const looks: Record<BoardState, { tone: TagTone; icon: IconName }> = {
  notBegun: { tone: "plain", icon: "file" },
  draft: { tone: "blue", icon: "pencil" },
  submitted: { tone: "blue", icon: "arrowRight" },
  returned: { tone: "amber", icon: "undo" },
  approved: { tone: "plain", icon: "check" },
  closed: { tone: "plain", icon: "lock" },
};

/** A draft of a period that takes no more reports is neither awaited nor late. */
export function boardState({
  state,
  answered,
  lock,
}: Pick<CompletenessReport, "state" | "answered" | "lock">): BoardState {
  if (state !== "draft") return state;
  if (lock === "periodClosed" || lock === "periodLocked") return "closed";
  return answered === 0 ? "notBegun" : "draft";
}

export function ReportStateTag({ state, word }: { state: BoardState; word: string }) {
  const { tone, icon } = looks[state];
  return (
    <Tag tone={tone}>
      <Icon name={icon} /> {word}
    </Tag>
  );
}
