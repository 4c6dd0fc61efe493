/**
 * Letters of a page's pictures, each drawn once for all of them: half of every picture is shapes of letters, and a report
 * has 150 pictures.
 */
export interface SharedGlyphs {
  /** A picture without the shapes of its letters, for a place in a page with `drawings`. */
  without(svg: string): string;
  /** All shapes that the pictures so far use; nothing where there are none. */
  drawings(): string;
}

export function sharedGlyphs(): SharedGlyphs {
  const names = new Map<string, string>();
  return {
    without(svg) {
      const shared = new Map<string, string>();
      const bare = svg
        .replace(/<symbol id="([^"]*)"([^>]*>[\s\S]*?<\/symbol>)/g, (_, id: string, shape: string) => {
          const name = names.get(shape) ?? `glyph-${names.size.toString(36)}`;
          names.set(shape, name);
          shared.set(id, name);
          return "";
        })
        .replace(/<defs[^>]*>\s*<\/defs>/g, "")
        .replace(/ xmlns(?::xlink)?="[^"]*"/g, "");
      return bare.replace(/ xlink:href="#([^"]*)"/g, (_, id: string) => ` href="#${shared.get(id) ?? id}"`);
    },
    drawings() {
      if (names.size === 0) return "";
      const symbols = [...names].map(([shape, name]) => `<symbol id="${name}"${shape}`);
      return `<svg class="unseen" aria-hidden="true" focusable="false"><defs>${symbols.join("")}</defs></svg>`;
    },
  };
}
