export async function csvPackageOf(document: unknown, book: unknown, _words: unknown): Promise<Uint8Array> {
  return new TextEncoder().encode(JSON.stringify([document, book]));
}
