import type { Owner } from "@/components/entry/state/unsent-cells";
import type { FieldProblem, Message } from "@/lib/schemas/forms/form-state";
import { madeFor, madeForParameter } from "@/lib/schemas/forms/made-for";
import type { ImportResolution } from "@/lib/schemas/imports/import-resolution";
import type { ImportView, ReadSoFar, ResolutionProblem } from "@/lib/views/import-view";
import type { ReportAddress } from "@/lib/views/report-view";

/** Why a file wasn't previewed, or the report not imported. */
export type Problem =
  /** No answer, or none that can be understood. */
  | { about: "server" }
  /** A key of the namespace `import`, under `refusal`; `name` is the file's, where several were sent. */
  | { about: "file"; message: Message; name?: string | null }
  /** A key of the namespace `errors`, and the cells that stood in the way. */
  | { about: "refusal"; message: Message; cells: ResolutionProblem[] };

export type Answer<T> = { ok: true; body: T } | { ok: false; problem: Problem };

const pathOf = ({ plan, unit, period }: ReportAddress) => `/api/reports/${plan}/${unit}/${period}/import`;

/** Where a form sends a file without a script, to be led to the page that previews it. */
export const formPathOf = ({ userId, ...address }: Owner, locale: string) =>
  `${pathOf(address)}?${new URLSearchParams({ page: locale, [madeForParameter]: String(userId) })}`;

/** How the reading of a file is followed, and ended. */
interface Following {
  stop: AbortSignal;
  read: (soFar: ReadSoFar) => void;
}

/**
 * What importing the files would do; nothing is imported yet.
 * @returns null where it was stopped
 */
export async function sendFiles(
  owner: Owner,
  files: readonly File[],
  locale: string,
  { stop, read }: Following,
): Promise<Answer<ImportView> | null> {
  const body = new FormData();
  for (const file of files) body.append("file", file);
  body.set("locale", locale);
  try {
    const response = await fetch(pathOf(owner), {
      method: "POST",
      body,
      signal: stop,
      headers: { Accept: "application/x-ndjson", ...madeFor(owner.userId) },
    });
    for await (const line of linesOf(response)) {
      const told = JSON.parse(line) as { progress: ReadSoFar } | { status: number; body: unknown };
      if ("progress" in told) read(told.progress);
      else return answerOf(told.status < 400, told.body);
    }
    return { ok: false, problem: { about: "server" } };
  } catch {
    return stop.aborted ? null : { ok: false, problem: { about: "server" } };
  }
}

async function* linesOf({ body }: Response): AsyncGenerator<string> {
  const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
  let left = "";
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    const lines = (left + piece.value).split("\n");
    left = lines.pop() ?? "";
    yield* lines;
  }
  if (left !== "") yield left;
}

/** Imports the report from the file that was previewed. */
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
    return answerOf(response.ok, await response.json());
  } catch {
    return { ok: false, problem: { about: "server" } };
  }
}

const answerOf = <T>(isOk: boolean, body: unknown): Answer<T> =>
  isOk ? { ok: true, body: body as T } : { ok: false, problem: problemOf(body as Refused) };

interface Refused {
  file?: { code: string; args: Record<string, string | number>; name: string | null };
  /** Bytes. */
  limit?: number;
  refusal?: { code: string; args: Record<string, string | number> };
  problems?: FieldProblem[];
  cells?: ResolutionProblem[];
}

function problemOf({ file, limit, refusal, problems, cells = [] }: Refused): Problem {
  if (file) return { about: "file", message: { key: file.code, args: file.args }, name: file.name };
  if (limit !== undefined)
    return { about: "file", message: { key: "tooLarge", args: { megabytes: Math.floor(limit / 1024 / 1024) } } };
  const message = problems?.[0] ?? (refusal && { key: refusal.code, args: refusal.args });
  return message ? { about: "refusal", message, cells } : { about: "server" };
}
