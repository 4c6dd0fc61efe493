import path from "node:path";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./lib/server/site/request-config.ts");

const isDevelopment = process.env.NODE_ENV === "development";

/** @type {import("next").NextConfig} */
const config = {
  output: "standalone",
  // proxy.ts needs the address as it came, and the header by which the browser's script asks for its form of a page.
  skipProxyUrlNormalize: true,
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm run types`, `npm test` and CI: they take as long as all the rest of a build.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // A build is made once for its sources, so a cache of it would be written for nobody.
    turbopackFileSystemCacheForBuild: false,
    // Nothing reads a build's source maps.
    turbopackSourceMaps: isDevelopment,
    turbopackInputSourceMaps: isDevelopment,
    // A page is loaded when it is first asked for: all of them take a second of each start, and memory for those nobody opens.
    preloadEntriesOnStart: false,
  },
  // Native code and WebAssembly are loaded from where they are installed, not bundled.
  serverExternalPackages: [
    "@electric-sql/pglite",
    "@myriaddreamin/typst-ts-node-compiler",
    "@node-rs/argon2",
    "@resvg/resvg-js",
    "pino",
    "sharp",
    "subset-font",
  ],
  // What the server reads at run time, which tracing can't see.
  outputFileTracingIncludes: {
    "/**": [
      "./prisma/migrations/**",
      "./prisma/seed/framework/*.yaml",
      "./lib/publication/typst/templates/*.typ",
      // The fonts of publications, and the native code that is loaded by the platform's name.
      "./node_modules/@expo-google-fonts/noto-sans*/{400Regular,600SemiBold,700Bold}/*.ttf",
      "./node_modules/@myriaddreamin/typst-ts-node-compiler-*/*",
      "./node_modules/@resvg/resvg-js-*/*",
      "./node_modules/@img/{sharp,sharp-libvips,colour}*/**",
      // What takes letters out of those fonts.
      "./node_modules/harfbuzzjs/dist/harfbuzz-subset.wasm",
    ],
  },
  // Messages go to the browser compiled (lib/i18n/compiled), which needs no reader of their syntax.
  turbopack: {
    resolveAlias: {
      "use-intl/format-message": {
        browser: "./lib/i18n/compiled/format-compiled.ts",
        default: "./lib/i18n/compiled/format-message.ts",
      },
    },
  },
  cacheHandler: path.resolve("lib/server/page-cache/prerender-cache.mjs"),
  cacheMaxMemorySize: 0,
  // The cache gives each page its tag once (lib/server/page-cache/prerender-cache.mjs).
  generateEtags: false,
  // It keeps pages of any address, and is asked for anew each time, so that a new build's is known at once.
  headers: async () => [
    {
      source: "/app/offline-worker.js",
      headers: [
        { key: "Service-Worker-Allowed", value: "/" },
        { key: "Cache-Control", value: "no-cache" },
      ],
    },
  ],
  // An address that earlier versions gave to the page where a file is imported: bookmarks lead on.
  redirects: async () => [
    {
      source: "/:locale/:plan/reports/:unit/:period/fill",
      destination: "/:locale/:plan/reports/:unit/:period/import",
      permanent: true,
    },
  ],
};

export default withNextIntl(config);
