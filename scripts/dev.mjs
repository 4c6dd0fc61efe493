// npm run dev: the development server, on the same embedded database as npm start.
import path from "node:path";
import process from "node:process";
import { generateClient, installDependencies, node, root } from "./steps.mjs";

process.chdir(root);
await installDependencies({ development: true });
await generateClient();
await node(path.join("node_modules", "next", "dist", "bin", "next"), [
  "dev",
  "-H",
  process.env.HOST ?? "127.0.0.1",
  ...process.argv.slice(2),
]);
