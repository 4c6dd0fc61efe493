"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { serverAnswers } from "./forms/server-answers";

/**
 * Reads the page anew once the server answers. The router itself would leave the page for the browser's own way of loading it
 * where the line is cut at that moment, and take along what is chosen and opened on it.
 */
export function useReadAnew(): () => void {
  const { refresh } = useRouter();
  return useCallback(() => {
    const read = async () => {
      if (navigator.onLine && (await serverAnswers())) refresh();
      else window.addEventListener("online", read, { once: true });
    };
    void read();
  }, [refresh]);
}
