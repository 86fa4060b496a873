import { brotliCompressSync, constants } from "node:zlib";
import { expect, hydrated, test } from "../fixtures/app.ts";

const KB = 1000;

/** How many bytes travel for each kind of file when the first page is opened cold. */
test("the first page stays within its budget of bytes", async ({ page, request }) => {
  const paths: string[] = [];
  page.on("response", (response) => paths.push(new URL(response.url()).pathname));
  await page.goto("/");
  await hydrated(page);
  const bytes = async (path: string) => {
    const answer = await request.get(path, { headers: { "accept-encoding": "br" } });
    if (path !== "/") expect(answer.headers()["content-encoding"], path).toBe("br");
    const body = await answer.body();
    const params = { [constants.BROTLI_PARAM_QUALITY]: path === "/" ? 5 : 11 };
    return brotliCompressSync(body, { params }).length;
  };
  const sum = async (ending: string) => {
    const sizes = await Promise.all(paths.filter((path) => path.endsWith(ending)).map(bytes));
    return sizes.reduce((all, one) => all + one, 0);
  };
  const html = await bytes("/");
  const sizes = { html, css: await sum(".css"), js: await sum(".js"), wasm: await sum(".wasm") };
  test.info().annotations.push({ type: "brotli bytes", description: JSON.stringify(sizes) });
  console.log(`first page, brotli bytes: ${JSON.stringify(sizes)}`);
  expect(sizes.html).toBeLessThan(20 * KB);
  expect(sizes.css).toBeLessThan(25 * KB);
  expect(sizes.js).toBeLessThan(10 * KB);
  expect(sizes.wasm).toBeLessThan(260 * KB);
});

test("hashed files may be kept for ever, and the rest is asked for again", async ({ page, request }) => {
  const kept: string[] = [];
  page.on("response", (response) => {
    const path = new URL(response.url()).pathname;
    if (path.startsWith("/pkg/")) kept.push(response.headers()["cache-control"]);
  });
  await page.goto("/");
  await hydrated(page);
  expect(kept.length).toBeGreaterThanOrEqual(2);
  expect(new Set(kept)).toEqual(new Set(["public, max-age=31536000, immutable"]));
  const robots = await request.get("/robots.txt");
  expect(robots.headers()["cache-control"]).toBe("no-cache");
  const again = await request.get("/robots.txt", { headers: { "if-none-match": robots.headers()["etag"] } });
  expect(again.status()).toBe(304);
});
