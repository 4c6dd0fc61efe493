import { compiledMessage } from "./compiled-message";
import formatCompiled from "./format-compiled";

type Arguments = Parameters<typeof formatCompiled>;

/**
 * How the server says a message, in place of next-intl's own way (next.config.mjs): one that it has as text, and one that was
 * compiled for the browser, which it draws first.
 */
export default function formatMessage(
  ...[key, message, values, options]: Arguments
): ReturnType<typeof formatCompiled> {
  return formatCompiled(key, typeof message === "string" ? compiledMessage(message) : message, values, options);
}
formatMessage.raw = true;
