/** Without a connection, it is asked less often. */
const OFFLINE_MS = 4_000;

/**
 * Asks again and again how far long work is, one question at a time, and none while nobody looks at the page.
 * @returns what ends it
 */
export function askProgress<Progress>({
  path,
  everyMs,
  onAnswer,
}: {
  path: string;
  everyMs: number;
  /** `null`: the server has no answer for this person. */
  onAnswer: (answer: Progress | "offline" | null) => "goOn" | "stop";
}): () => void {
  const end = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async () => {
    if (document.hidden) return;
    const answer = await answerOf<Progress>(path, end.signal);
    if (end.signal.aborted) return;
    if (onAnswer(answer) === "goOn") wait(answer === "offline" ? OFFLINE_MS : everyMs);
    else stop();
  };
  const wait = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(ask, ms);
  };
  const lookedAt = () => {
    if (!document.hidden) wait(0);
  };
  const stop = () => {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", lookedAt);
    end.abort();
  };
  document.addEventListener("visibilitychange", lookedAt);
  wait(everyMs);
  return stop;
}

async function answerOf<Progress>(path: string, signal: AbortSignal): Promise<Progress | "offline" | null> {
  try {
    const response = await fetch(path, { signal });
    // Whatever is wrong with the server may be over soon.
    if (response.status >= 500) return "offline";
    return response.ok ? ((await response.json()) as Progress) : null;
  } catch {
    return "offline";
  }
}
