import type { InvitationProblem, PersonState } from "@/lib/domain/invitation";
import type { Role } from "@/lib/domain/roles";

/** A role with what it is for, in words; null: all plans, or all countries of the plan. */
export interface RoleView {
  role: Role;
  plan: string | null;
  unit: string | null;
}

/** A row of the table of people: an account, or an invitation that nobody accepted yet. */
export interface PersonRow {
  kind: "person" | "invitation";
  id: number;
  name: string;
  email: string;
  organisation: string;
  state: PersonState;
  roles: RoleView[];
  /** As an ISO moment; null where they were never here. */
  seenAt: string | null;
}

export interface PeopleListView {
  people: PersonRow[];
  total: number;
  found: number;
  mayInvite: boolean;
}

/** An option of a form: its value, and what it is called. */
export interface Choice {
  value: string;
  label: string;
}

/** An organisation that somebody may be put into. */
interface OrganisationChoice {
  id: number;
  name: string;
}

/** What forms offer whoever keeps people; a role and a place may still not fit each other. */
export interface GrantChoices {
  roles: Role[];
  /** `value` as `placeText` writes it; null: all plans, or all countries of the plan. */
  places: { value: string; plan: string | null; unit: string | null }[];
  organisations: OrganisationChoice[];
}

export interface InvitationView extends RoleView {
  id: number;
  name: string;
  email: string;
  organisation: string;
  language: string;
  invitedBy: string;
  createdAt: string;
  expiresAt: string;
  /** Its time is over, or whoever invited may not give the role any more: its link works once it is renewed. */
  isExpired: boolean;
  /** The whole address to hand over. */
  link: string;
  /** A mail server is set, so that it goes to them by mail too. */
  isMailed: boolean;
}

/** A line of a list of people to invite, and what becomes of it. */
export interface PreviewLine {
  number: number;
  email: string;
  name: string;
  organisation: string;
  role: RoleView | null;
  problem: InvitationProblem | null;
}

/** The same in words, as the page shows it. */
export interface PreviewRow extends Omit<PreviewLine, "role"> {
  role: string | null;
}

export interface PersonView {
  id: number;
  name: string;
  email: string;
  organisation: { id: number; name: string };
  language: string;
  isDemo: boolean;
  isOwn: boolean;
  state: PersonState;
  /** When mail to their address came back. */
  mailBouncedAt: string | null;
  /** Whether the actor may erase their data, once they are disabled. */
  mayErase: boolean;
  createdAt: string;
  seenAt: string | null;
  roles: (RoleView & { id: number; mayTake: boolean })[];
  assignments: number;
  openSessions: number;
  /** Open ones to their address, and those that they accepted. */
  invitations: (RoleView & { id: number; at: string; isOpen: boolean; mayKeep: boolean })[];
  mayKeep: boolean;
  mayChangeEmail: boolean;
  /** They sign in in two steps or by passkeys, and the actor may take these from them. */
  mayResetTwoStep: boolean;
  /** Since when they may sign in by an identity provider; null where they don't. */
  linkedSince: string | null;
  mayUnlink: boolean;
  /** The directory's, and their own; nothing for whoever doesn't keep the account. */
  organisations: OrganisationChoice[];
  /** What the actor may give; null where nothing. */
  give: Pick<GrantChoices, "roles" | "places"> | null;
  /** By unit for which they report: who could take their work over. */
  handOver: { unitId: number; unit: string; isFocalPoint: boolean; assignments: number; people: Choice[] }[];
  /** An open one, with its whole address; null where there is none. */
  passwordLink: { link: string; expiresAt: string } | null;
}
