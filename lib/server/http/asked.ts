import "server-only";

/** What a route handler needs of a request, whether it came to it through Next or past it (`front/direct-routes`). */
export interface Asked {
  url: string;
  headers: Pick<Headers, "get">;
  cookies: { get(name: string): { value: string } | undefined };
  body: AsyncIterable<Uint8Array> | null;
}
