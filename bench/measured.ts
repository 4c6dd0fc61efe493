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

const TIMES = 15;

/**
 * Tells what an answer takes the server, the fastest, the median and the slowest of many.
 * @returns whether the median is within the bound, in milliseconds
 */
export async function isWithinBound(name: string, bound: number, answer: () => Promise<unknown>): Promise<boolean> {
  // The first of them also fills the database's memory.
  await answer();
  const took: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    const start = performance.now();
    await answer();
    took.push(performance.now() - start);
  }
  took.sort((one, other) => one - other);
  const [fastest, median, slowest] = [took[0], took[Math.floor(TIMES / 2)], took[TIMES - 1]].map((ms) =>
    Math.round(ms!),
  );
  const isWithin = median! <= bound;
  console.log(`${name}: ${median} ms, ${fastest} to ${slowest} ms${isWithin ? "" : `  ABOVE ${bound} ms`}`);
  return isWithin;
}
