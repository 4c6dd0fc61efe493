import { answerRequests } from "@/lib/threads/answer-requests";

/** What a thread may be asked for its own test: an answer, a fault, and what exhausts it. */
export type Trial = "answer" | "fault" | "endless" | "memory" | "stack" | "exit";

answerRequests<Trial, string>((trial) => {
  if (trial === "fault") throw new Error("planted");
  if (trial === "exit") process.exit(3);
  if (trial === "endless") for (;;);
  if (trial === "stack") [].push(...(Array.from({ length: 1e6 }) as never[]));
  const kept: number[][] = [];
  while (trial === "memory") kept.push(Array.from({ length: 10_000 }, (_, index) => index + kept.length));
  return "answered";
});
