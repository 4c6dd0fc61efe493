import { enteredOr, type FormState } from "@/lib/schemas/forms/form-state";
import { tellOfQueryField } from "@/lib/schemas/reports/entry-fields";
import { namedShown } from "@/lib/schemas/reports/review-fields";
import type { PersonToAsk } from "@/lib/views/report-view";

interface Named {
  code: string;
  person: number;
}

const hasBox = ({ code, person }: Named, people: readonly PersonToAsk[]) =>
  people.some(({ id, of }) => id === person && (of?.includes(code) ?? true));

/** Of those whom queries name, whoever has a box there: nobody else can have been unticked. */
export const namedWithBox = (named: readonly Named[], people: readonly PersonToAsk[] | null): readonly Named[] =>
  named.filter((each) => people !== null && hasBox(each, people));

/** Names of those whom the query on an indicator names and who can't be told of it; nobody where that isn't known. */
export const namedUntold = (
  code: string,
  named: readonly (Named & { name: string })[],
  people: readonly PersonToAsk[] | null,
): string[] =>
  named.flatMap((each) => (each.code === code && people !== null && !hasBox(each, people) ? [each.name] : []));

/**
 * Whether the box of that name is ticked when it is drawn: as it was sent, where the form was refused; else where the query
 * names the person, as also where a refused form had no box of theirs, or didn't know that they are named.
 */
export function isTickedAtFirst(state: FormState, field: string, named: readonly Named[]): boolean {
  const own = named.find(({ code, person }) => tellOfQueryField(code, person) === field);
  if (state?.ok !== false) return own !== undefined;
  const wasSent = enteredOr(state, field) !== "";
  return (
    wasSent ||
    (own !== undefined &&
      !enteredOr(state, "named")
        .split(" ")
        .includes(namedShown([own])))
  );
}
