import type { TextEnd } from "@/lib/domain/commitments/addressed-life";
import type { SafetyRule } from "@/lib/domain/commitments/observation";
import type { CellKey } from "@/lib/domain/framework/disaggregation";
import type { ObservationWords, ReplyWords, SubjectCode } from "@/lib/schemas/commitments/observation-forms";
import type { TypedPart, TypedShadow } from "@/lib/schemas/commitments/typed-shadow";

/** An observation of the demonstration: who says what to whom, and what became of it. */
export interface MadeUpObservation {
  /** Before the `@` of its author's account. */
  by: "cso" | "cso.cambodia" | "cso.thailand" | "cso.vietnam";
  unit: string;
  period: string;
  /** Without it, it is about the unit as a whole. */
  about?: SubjectCode;
  said: Omit<ObservationWords, "body" | "sources" | "shadow"> & { sources?: ObservationWords["sources"] };
  /** A value of its own as it is typed, and how it came about. */
  shadow?: { typed: Partial<TypedShadow["typed"]>; parts?: Record<CellKey, TypedPart>; method: string };
  rounds: MadeUpRound[];
  /** How it ended, and when: days after its last step. */
  end?: { as: TextEnd; after: number };
  /** Whether its author is asked if it still holds, of the value that the demonstration's approvals have made public. */
  isAskedIfValid?: true;
}

export interface MadeUpRound {
  body: string;
  /** The day on which it was written; as a number, so many days before the day on which the demonstration is made. */
  on: string | number;
  /** What its author and the secretariat did then. What isn't submitted is a draft; what isn't checked waits for that. */
  submitted?: boolean;
  checked?: { after: number } & (
    | { rule: SafetyRule; note: string }
    /** Days after it was passed on; without a reply it is awaited until the due date, and then there is none. */
    | { reply?: MadeUpReply }
  );
}

export interface MadeUpReply extends ReplyWords {
  after: number;
  /** What the unit does about it; days after its reply. */
  keyActions?: { body: string; due: number; done?: { after: number; title: string; url: string } }[];
}

/** Most are for everybody. */
export const publicly = (
  attribution: MadeUpObservation["said"]["attribution"],
  language: MadeUpObservation["said"]["language"],
) => ({ attribution, language, visibility: "public" as const });

/** The same with all fields that the form has, as it is sent. */
export const typedShadow = ({ shadow }: MadeUpObservation): TypedShadow | null =>
  shadow
    ? {
        typed: { number: "", numerator: "", denominator: "", yesNo: "", step: "", ...shadow.typed },
        method: shadow.method,
        ...(shadow.parts && { parts: new Map(Object.entries(shadow.parts)) }),
      }
    : null;
