export const megabytes = (bytes: number) => Math.round(bytes / 1e6);
const idle = megabytes(process.memoryUsage.rss());

/**
 * Seconds that work takes, and the most memory that the process had until its end, in MB.
 * @param work gives the bytes that it made
 */
export async function measured(work: () => Promise<number>) {
  const start = performance.now();
  const bytes = await work();
  const seconds = (performance.now() - start) / 1000;
  return { seconds, idle, peak: megabytes(process.resourceUsage().maxRSS * 1024), KB: Math.round(bytes / 1024) };
}
