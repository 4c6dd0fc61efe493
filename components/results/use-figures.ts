import { useState } from "react";
import type { HeatFigures } from "@/lib/charts/prepare/prepare-heat";

type FiguresState = Record<string, HeatFigures> | "none" | "loading" | "failed";

/** The heat map's figures, which most readers never ask for: fetched at the first look, and again if that failed. */
export function useFigures(address: string): [FiguresState, () => void] {
  const [figures, setFigures] = useState<FiguresState>("none");
  const load = () => {
    if (figures !== "none" && figures !== "failed") return;
    setFigures("loading");
    fetch(address)
      .then(async (response) => {
        if (!response.ok) throw new Error(`${response.status}`);
        setFigures(await response.json());
      })
      .catch(() => setFigures("failed"));
  };
  return [figures, load];
}
