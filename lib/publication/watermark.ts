/** The strip on each page of what nobody outside may read. */
export const watermark = { fill: "#8c1d33", darkFill: "#b03a50", ink: "#ffffff" } as const;
