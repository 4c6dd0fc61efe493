import { sourceFileLimits } from "@/lib/domain/source-file";
import type { FieldProblem, Message } from "@/lib/schemas/forms/form-state";
import { madeFor } from "@/lib/schemas/forms/made-for";
import { evidenceFilesPath } from "@/lib/schemas/reports/evidence-paths";
import type { ReportAddress } from "@/lib/views/report-view";
import { type SendFile, stopped } from "./upload-queue";

const megabytes = sourceFileLimits.bytes / 1024 / 1024;
const tooLarge: Message = { key: "sourceTooLarge", args: { megabytes } };

/** Sends a file to what it backs. By XMLHttpRequest, for nothing else in a browser tells how much was sent. */
export const sendEvidence =
  (address: ReportAddress, of: { indicator: string | null; userId: number }): SendFile =>
  ({ file, title }, told, stop) =>
    new Promise((resolve) => {
      // What is refused for certain isn't sent first.
      if (file.size > sourceFileLimits.bytes) return resolve(tooLarge);
      const request = new XMLHttpRequest();
      request.open("POST", evidenceFilesPath(address, { ...of, locale: null }));
      for (const [name, value] of Object.entries(madeFor(of.userId))) request.setRequestHeader(name, value);
      request.responseType = "json";
      request.upload.onprogress = ({ loaded, total }) => told(total > 0 ? Math.min(loaded / total, 1) : 0);
      request.onload = () => resolve(request.status === 200 ? null : problemOf(request.status, request.response));
      request.onerror = () => resolve({ key: "unanswered" });
      request.onabort = () => resolve(stopped);
      stop.addEventListener("abort", () => request.abort());
      const form = new FormData();
      form.set("title", title);
      form.set("file", file);
      request.send(form);
    });

interface Refused {
  refusal?: { code: string; args: Message["args"] };
  problems?: FieldProblem[];
}

function problemOf(status: number, body: Refused | null): Message {
  if (status === 413) return tooLarge;
  const problem = body?.problems?.[0];
  if (problem) return { key: problem.key, args: problem.args };
  return body?.refusal ? { key: body.refusal.code, args: body.refusal.args } : { key: "unanswered" };
}
