"use client";

import { useRouter } from "next/navigation";
import { useEffect, useSyncExternalStore } from "react";
import { tellStored } from "@/components/offline/stored-here";
import type { ReportAddress } from "@/lib/views/report-view";
import { sendEvidence } from "./send-evidence";
import { type Upload, UploadQueue } from "./upload-queue";

/** Of each place to which somebody chose files in this tab. */
const queues = new Map<string, { queue: UploadQueue; settled: Set<() => void> }>();

function queueOf(address: ReportAddress, of: { indicator: string | null; userId: number }) {
  const { plan, unit, period } = address;
  const key = JSON.stringify([plan, unit, period, of.indicator, of.userId]);
  const known = queues.get(key);
  if (known) return known;
  const settled = new Set<() => void>();
  const queue = new UploadQueue(sendEvidence({ plan, unit, period }, of), () => {
    for (const told of settled) told();
  });
  const made = { queue, settled };
  queues.set(key, made);
  return made;
}

const nothing: readonly Upload[] = [];

/** Files on their way to one place; the page is read anew once they are there. */
export function useUploads(address: ReportAddress, of: { indicator: string | null; userId: number }) {
  const { queue, settled } = queueOf(address, of);
  const { refresh } = useRouter();
  const { indicator } = of;
  useEffect(() => {
    const told = () => {
      refresh();
      tellStored(indicator ?? undefined);
    };
    settled.add(told);
    return () => {
      settled.delete(told);
    };
  }, [settled, refresh, indicator]);
  const uploads = useSyncExternalStore(queue.subscribe, queue.all, () => nothing);
  return { queue, uploads };
}
