import { Refusal } from "@/lib/domain/refusal";
import type { FieldProblem } from "./form-state";

/** Fields that a command found at fault, because only it knows the rules they are read by. */
export class InvalidFields extends Refusal<"invalid"> {
  constructor(readonly problems: FieldProblem[]) {
    super("invalid", { fields: problems.length });
  }
}
