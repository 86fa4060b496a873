import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { defineConfig, devices } from "@playwright/test";

/** The browser to drive: `CHROMIUM`, or the first one on PATH. None is downloaded. */
function chromium(): string | undefined {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const folders = (process.env.PATH ?? "").split(delimiter);
  const names = ["chromium", "chromium-browser", "google-chrome"];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
}

// Nothing of the browser's own may reach out while tests watch what the hall fetches.
const args = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
];
// Chromium refuses its sandbox to root.
if (process.getuid?.() === 0) args.push("--no-sandbox");

export default defineConfig({
  testDir: ".",
  outputDir: "test-results",
  // Each opens halls of its own.
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? "test-results/report.json" }]],
  use: {
    ...devices["Desktop Chrome"],
    actionTimeout: 15_000,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    screenshot: "only-on-failure",
    // Recording every story takes nearly as long as the stories; `--trace on` records one that failed.
    trace: "off",
    launchOptions: { executablePath: chromium(), args },
  },
  projects: [
    // The same journeys twice: what works with JavaScript must work without it. Of the services, all that are filed
    // online are filed with it, and those without this tag everywhere.
    { name: "with-javascript", testMatch: ["journeys/**/*.spec.ts", "services/**/*.spec.ts", "hydrated/**/*.spec.ts"] },
    {
      name: "without-javascript",
      testMatch: ["journeys/**/*.spec.ts", "services/**/*.spec.ts"],
      grepInvert: /@with-javascript/,
      use: { javaScriptEnabled: false },
    },
    // One pass over the engine a province runs on.
    {
      name: "postgres",
      testMatch: process.env.HALL_TEST_POSTGRES ? ["journeys/**/*.spec.ts", "services/**/*.spec.ts"] : [],
      grepInvert: /@with-javascript/,
    },
  ],
});
