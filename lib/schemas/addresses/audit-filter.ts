import { z } from "zod";

/** Where a page of the audit ends: the events after it are older. */
export interface AuditCursor {
  at: string;
  stream: string;
  sequence: number;
}

const id = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);
/** Years that a date field of four digits means, and that every calendar can count with. */
const isMeant = (date: string) => /^2\d{3}-/.test(date);
const day = z.iso.date().refine(isMeant).nullable().catch(null);

const fields = z.object({
  person: z
    .string()
    .trim()
    .max(100)
    .regex(/^\P{Cc}*$/u)
    .catch(""),
  plan: z
    .union([z.literal("none"), id])
    .nullable()
    .catch(null),
  unit: id.nullable().catch(null),
  action: z
    .string()
    .regex(/^[A-Za-z]{1,60}$/)
    .nullable()
    .catch(null),
  from: day,
  until: day,
});

/** Which events of the audit are asked for; what is null or empty narrows nothing. Days are the site's. */
export type AuditFilter = z.output<typeof fields>;

const cursor = z
  .string()
  .regex(/^[^~]{20,30}~[\w:.-]{1,100}~[1-9]\d{0,8}$/)
  .transform((text, context) => {
    const [at = "", stream = "", sequence] = text.split("~");
    if (isMeant(at) && !Number.isNaN(Date.parse(at)))
      return { at, stream, sequence: Number(sequence) } satisfies AuditCursor;
    context.addIssue("no moment");
    return z.NEVER;
  })
  .nullable()
  .catch(null);

type Query = Readonly<Record<string, unknown>>;

/** As an address or a form asks; what can't be meant asks for nothing. */
export const auditFilterAsked = (query: Query): AuditFilter =>
  fields.parse(Object.fromEntries(Object.keys(fields.shape).map((name) => [name, query[name] ?? null])));

export const auditCursorAsked = (query: Query): AuditCursor | null => cursor.parse(query.before ?? null);

/** The query that asks for it. */
export function queryOfAudit(filter: AuditFilter, before: AuditCursor | null = null): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter))
    if (value !== null && value !== "") query.set(name, String(value));
  if (before) query.set("before", `${before.at}~${before.stream}~${before.sequence}`);
  return query;
}
