import "server-only";

/** Sends what is due. */
export async function sendDueMail(_: { signal: AbortSignal }): Promise<void> {}
