import { useState } from "react";
import type { HeatValues } from "@/lib/charts/prepare/prepare-heat";

type ValuesState = Record<string, HeatValues> | "none" | "loading" | "failed";

/** The heat map's values, which most readers never ask for: fetched at the first look, and again if that failed. */
export function useValues(address: string): [ValuesState, () => void] {
  const [values, setValues] = useState<ValuesState>("none");
  const load = () => {
    if (values !== "none" && values !== "failed") return;
    setValues("loading");
    fetch(address)
      .then(async (response) => {
        if (!response.ok) throw new Error(`${response.status}`);
        setValues(await response.json());
      })
      .catch(() => setValues("failed"));
  };
  return [values, load];
}
