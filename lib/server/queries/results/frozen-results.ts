import "server-only";
import { releasedVersion } from "@/lib/schemas/addresses/release-path";
import { currentDatabase, type Database } from "@/lib/server/db/client";
import { regionalProgress } from "@/lib/server/queries/results/public-progress";
import type { RegionalView } from "@/lib/views/regional-view";

interface AtVersion {
  code: string;
  /** The plan's present one, as its row was just read. */
  resultsVersion: number;
}
type Frozen = Promise<RegionalView | null>;

/** Of each database, by plan, release and language: as they are at the plan's present version. */
const kept = new WeakMap<Database, Map<string, { version: number; results: Frozen }>>();
/** Each takes some hundred kilobytes. */
const mostKept = 12;

/**
 * Public results of a release, in its latest period with any; null where it has none. They are kept in memory for briefs
 * and pages of meetings: the same for everybody, and read anew under another results version of the plan, which whoever takes values down
 * raises.
 * @param language in which the plan speaks
 */
export async function frozenResults(plan: AtVersion, release: string, language: string): Frozen {
  const database = await currentDatabase();
  const ofDatabase = kept.get(database) ?? new Map<string, { version: number; results: Frozen }>();
  kept.set(database, ofDatabase);
  const key = `${plan.code} ${release} ${language}`;
  const known = ofDatabase.get(key);
  if (known?.version === plan.resultsVersion) return known.results;
  // Whoever read the plan's row before the version was raised doesn't put out what others keep since.
  if (known && known.version > plan.resultsVersion) return read(plan, release, language);
  const results = read(plan, release, language);
  const own = { version: plan.resultsVersion, results };
  ofDatabase.delete(key);
  ofDatabase.set(key, own);
  for (const oldest of [...ofDatabase.keys()].slice(0, Math.max(0, ofDatabase.size - mostKept)))
    ofDatabase.delete(oldest);
  results.catch(() => ofDatabase.get(key) === own && ofDatabase.delete(key));
  return results;
}

const read = ({ code, resultsVersion }: AtVersion, release: string, language: string): Frozen =>
  regionalProgress(code, null, language, releasedVersion(resultsVersion, release));
