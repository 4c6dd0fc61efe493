import { type Actor, can } from "../permissions";

/** Meetings of the process: of Senior Officials, of ministers, of both, of the task forces, and of those who work beside them. */
export const meetingKinds = ["som", "imm", "somImm", "rtf", "taskForce", "youthForum", "platform", "workshop"] as const;
export type MeetingKind = (typeof meetingKinds)[number];

/** Whether a meeting is one country's own: always, never, or either. */
export const meetingUnit: Record<MeetingKind, "must" | "never" | "may"> = {
  som: "never",
  imm: "never",
  somImm: "never",
  rtf: "never",
  taskForce: "must",
  youthForum: "may",
  platform: "may",
  workshop: "may",
};

/** Where governments sit, each with its delegation. */
export const delegated = ["som", "imm", "somImm", "rtf", "taskForce"] as const satisfies readonly MeetingKind[];
export const hasDelegations = (kind: MeetingKind): boolean => (delegated as readonly MeetingKind[]).includes(kind);

/** What a meeting lives through, in its order. */
export const meetingStates = ["planned", "papersOut", "held", "outcomeAgreed", "closed"] as const;
export type MeetingState = (typeof meetingStates)[number];

interface MeetingStep {
  from: readonly MeetingState[];
  /** Null: where it stood. */
  to: MeetingState | null;
}

/** Everything that can be done with a meeting, as one table: what isn't in it can't happen. All of it is the secretariat's. */
export const meetingSteps = {
  write: { from: ["planned", "papersOut", "held", "outcomeAgreed"], to: null },
  /** Only of what was never sent: a meeting that nobody holds. */
  delete: { from: ["planned"], to: null },
  /** With them it is said which results the meeting looks at, for good. */
  sendPapers: { from: ["planned"], to: "papersOut" },
  /** Some are held without papers. */
  hold: { from: ["planned", "papersOut"], to: "held" },
  agreeOutcome: { from: ["held"], to: "outcomeAgreed" },
  close: { from: ["outcomeAgreed"], to: "closed" },
  /** Of a part of what was said, for safety: whatever else stays. */
  takeDown: { from: [...meetingStates], to: null },
} as const satisfies Record<string, MeetingStep>;
export type MeetingStepName = keyof typeof meetingSteps;

/** Those that need nothing but to be taken. */
export const plainMeetingSteps = ["hold", "agreeOutcome", "close"] as const satisfies readonly MeetingStepName[];
export type PlainMeetingStep = (typeof plainMeetingSteps)[number];

/** The states from which a step leads on, for the `where` of whoever takes it. */
export const meetingStatesBefore = (step: MeetingStepName): MeetingState[] => [...meetingSteps[step].from];

/** What somebody may do with a meeting where it stands: the same rule as the commands ask, for what a page offers. */
export function meetingMay(actor: Actor, planId: number, state: MeetingState): MeetingStepName[] {
  if (!can(actor, "keepMeetings", { planId })) return [];
  const names = Object.keys(meetingSteps) as MeetingStepName[];
  return names.filter((name) => meetingStatesBefore(name).includes(state));
}

/** Whether it lies ahead. What was planned for a day stays so until somebody says that it was held. */
export const isComing = (state: MeetingState): boolean => state === "planned" || state === "papersOut";

/** A meeting's code, part of its address and of the numbers of its decisions: `SOM11`, `RTF-2015-10`. */
export const meetingCode = /^(?!.*-D\d+$)[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$/;
export const longestMeetingCode = 24;

/** A meeting has at most so many points. */
export const mostAgendaPoints = 30;
