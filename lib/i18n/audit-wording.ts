import { readFormerName } from "@/lib/domain/former-person";
import type { AuditEventView, AuditSaid } from "@/lib/views/site/audit-view";
import type { Messages, TranslatorOf } from "./messages";
import english from "./messages/en/audit.json";

/** Every action that has words. */
export const auditActions = Object.keys(english.action) as (keyof Messages["audit"]["action"])[];

/** A part of what an event says, before and after it. */
export interface AuditDetail {
  label: string;
  before: string | null;
  after: string | null;
}

/** Beyond it a text is cut: a page has fifty events. */
const LONGEST = 600;

/** Events of the audit in the words of a language: what was done, to what, and what changed by it. */
export function auditWording(t: TranslatorOf<"audit">) {
  const has = (key: string) => t.has(key as Parameters<typeof t.has>[0]);
  const say = (key: string, args: Record<string, string | number> = {}) =>
    t(key as Parameters<typeof t>[0], args as never);
  const known = (namespace: string, key: string) =>
    /^\w+$/.test(key) && has(`${namespace}.${key}`) ? `${namespace}.${key}` : null;

  /** What was done, with what it was done to. */
  const action = ({ action, subject, subjectName }: Pick<AuditEventView, "action" | "subject" | "subjectName">) => {
    const key = known("action", action);
    return say("did", { action: key ? say(key) : action, subject: subjectOf(subject, subjectName) });
  };
  /** Subjects are codes; those that people know are said in words. */
  const subjectOf = (subject: string, name: string | null) => {
    const [, kind = "", of = ""] = /^(\S+) ?(.*)$/s.exec(subject) ?? [];
    const [first = "", second = "", ...rest] = of.split(" ");
    const more = rest.join(" ");
    switch (kind) {
      case "user":
      case "organisation":
        return name === null ? say(`subject.${kind}`, { id: of }) : personName(name);
      case "report":
      case "assignments":
        return say("subject.report", { unit: first, period: second, more, hasMore: more === "" ? "no" : "yes" });
      case "period":
        return say("subject.period", { period: second });
      default:
        return known("subject", kind) ? say(`subject.${kind}`, { of }) : subject;
    }
  };
  /** Of somebody whose data were erased, the pseudonym in words. */
  const personName = (name: string) => {
    const former = readFormerName(name);
    return former ? say("subject.former", { role: former.role ?? "other", id: String(former.id) }) : name;
  };
  const text = (value: unknown, key: string): string => {
    if (value === null || value === undefined || value === "") return say("nothing");
    if (typeof value === "boolean") return say(value ? "yes" : "no");
    if (Array.isArray(value))
      return value.length === 0 ? say("nothing") : value.map((each) => text(each, key)).join("; ");
    if (typeof value === "object")
      return Object.entries(value)
        .map(([key, inner]) => say("part", { label: label(key), value: text(inner, key) }))
        .join(", ");
    const word = typeof value === "string" ? (known(`word.${key}`, value) ?? known("word.state", value)) : null;
    return word ? say(word) : String(value);
  };
  const label = (key: string) => {
    const message = known("field", key);
    // `dueOn`: due on.
    return message ? say(message) : key.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
  };
  const cut = (said: string) => (said.length > LONGEST ? `${said.slice(0, LONGEST)} …` : said);

  /** What an event says, part by part; none where it says nothing, or it may not be read. */
  const details = (said: AuditSaid): AuditDetail[] => {
    if (typeof said === "string") return [];
    const before = partsOf(said.before);
    const after = partsOf(said.after);
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].map((key) => ({
      label: label(key),
      before: key in before ? cut(text(before[key], key)) : null,
      after: key in after ? cut(text(after[key], key)) : null,
    }));
  };
  return { action, details, personName };
}

const partsOf = (said: unknown): Record<string, unknown> => {
  if (said === null || said === undefined) return {};
  return typeof said === "object" && !Array.isArray(said) ? (said as Record<string, unknown>) : { said };
};
