import { isLocalPlace } from "./local-place";
import { attribute, local, meant, tag, withoutElements } from "./office-xml";

/** Attributes that name a person or an account, whatever element they stand at. */
const persons = new Set([
  "author",
  "initials",
  "userId",
  "userName",
  "userProvider",
  "providerId",
  "refreshedBy",
  "lastModifiedBy",
]);
/** Elements that stand for a person or come from a person's device, of which these attributes too say whose. */
const ofPerson: Record<string, ReadonlySet<string>> = {
  cmAuthor: new Set(["name"]),
  author: new Set(["name"]),
  person: new Set(["displayName"]),
  absPath: new Set(["url"]),
  imagedata: new Set(["title"]),
  scenario: new Set(["user", "comment"]),
  permStart: new Set(["ed"]),
  tag: new Set(["val"]),
};
/** When somebody wrote a remark or a change: with other documents it tells who did. */
const dates = /^(?:date|dateUtc|dT|dt|created)$/;
const byPerson = /\s(?:[\w.-]+:)?(?:author|authorId|personId)\s*=/;
/** Elements that hold the date of a remark, and name its author in another place. */
const datedApart = new Set(["commentExtensible"]);
const longAgo = "1980-01-01T00:00:00.000";

/** Names and descriptions that programs fill with the name of the file that somebody chose. */
const pictures = new Set(["descr", "title", "href"]);
const pictureEnding =
  /\.(jpe?g|jfif|png|gif|bmp|dib|tiff?|webp|hei[cf]|avif|emf|wmf|svg|eps|pdf|psd|ai|mp4|mov|m4v|avi)\s*$/i;
/** By these several files are told to come from one device, or from one another. */
const fingerprint = /^(?:[\w.-]+:)?rsid\w*$|^xr\d*:uid$/;
const nowhere: Record<string, string> = { val: "0", id: "{00000000-0000-0000-0000-000000000000}" };

/**
 * The text of a part without what names who wrote something, where it was kept and what its pictures were called there, and
 * without what tells that two documents come from one device.
 */
export function withoutTraces(xml: string): string {
  let views = 0;
  return withoutElements(xml, "rsids|docVars|docId|revisionPtr").replace(
    tag,
    (whole, name: string, attributes: string) => {
      if (!attributes.includes("=")) return whole;
      const element = local(name);
      const own = ofPerson[element];
      const isDated = byPerson.test(attributes) || datedApart.has(element);
      const isDrawing = element === "cNvPr" || element === "docPr";
      const left = attributes.replace(attribute, (each, space: string, key: string, equals: string, quoted: string) => {
        if (fingerprint.test(key)) return "";
        const said = (value: string) => `${space}${key}${equals}"${value}"`;
        const called = local(key);
        // A remark on a slide has to have a date.
        if (isDated && dates.test(called)) return called === "created" ? said(longAgo) : "";
        if (element === "creationId" && nowhere[called]) return said(nowhere[called]);
        // A view of one's own has to be called something.
        if (element === "customWorkbookView" && called === "name") return said(String(++views));
        if (persons.has(called) || own?.has(called)) return said("");
        if (key.startsWith("xmlns") || called === "formatCode" || (element === "tableColumn" && called === "name"))
          return each;
        const value = meant(quoted.slice(1, -1));
        const isOfPicture = pictures.has(called) || (isDrawing && called === "name");
        return isLocalPlace(value) || (isOfPicture && pictureEnding.test(value)) ? said("") : each;
      });
      return `<${name}${left}>`;
    },
  );
}

/** Remarks of a workbook: their authors are listed, and their names stand before the words too. */
export function withoutListedAuthors(xml: string): string {
  const listed = /(<(?:\w+:)?author\b[^>]*>)([^<]*)(<\/(?:\w+:)?author\s*>)/g;
  const names = [...xml.matchAll(listed)].flatMap((match) => match[2]!.trim() || []);
  // Of two that begin alike, the longer one is meant.
  names.sort((one, other) => other.length - one.length);
  return xml
    .replace(listed, "$1$3")
    .replace(/(<(?:\w+:)?t(?:\s[^>]*)?>)([^<]*)/g, (whole, open: string, words: string) => {
      const begun = words.trimStart();
      const name = names.find((each) => begun.startsWith(each) && /^\s*:/.test(begun.slice(each.length)));
      return name === undefined ? whole : open + begun.slice(name.length).replace(/^\s*:/, "");
    });
}
