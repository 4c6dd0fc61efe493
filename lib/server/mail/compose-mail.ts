import "server-only";
import { type AccountNewsKind, isAccountNews, isUrgentMail, type UrgentMailKind } from "@/lib/domain/mail";
import { type MailWords, mailWords } from "@/lib/i18n/mail-words";
import {
  accountPath,
  checkPath,
  placePath,
  planPath,
  recommendationPath,
  recommendationsPath,
  reportPath,
  reviewPath,
} from "@/lib/i18n/paths";
import type { Locale } from "@/lib/i18n/routing";
import type { MailArgs } from "@/lib/schemas/mail/mail-args";
import { siteAddress } from "@/lib/server/http/site-address";
import { isOfRecommendations } from "@/lib/server/youth/recommendations-told";
import { htmlOfMail } from "./html-of-mail";
import type { MailContent, MailLink, MailPart } from "./mail-content";
import type { ReadNotice } from "./read-notices";

/** What stands in the place of a secret link for everybody but whom the mail is for. */
export const MASKED = "••••••";

export interface ComposedMail extends MailContent {
  text: string;
  html: string;
}

/**
 * Puts a mail into words: what it is about by its codes and names, dates, and links; never a person, a value, or what somebody
 * typed. Null where nothing is left to say.
 * @param site its own name, where it has one
 * @param isMasked for whoever reads the outbox: links that let in whoever has them aren't in it
 */
export async function composeMail(
  notices: readonly ReadNotice[],
  locale: Locale,
  now: Date,
  { isMasked = false, site: name = "" } = {},
): Promise<ComposedMail | null> {
  const told = notices.filter(({ leftOut }) => leftOut === null);
  const [first] = told;
  if (!first) return null;
  const words = await mailWords(locale, name);
  const { t, site } = words;
  const choices = { words: t("choose"), href: `${siteAddress(accountPath(locale))}#mail` };
  const footer = first.kind === "invitation" ? null : choices;
  const content: MailContent = isUrgentMail(first.kind)
    ? { ...urgent(first, words, locale, isMasked), locale, greeting: t("greeting"), lead: null, footer }
    : {
        subject: t("subject.digest", { site, day: words.moments.day(now.toISOString()) }),
        locale,
        greeting: t("greeting"),
        lead: t("digest", { site }),
        footer,
        parts: byPlace(told, words, locale),
      };
  return { ...content, text: textOf(content), html: htmlOfMail(content) };
}

function urgent(
  notice: ReadNotice,
  { t, site, moments }: MailWords,
  locale: Locale,
  isMasked: boolean,
): Pick<MailContent, "subject" | "parts"> {
  const subject = t(`subject.${notice.kind as UrgentMailKind}`, { site });
  if (isAccountNews(notice.kind)) {
    const { at } = notice.args as MailArgs<AccountNewsKind>;
    const lines = [t(notice.kind, { at: moments.moment(at) }), t(`${notice.kind}Do`)];
    return { subject, parts: [{ heading: null, lines, link: link(t("account"), accountPath(locale)) }] };
  }
  // Long after it left, a link may be gone that its mail is looked at without.
  const { link: secret } = notice;
  const href = isMasked ? MASKED : siteAddress(secret!.path(locale));
  const kind = notice.kind as Exclude<UrgentMailKind, AccountNewsKind>;
  const until = secret ? [t("until", { until: moments.moment(secret.until.toISOString()) })] : [];
  const stay = secret?.passkeys ? [t("passkeysStay", { count: secret.passkeys })] : [];
  return {
    subject,
    parts: [
      { heading: null, lines: [t(kind, { site })], link: { words: t("open", { site }), href } },
      { heading: null, lines: [...until, ...stay, t("notAsked")], link: null },
    ],
  };
}

const link = (words: string, path: string): MailLink => ({ words, href: siteAddress(path) });

/**
 * One part for each report, and for what young people recommend to a unit, in the order in which they were queued first, and its
 * lines in the order of their kinds.
 */
function byPlace(notices: readonly ReadNotice[], words: MailWords, locale: Locale): MailPart[] {
  const places = new Map<string, ReadNotice[]>();
  for (const notice of notices) {
    const { plan, unit, period } = notice.place!;
    const key = [plan.code, unit.code, period?.code, isForReviewer(notice), isOfRecommendations(notice.kind)].join(" ");
    places.set(key, [...(places.get(key) ?? []), notice]);
  }
  return [...places.values()].map((of) => partOf(of, words, locale));
}

const isForReviewer = ({ kind, args }: ReadNotice) => kind === "reply" || (kind === "mention" && "inReview" in args);

function partOf(notices: readonly ReadNotice[], words: MailWords, locale: Locale): MailPart {
  const { t, site } = words;
  const { plan, unit, period } = notices[0]!.place!;
  const root = planPath(locale, plan.code);
  const names = { unit: unit.name, plan: plan.title };
  const address = { unit: unit.code, period: period?.code ?? "" };
  const report = reportPath(root, address);
  const isHandedBack = notices.every(({ kind }) => kind === "handedBack");
  const ofReport = isForReviewer(notices[0]!)
    ? `${reviewPath(root, address)}${placeInReview(notices)}`
    : isHandedBack
      ? `${checkPath(report)}#handed-back`
      : report;
  const young = isOfRecommendations(notices[0]!.kind) ? recommendedPath(root, notices) : null;
  return {
    heading: period ? t("report", { ...names, period: period.name }) : t("unit", names),
    lines: linesOf(notices, words),
    link: link(t("open", { site }), period ? ofReport : (young ?? placePath(root, "work"))),
  };
}

/** Where in the review its reader is named: at the one indicator, or among all that have queries. */
function placeInReview(notices: readonly ReadNotice[]): string {
  const named = notices.flatMap(({ kind, args }) => (kind === "mention" ? [args.indicator] : []));
  const [code, ...others] = new Set(named);
  if (code === undefined || named.length < notices.length) return "";
  return others.length > 0 ? "?tab=queries" : `?tab=all#${code}`;
}

/** To the recommendation itself where a mail tells of one alone. */
function recommendedPath(root: string, notices: readonly ReadNotice[]): string {
  const [id, ...others] = new Set(notices.flatMap(({ recommended }) => recommended.map((each) => each.id)));
  return id === undefined || others.length > 0 ? recommendationsPath(root) : recommendationPath(root, id);
}

/** What is said of indicators is said of all of them at once. */
function linesOf(notices: readonly ReadNotice[], words: MailWords): string[] {
  const { t, formats } = words;
  const lines = new Map<string, string>();
  const codes = new Map<string, string[]>();
  for (const { kind, args, place } of notices) {
    const due = place?.period ? formats.day(place.period.dueOn) : "";
    switch (kind) {
      case "dueSoon":
      case "dueToday":
      case "overdue":
      case "reminder":
        lines.set(kind, t(`line.${kind}`, { due }));
        break;
      case "returned": {
        const how = "reopened" in args && args.reopened ? "reopened" : "returned";
        lines.set(how, t(`line.${how}`));
        break;
      }
      case "observationCheck":
      case "observationReply":
      case "observationNews":
      case "observationValidity": {
        const all = [...new Set([...(codes.get(kind) ?? []), ...args.observations.map(String)])];
        codes.set(kind, all);
        lines.set(kind, t(`line.${kind}`, { observations: formats.list(all) }));
        break;
      }
      case "platformReply":
      case "platformNews": {
        const all = [...new Set([...(codes.get(kind) ?? []), ...args.reports])].sort();
        codes.set(kind, all);
        lines.set(kind, t(`line.${kind}`, { reports: formats.list(all) }));
        break;
      }
      case "recommendationCheck":
      case "recommendationReply":
      case "recommendationNews":
        // Each of its own meeting: all of them follow.
        break;
      case "query":
      case "reply":
      case "assignment":
      case "handedBack":
      case "takenOver":
      case "mention": {
        const own = "indicator" in args ? [args.indicator] : args.indicators;
        const line = "inReview" in args ? "named" : "reassigned" in args ? "reassigned" : kind;
        const all = [...new Set([...(codes.get(line) ?? []), ...own])].sort();
        codes.set(line, all);
        lines.set(line, t(`line.${line}`, { indicators: formats.list(all) }));
      }
    }
  }
  return [...lines.values(), ...linesOfRecommendations(notices, words)];
}

/** Recommendations of which the same is said, with the same day, stand in one line; first what waits. */
function linesOfRecommendations(notices: readonly ReadNotice[], { t, formats }: MailWords): string[] {
  const told = notices.flatMap(({ recommended }) => recommended);
  return (["check", "missed", "waits", "news"] as const).flatMap((says) => {
    const same = told.filter((each) => each.says === says);
    // Of a check and of news, no day is said.
    const isOfDay = says === "missed" || says === "waits";
    const days = new Set(same.map(({ dueOn }) => (isOfDay ? dueOn : null)));
    return [...days].sort().map((day) => {
      const own = same.filter(({ dueOn }) => !isOfDay || dueOn === day).map(({ number }) => number);
      const numbers = [...new Set(own)].sort((one, other) => one - other).map(String);
      const recommendations = formats.list(numbers);
      if (says === "check") return t("line.recommendationCheck", { recommendations });
      if (says === "news") return t("line.recommendationNews", { recommendations });
      if (day === null) return t("line.recommendationReply", { recommendations });
      const due = formats.day(day);
      return t(`line.${says === "missed" ? "recommendationMissed" : "recommendationDue"}`, { due, recommendations });
    });
  });
}

function textOf({ greeting, lead, parts, footer }: MailContent): string {
  const linked = (link: MailLink | null) => (link ? [`${link.words}: ${link.href}`] : []);
  const blocks = parts.map(({ heading, lines, link }) => [...(heading ? [heading] : []), ...lines, ...linked(link)]);
  const all = [[greeting], ...(lead ? [[lead]] : []), ...blocks, linked(footer)];
  return `${all.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
