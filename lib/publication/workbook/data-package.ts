import { createHash } from "node:crypto";
import { afterEnds } from "@/lib/domain/progress/after-end";
import { statuses } from "@/lib/domain/progress/status";
import { shownMissingReasons } from "@/lib/domain/values/value";
import type { ShownValue } from "@/lib/exchange/csv/shown-row";
import { type LongColumnName, longColumns } from "@/lib/exchange/long-form";
import type { DataBook } from "../data-book";
import type { Imprint, PublicationDocument } from "../document";
import type { WorkbookWords } from "./words";

// The description of the CSV file for programs: a Tabular Data Package of the Frictionless standard, version 1.

interface Field {
  name: LongColumnName;
  type: "string" | "integer" | "number" | "date";
  description: string;
  constraints?: { required?: true; enum?: readonly string[]; minimum?: number };
}

export interface DataPackage {
  profile: "tabular-data-package";
  name: string;
  title: string;
  description: string;
  version: string;
  created: string;
  /** Beyond the standard, which allows it: BCP 47, of titles and names. */
  language: string;
  /** Where a person finds the values. */
  homepage?: string;
  contributors: { title: string; role: "publisher"; email?: string }[];
  licenses?: { name?: string; path?: string; title: string }[];
  sources: { title: string }[];
  resources: [
    {
      profile: "tabular-data-resource";
      name: string;
      path: string;
      title: string;
      format: "csv";
      mediatype: "text/csv";
      encoding: "utf-8";
      bytes: number;
      hash: string;
      dialect: { delimiter: ","; lineTerminator: "\r\n"; quoteChar: '"'; doubleQuote: true; header: true };
      schema: { fields: Field[]; missingValues: [""]; primaryKey: LongColumnName[] };
    },
  ];
}

const disclosureStatesOfFiles: readonly ShownValue["state"][] = ["shown", "small", "suppressed", "missing"];

/** No two rows share all of these. */
const primaryKey: LongColumnName[] = ["plan", "indicator", "definition_version", "unit", "period", "cell"];

/**
 * Describes the CSV file of a publication.
 * @param csv its bytes
 */
export function dataPackageOf(
  document: PublicationDocument,
  book: DataBook,
  words: WorkbookWords,
  csv: Uint8Array,
): DataPackage {
  const { description, sources } = words.package;
  const { imprint } = document;
  const name = document.fileStem.toLowerCase();
  return {
    profile: "tabular-data-package",
    name,
    title: document.title,
    description: [description, ...document.notices].join(" "),
    // Numbers of versions have no leading zeros: 2018.6.14.
    version: document.asOf.split("-").map(Number).join("."),
    created: `${document.asOf}T00:00:00Z`,
    language: document.language,
    ...(imprint.web !== null && { homepage: imprint.web }),
    contributors: [
      {
        title: imprint.publisher,
        role: "publisher",
        ...(imprint.contact !== null && isEmail(imprint.contact) && { email: imprint.contact }),
      },
    ],
    ...licensesOf(imprint),
    sources: sources.map((title) => ({ title })),
    resources: [
      {
        profile: "tabular-data-resource",
        name,
        path: csvName(document),
        title: document.title,
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        bytes: csv.length,
        hash: `sha256:${createHash("sha256").update(csv).digest("hex")}`,
        dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true, header: true },
        schema: {
          fields: longColumns.map((column) => ({
            name: column.name,
            description: words.columns[column.name],
            ...typeOf(column.name, book),
          })),
          // Only a blank is missing: "<5" and "suppressed" say something of the value.
          missingValues: [""],
          primaryKey,
        },
      },
    ],
  };
}

const isEmail = (text: string) => /^[^\s@]+@[^\s@]+$/.test(text);

/** The standard wants an identifier or an address; a sentence alone stands in the text for people. */
function licensesOf({ licence }: Imprint): Pick<DataPackage, "licenses"> {
  if (!licence) return {};
  const name = /^[-A-Za-z0-9._]+$/.test(licence.title) ? { name: licence.title } : {};
  const path = licence.url === null ? {} : { path: licence.url };
  return "name" in name || "path" in path ? { licenses: [{ ...name, ...path, title: licence.title }] } : {};
}

export const csvName = ({ fileStem }: PublicationDocument): string => `${fileStem}.csv`;

function typeOf(name: LongColumnName, book: DataBook): Pick<Field, "type" | "constraints"> {
  switch (name) {
    case "definition_version":
      return { type: "integer", constraints: { required: true, minimum: 1 } };
    case "numerator":
    case "denominator":
      return { type: hasSmallPart(book) ? "string" : "number" };
    case "countries_in":
    case "countries_of":
    case "status_countries_in":
      return { type: "integer", constraints: { minimum: 0 } };
    case "period_starts_on":
    case "period_ends_on":
      return { type: "date", constraints: { required: true } };
    case "approved_on":
      return { type: "date" };
    case "mark":
      return { type: "string", constraints: { required: true, enum: disclosureStatesOfFiles } };
    case "missing_reason":
      return { type: "string", constraints: { enum: shownMissingReasons } };
    case "status_after_end":
      return { type: "string", constraints: { enum: afterEnds } };
    case "status":
      return { type: "string", constraints: { enum: statuses } };
    default:
      // A value or a target may also be a word: yes, the name of a step, "<5".
      return primaryKey.includes(name) ? { type: "string", constraints: { required: true } } : { type: "string" };
  }
}

/** Whether a source gave a part of a percentage only as "below n". */
const hasSmallPart = ({ rows }: DataBook): boolean =>
  rows.some(
    ({ value }) => value.state === "shown" && (value.numerator?.startsWith("<") || value.denominator?.startsWith("<")),
  );
