import format from "use-intl/format-message/format-only";

type Arguments = Parameters<typeof format>;

/** How the browser says a message, in place of next-intl's own way (next.config.mjs). */
export default function formatCompiled(...of: Arguments): ReturnType<typeof format> {
  const said = format(...of);
  // A branch that says nothing leaves an empty list, which isn't a text.
  return Array.isArray(said) && said.length === 0 ? "" : said;
}
// Only the server has a message as it is written.
formatCompiled.raw = false;
