import type { Owner } from "@/components/entry/state/unsent-cells";
import type { FieldProblem, Message } from "@/lib/schemas/forms/form-state";
import { madeFor, madeForParameter } from "@/lib/schemas/forms/made-for";
import type { ImportResolution } from "@/lib/schemas/imports/import-resolution";
import type { ImportView, ResolutionProblem } from "@/lib/views/import-view";
import type { ReportAddress } from "@/lib/views/report-view";

/** Why a file wasn't previewed, or the report not imported. */
export type Problem =
  /** No answer, or none that can be understood. */
  | { about: "server" }
  /** A key of the namespace `import`, under `refusal`. */
  | { about: "file"; message: Message }
  /** A key of the namespace `errors`, and the cells that stood in the way. */
  | { about: "refusal"; message: Message; cells: ResolutionProblem[] };

export type Answer<T> = { ok: true; body: T } | { ok: false; problem: Problem };

const pathOf = ({ plan, unit, period }: ReportAddress) => `/api/reports/${plan}/${unit}/${period}/import`;

/** Where a form sends a file without a script, to be led to the page that previews it. */
export const formPathOf = ({ userId, ...address }: Owner, locale: string) =>
  `${pathOf(address)}?${new URLSearchParams({ page: locale, [madeForParameter]: String(userId) })}`;

/** What importing the file would do; nothing is imported yet. */
export function sendFile(owner: Owner, file: File, locale: string): Promise<Answer<ImportView>> {
  const body = new FormData();
  body.set("file", file);
  body.set("locale", locale);
  return ask(owner, { method: "POST", body });
}

/** ImportedCells the report from the file that was previewed. */
export function sendAnswers(
  owner: Owner,
  { sha256, fileName }: ImportView,
  resolution: ImportResolution,
): Promise<Answer<{ imported: number; had: number }>> {
  return ask(owner, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ sha256, fileName, resolution }),
  });
}

async function ask<T>(owner: Owner, request: RequestInit): Promise<Answer<T>> {
  try {
    const response = await fetch(pathOf(owner), {
      ...request,
      headers: { ...request.headers, ...madeFor(owner.userId) },
    });
    const body: unknown = await response.json();
    return response.ok ? { ok: true, body: body as T } : { ok: false, problem: problemOf(body as Refused) };
  } catch {
    return { ok: false, problem: { about: "server" } };
  }
}

interface Refused {
  file?: { code: string; args: Record<string, string | number> };
  /** Bytes. */
  limit?: number;
  refusal?: { code: string; args: Record<string, string | number> };
  problems?: FieldProblem[];
  cells?: ResolutionProblem[];
}

function problemOf({ file, limit, refusal, problems, cells = [] }: Refused): Problem {
  if (file) return { about: "file", message: { key: file.code, args: file.args } };
  if (limit !== undefined)
    return { about: "file", message: { key: "tooLarge", args: { megabytes: Math.floor(limit / 1024 / 1024) } } };
  const message = problems?.[0] ?? (refusal && { key: refusal.code, args: refusal.args });
  return message ? { about: "refusal", message, cells } : { about: "server" };
}
