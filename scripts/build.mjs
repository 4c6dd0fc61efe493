// npm run build: the standalone output in .next/standalone, ready for `node server.js`.
import { prepare } from "./steps.mjs";

await prepare();
