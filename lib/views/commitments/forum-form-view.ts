import type { ForumFormView } from "./recommendation-view";

/** The form of who came to a forum, with what the directory offers, and whom the forum names although it is archived since. */
export interface DirectedForumFormView extends ForumFormView {
  organisations: readonly { id: number; name: string; isArchived: boolean }[];
}
