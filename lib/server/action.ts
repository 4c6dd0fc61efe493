import "server-only";
import { refresh } from "next/cache";
import type { z } from "zod";
import type { Actor } from "@/lib/domain/permissions";
import { Refusal, type RefusalCode } from "@/lib/domain/refusal";
import { cleanText } from "@/lib/schemas/forms/clean-text";
import { fieldProblems } from "@/lib/schemas/forms/field-problems";
import type { Entered, FieldProblem, FormState, Message, Refused } from "@/lib/schemas/forms/form-state";
import { InvalidFields } from "@/lib/schemas/forms/invalid-fields";
import { type LookedAt, lookedAtField, lookedAtIn } from "@/lib/schemas/forms/looked-at";
import { toLookAt } from "@/lib/schemas/forms/warned-words";
import { currentSession } from "./auth/current-actor";
import { otherPerson } from "./auth/other-person";
import type { OpenSession } from "./auth/session";
import { noteRefused } from "./http/refused-form";
import { currentRequestId } from "./log/current-request";

/** The command may answer with a message; to lead elsewhere it calls `redirect`. */
type Command<S extends z.ZodType, Asker> = (
  asker: Asker,
  input: z.output<S>,
  lookedAt: LookedAt,
) => Promise<Message | null>;

/** An action that serves `useActionState`. */
type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/**
 * An action as it stands on the server. `madeFor` is the person whose page sends it: see `ofPage`.
 */
type PersonsAction = (madeFor: number | null, state: FormState, form: FormData) => Promise<FormState>;

/** The action for a page that is made for that person: it is refused once somebody else is signed in. */
export const ofPage = ({ id }: Pick<Actor, "id">, action: PersonsAction): FormAction => action.bind(null, id);

/** Which field a command's refusal is about, for refusals that are about one. */
type RefusalFields = Partial<Record<RefusalCode, string>>;

/**
 * The one way from a form to a command: session, schema, command. A page hands it to its forms by `ofPage`; then it serves
 * `useActionState`, with or without JavaScript.
 * A Refusal comes back as a message with what was typed; anything else thrown is a defect and reaches the error page.
 * The command checks permission itself: being signed in allows nothing.
 * @param words the fields whose words are written by hand: what in them may say of whom they speak comes back once, to be
 * looked at. A form that has only some of its fields' words to judge leaves that to the command.
 */
export function formAction<S extends z.ZodType>(
  schema: S,
  command: Command<S, OpenSession>,
  fields?: RefusalFields,
  words: readonly (keyof z.output<S> & string)[] = [],
): PersonsAction {
  return async (madeFor, _, form) => {
    const session = await currentSession();
    // Nobody's form is thrown away because their session ended meanwhile: they sign in elsewhere and send it again.
    const refusal = session === null ? new Refusal("signedOut") : otherPerson(session.actor, madeFor);
    const state =
      session === null || refusal
        ? refusedForm(refusal!, [], entered(form))
        : await answer(schema, form, (input, lookedAt) => command(session, input, lookedAt), fields, words).catch(
            leadOn,
          );
    if (state?.ok === false) await noteRefused();
    return state;
  };
}

/** The same for a form that is there to sign in: nobody has to be. */
export function openFormAction<S extends z.ZodType>(schema: S, command: Command<S, null>, fields?: RefusalFields) {
  return (_: FormState, form: FormData) =>
    answer(schema, form, (input, lookedAt) => command(null, input, lookedAt), fields);
}

async function answer<S extends z.ZodType>(
  schema: S,
  form: FormData,
  command: (input: z.output<S>, lookedAt: LookedAt) => Promise<Message | null>,
  fields: RefusalFields = {},
  words: readonly (keyof z.output<S> & string)[] = [],
): Promise<FormState> {
  const { [lookedAtField]: ticked = [], ...sent } = Object.fromEntries(textFields(form));
  const lookedAt = lookedAtIn(ticked);
  const input = await schema.safeParseAsync(
    Object.fromEntries(Object.entries(sent).map(([name, all]) => [name, all.length > 1 ? all : all[0]])),
  );
  if (!input.success) {
    const problems = fieldProblems(input.error);
    return refusedForm(new Refusal("invalid", { fields: problems.length }), problems, entered(form));
  }
  const unseen = words.flatMap((name) => toLookAt(name, String(input.data[name] ?? ""), lookedAt) ?? []);
  if (unseen.length > 0) return refusedForm(new InvalidFields(unseen), unseen, entered(form));
  try {
    return { ok: true, message: await command(input.data, lookedAt) };
  } catch (error) {
    if (error instanceof InvalidFields) return refusedForm(error, error.problems, entered(form));
    if (!(error instanceof Refusal)) throw named(error);
    const { code, args }: Refusal = error;
    const field = fields[code];
    return refusedForm(error, field ? [{ field, key: code, args: { ...args } }] : [], entered(form));
  }
}

/** A redirect is thrown, and says so by a digest of Next's. */
const isRedirect = (error: unknown) =>
  error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_REDIRECT");

/** Has the browser forget its pages when it is led elsewhere: going back must not show what stood there before. */
function leadOn(error: unknown): never {
  if (isRedirect(error)) refresh();
  throw error;
}

/** A defect, under the id of the request: the error page shows it for its reader to quote, and the log has it. */
function named(error: unknown): unknown {
  const digest = currentRequestId();
  if (digest && error instanceof Error && !("digest" in error)) Object.assign(error, { digest });
  return error;
}

/** What a refused form is answered. */
export function refusedForm({ code, args }: Refusal, problems: FieldProblem[] = [], entered: Entered = {}): Refused {
  return { ok: false, refusal: { code, args }, problems, entered };
}

/** What goes back into the form; a password never leaves the server again. */
function entered(form: FormData): Entered {
  return Object.fromEntries(textFields(form).filter(([name]) => !/password/i.test(name)));
}

/** Every text field with all its values, cleaned; Next's own fields and files stay out. */
function textFields(form: FormData): [string, string[]][] {
  const names = new Set([...form.keys()].filter((name) => !name.startsWith("$ACTION_")));
  return [...names].map((name) => [
    name,
    form.getAll(name).flatMap((value) => (typeof value === "string" ? [cleanText(value)] : [])),
  ]);
}
