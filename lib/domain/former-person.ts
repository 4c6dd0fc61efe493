import { type Role, roles } from "./roles";

/** What somebody is called whose data were erased. It is put into the reader's words where it is shown. */
export interface FormerPerson {
  /** Their first role when it happened; null where they had none. */
  role: Role | null;
  id: number;
}

const written = /^former (\w+) ([1-9]\d*)$/;

/** The pseudonym as it stands in the row, in place of the name. */
export const formerName = ({ role, id }: FormerPerson): string => `former ${role ?? "person"} ${id}`;

/** Whom a name stands for; null for a name that is one. */
export function readFormerName(name: string): FormerPerson | null {
  const [, as, id] = written.exec(name) ?? [];
  return id === undefined ? null : { role: roles.find((role) => role === as) ?? null, id: Number(id) };
}

/** The address in place of theirs: nobody has one of that domain, and no mail goes there. */
export const formerEmail = (id: number): string => `former.${id}@erased.invalid`;
