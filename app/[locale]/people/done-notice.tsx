import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

/** What was done, by the word that the page's address has of it. */
const done = [
  "renewed",
  "revoked",
  "roleGiven",
  "roleTaken",
  "changed",
  "disabled",
  "enabled",
  "handedOver",
  "linkMade",
  "bounceCleared",
  "erased",
  "twoStepReset",
  "unlinked",
] as const;

/** What a command did, on the page that it led to. An address takes anything: what it doesn't know says nothing. */
export function DoneNotice({
  query,
  isMailed = false,
}: {
  query: Readonly<Record<string, string | string[] | undefined>>;
  /** Whoever was invited gets the link by mail too. */
  isMailed?: boolean;
}) {
  const t = useTranslations("people.done");
  const count = typeof query.count === "string" && /^\d{1,3}$/.test(query.count) ? Number(query.count) : 1;
  const known = done.find((word) => word === query.done);
  if (query.done !== "invited" && !known) return null;
  return (
    <div className="mt-6">
      <Notice tone="ok" live>
        <p>{known ? t(known) : t("invited", { count, mailed: isMailed ? "yes" : "no" })}</p>
      </Notice>
    </div>
  );
}
