import { expect, it } from "vitest";
import { deviceOf } from "./device-of";

const mozilla = "Mozilla/5.0";
const chrome = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0";

it.each([
  [`${mozilla} (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0`, "Firefox", "Windows"],
  [`${mozilla} (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36 Edg/140.0.0.0`, "Edge", "Windows"],
  [`${mozilla} (Linux; Android 14; SM-A155F) ${chrome} Mobile Safari/537.36`, "Chrome", "Android"],
  [
    `${mozilla} (Linux; Android 14) AppleWebKit/537.36 SamsungBrowser/27.0 Chrome/125.0 Safari/537.36`,
    "Samsung Internet",
    "Android",
  ],
  [
    `${mozilla} (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605 Version/18.5 Mobile Safari/604.1`,
    "Safari",
    "iPhone",
  ],
  [`${mozilla} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605 Version/18.5 Safari/605.1.15`, "Safari", "macOS"],
  ["curl/8.0 <script>", null, null],
  ["", null, null],
])("%s", (userAgent, browser, system) => {
  expect(deviceOf(new Headers({ "user-agent": userAgent }))).toEqual({ browser, system });
});
