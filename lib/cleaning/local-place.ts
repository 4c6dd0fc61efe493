/** Whether something names a place on somebody's device or in their network, and so often the person. */
export const isLocalPlace = (said: string): boolean =>
  /[\\/:]/.test(said) &&
  /(?:^|[^\p{L}\p{N}])(?:file:(?!\s)|[a-z]:[\\/](?!\/))|(?:^|[\s"'(=])\\\\+[^\s\\]|(?<![\p{L}\p{N}_.~%-])\/(?:Users|home|Volumes|(?:private\/)?var\/folders)\//iu.test(
    said,
  );
