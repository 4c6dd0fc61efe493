import type { RefusalArgs, RefusalCode } from "@/lib/domain/refusal";

/** A sentence to be: a key of a message namespace with its arguments. */
export interface Message {
  key: string;
  args?: Record<string, string | number>;
}

/** What is wrong with one field; `key` is in the namespace `errors`. `field` is the field's name. */
export interface FieldProblem extends Message {
  field: string;
}

/** What was typed, by field name, to fill the form again. The server never gives back passwords and files. */
export type Entered = Record<string, string[]>;

/** What a refused mutation answers. `problems` is empty unless fields are at fault. */
export interface Refused {
  ok: false;
  refusal: { code: RefusalCode; args: RefusalArgs[RefusalCode] };
  problems: FieldProblem[];
  entered: Entered;
}

/** The state of a form that a server action serves; null before it was sent. */
export type FormState = null | { ok: true; message: Message | null } | Refused;

/** What stood in a field when the form was refused, else the fallback. */
export function enteredOr(state: FormState, field: string, fallback = ""): string {
  return (state?.ok === false && state.entered[field]?.[0]) || fallback;
}
