"use client";

import "@fontsource/noto-sans-sc/400.css";
import "@fontsource/noto-sans-sc/600.css";

export default function ChineseFontFaces() {
  return null;
}
