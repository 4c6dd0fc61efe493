import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { readXlsx } from "hucre";

// Counts the keys of `keys.spec.ts` in LibreOffice Calc, on a screen of its own, and writes them beside it. By hand, where Xvfb,
// xdotool and LibreOffice are installed, with Thailand's blank report of 2017 as its workbook:
//   node e2e/entry/keys/in-calc.mjs report.xlsx

/** Each act in as few keys as Calc knows; of a protected sheet, Tab and Enter find the cells to fill. */
const share = ["1", "Tab", "2", "Return"];
const acts = {
  "type a number": ["4", "Return"],
  "type over it, and bring it back": ["Up", "9", "Escape"],
  "fill it down four rows": ["shift+Down", "shift+Down", "shift+Down", "ctrl+d"],
  "clear the four": ["Delete"],
  "and take that back": ["ctrl+z"],
  "go below what is filled": ["ctrl+Down", "Return"],
  "four shares": [...share, ...share, ...share, ...share],
  "a number among shares": ["shift+Tab", "4", "Down", "Tab"],
  "two shares": [...share, ...share],
  "yes or no": ["shift+Tab", "shift+n", "o", "Down"],
  "the last number of the goal": ["4", "Return"],
  "the next goal": ["ctrl+Next", "Tab"],
  "its two shares": [...share, ...share],
  "a step of its list": ["shift+Tab", "alt+Down", "Down", "Return", "Down", "Tab"],
  "one more share": share,
  "its two numbers": ["4", "Down", "4", "Down"],
  "its yes or no": ["shift+n", "o", "Return"],
};
/** Isn't counted: the way to the first cell, and saving. */
const toStart = [...Array(6).fill("ctrl+Next"), "Tab"];

const folder = mkdtempSync(path.join(tmpdir(), "calc-"));
const file = path.join(folder, "report.xlsx");
copyFileSync(process.argv[2], file);
// In the format that it has, without a question.
mkdirSync(path.join(folder, "profile/user"), { recursive: true });
writeFileSync(
  path.join(folder, "profile/user/registrymodifications.xcu"),
  `<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Common/Save/Document"><prop oor:name="WarnAlienFormat" oor:op="fuse"><value>false</value></prop></item></oor:items>`,
);
const screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1400x900x24"], {
  stdio: ["ignore", "ignore", "ignore", "pipe"],
});
const env = {
  ...process.env,
  DISPLAY: `:${String(await once(screen.stdio[3], "data")).trim()}`,
  SAL_USE_VCLPLUGIN: "gen",
};
const xdotool = (...args) => execFileSync("xdotool", args, { env, encoding: "utf8" });
const profile = `-env:UserInstallation=file://${folder}/profile`;
const office = spawn("soffice", [profile, "--norestore", "--nologo", "--nofirststartwizard", "--calc", file], { env });
let keys = 0;
const press = async (struck) => {
  for (const key of struck) {
    xdotool("key", key);
    // Calc draws between two keys, as it does for a person.
    await pause(500);
  }
  keys += struck.length;
};
try {
  xdotool("search", "--sync", "--onlyvisible", "--name", "report.xlsx.*Calc", "windowfocus");
  await pause(5000);
  await press(toStart);
  keys = 0;
  const counted = {};
  for (const [act, struck] of Object.entries(acts)) {
    const before = keys;
    await press(struck);
    counted[act] = keys - before;
  }
  const total = keys;
  const before = statSync(file).mtimeMs;
  await press(["ctrl+s"]);
  for (let waits = 0; statSync(file).mtimeMs === before && waits < 50; waits++) await pause(200);
  await pause(2000);
  const values = {};
  for (const { rows } of (await readXlsx(readFileSync(file))).sheets.slice(0, 8)) {
    const columns = ["code", "value", "numerator", "denominator"].map((name) => rows[4].indexOf(`spaiv:${name}`));
    for (const row of rows.slice(5)) {
      const [code, ...fields] = columns.map((column) => row[column] ?? "");
      if (fields.some((field) => field !== "")) values[code] = fields.filter((field) => field !== "").join(" of ");
    }
  }
  const program = execFileSync("soffice", [profile, "--version"], { encoding: "utf8" }).trim();
  const result = { program, countedOn: new Date().toISOString().slice(0, 10), keys: total, acts: counted, values };
  writeFileSync(path.join(import.meta.dirname, "in-calc.json"), `${JSON.stringify(result, null, 2)}\n`);
  console.log(JSON.stringify(result, null, 2));
} finally {
  office.kill();
  screen.kill();
  rmSync(folder, { recursive: true, force: true });
}
