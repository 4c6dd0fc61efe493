"use client";

import { useEffect, useSyncExternalStore } from "react";
import { tellStored } from "@/components/offline/stored-here";
import { useReadAnew } from "@/components/ui/use-read-anew";
import { sourceFileLimits } from "@/lib/domain/source-file";
import type { FieldProblem, Message } from "@/lib/schemas/forms/form-state";
import { madeFor } from "@/lib/schemas/forms/made-for";
import { evidenceFilesPath } from "@/lib/schemas/reports/evidence-paths";
import type { ReportAddress } from "@/lib/views/report-view";
import { isUnderWay, type SendFile, stopped, type Upload, UploadQueue } from "./upload-queue";

/** What files back: an indicator of a report, by its code, or the report as a whole; and who adds them. */
interface Backed {
  indicator: string | null;
  userId: number;
}

interface Place {
  address: ReportAddress;
  of: Backed;
  queue: UploadQueue;
  settled: Set<() => void>;
}

/** Of each place to which somebody chose files in this tab. */
const places = new Map<string, Place>();

/** Those to which files are to be added still, and who is told of them. */
let begun: readonly Place[] = [];
const tellBegun = new Set<() => void>();

function noteBegun(): void {
  begun = [...places.values()].filter(({ queue }) => queue.all().some(isUnderWay));
  for (const tell of tellBegun) tell();
}

/** The browser asks before a file that somebody chose goes with the page: nothing else keeps it. */
function askOnLeaving(event: BeforeUnloadEvent): void {
  if (begun.length > 0) event.preventDefault();
}

const megabytes = sourceFileLimits.bytes / 1024 / 1024;
const tooLarge: Message = { key: "sourceTooLarge", args: { megabytes } };

/** Sends a file to what it backs. By XMLHttpRequest, for nothing else in a browser tells how much was sent. */
const sendEvidence =
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

function placeOf({ plan, unit, period }: ReportAddress, of: Backed): Place {
  const key = JSON.stringify([plan, unit, period, of.indicator, of.userId]);
  const known = places.get(key);
  if (known) return known;
  const settled = new Set<() => void>();
  const address = { plan, unit, period };
  const queue = new UploadQueue(sendEvidence(address, of), () => {
    for (const told of settled) told();
  });
  const made = { address, of, queue, settled };
  // On the server nobody chooses files, and nothing of whoever asks for a page is kept.
  if (typeof window === "undefined") return made;
  places.set(key, made);
  queue.subscribe(noteBegun);
  window.addEventListener("beforeunload", askOnLeaving);
  return made;
}

const nothing: readonly Upload[] = [];

/** Files on their way to one place; the page is read anew once they are there. */
export function useUploads(address: ReportAddress, of: Backed) {
  const { queue, settled } = placeOf(address, of);
  const readAnew = useReadAnew();
  const { indicator } = of;
  useEffect(() => {
    const told = () => {
      readAnew();
      tellStored(indicator ?? undefined);
    };
    settled.add(told);
    return () => {
      settled.delete(told);
    };
  }, [settled, readAnew, indicator]);
  const uploads = useSyncExternalStore(queue.subscribe, queue.all, () => nothing);
  return { queue, uploads };
}

/** How many files were added to one place and are told of, and what takes that back. */
export function useAddedFiles(address: ReportAddress, of: Backed) {
  const { queue } = placeOf(address, of);
  return { queue, added: useSyncExternalStore(queue.subscribe, queue.added, () => 0) };
}

const nowhere: readonly Place[] = [];
const subscribe = (tell: () => void) => {
  tellBegun.add(tell);
  return () => tellBegun.delete(tell);
};

/** Codes of other indicators of the report to which the person was about to add files, and null for the report as a whole. */
export function useBegunElsewhere({ plan, unit, period }: ReportAddress, { indicator, userId }: Backed) {
  const all = useSyncExternalStore(
    subscribe,
    () => begun,
    () => nowhere,
  );
  return all
    .filter(
      ({ address, of }) =>
        address.plan === plan && address.unit === unit && address.period === period && of.userId === userId,
    )
    .map(({ of }) => of.indicator)
    .filter((code) => code !== indicator);
}
