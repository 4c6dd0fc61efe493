import { useState } from "react";
import type { MapWords } from "./map-words";

interface LoadedMap {
  View: typeof import("./map-view").MapView;
  words: MapWords;
}

/** The map with its shapes and words, which most readers never ask for: loaded at the first look, and again if that failed. */
export function useMap(address: string): [LoadedMap | "none" | "loading" | "failed", () => void] {
  const [map, setMap] = useState<LoadedMap | "none" | "loading" | "failed">("none");
  const load = () => {
    if (map !== "none" && map !== "failed") return;
    setMap("loading");
    Promise.all([import("./map-view"), fetchWords(address)])
      .then(([{ MapView }, words]) => setMap({ View: MapView, words }))
      .catch(() => setMap("failed"));
  };
  return [map, load];
}

async function fetchWords(address: string): Promise<MapWords> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}
