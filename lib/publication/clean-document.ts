import { fileText } from "@/lib/exchange/file-text";
import type { PublicationDocument } from "./document";

/** The same document, with each of its texts fit for a file, and spaces for tabs, which have no place in a line of text. */
export function cleanDocument(document: PublicationDocument): PublicationDocument {
  return cleanValue(document) as PublicationDocument;
}

function cleanValue(value: unknown): unknown {
  if (typeof value === "string") return fileText(value).replaceAll("\t", " ");
  if (Array.isArray(value)) return value.map(cleanValue);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cleanValue(part)]));
}
