import { type APIRequestContext, type Page, expect, hydrated, test } from "../fixtures/app.ts";
import { brotliCompressSync, constants } from "node:zlib";

const KB = 1000;

/** The paths of everything the first page asked for. */
async function opened(page: Page): Promise<string[]> {
  const paths: string[] = [];
  page.on("response", (response) => paths.push(new URL(response.url()).pathname));
  await page.goto("/");
  await hydrated(page);
  return paths;
}

/** How many bytes of brotli a file takes. The client unpacks what it gets, so they are packed again. */
async function weight(request: APIRequestContext, path: string, quality = 11): Promise<number> {
  const answer = await request.get(path, { headers: { "accept-encoding": "br" } });
  expect(answer.status(), path).toBe(200);
  expect(answer.headers()["content-encoding"], path).toBe("br");
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
  return brotliCompressSync(await answer.body(), { params }).length;
}

test("what browsers load stays within its budget of bytes", async ({ page, request }) => {
  const paths = await opened(page);
  const start = paths.find((path) => path.startsWith("/pkg/start.")) ?? "";
  // The start script names the two files that only pages with islands fetch.
  const script = await (await request.get(start)).text();
  const [glue, wasm] = ["js", "wasm"].map((ending) => new RegExp(`/pkg/hall\\.[0-9a-f]+\\.${ending}`).exec(script)?.[0] ?? "");
  const sizes = {
    html: await weight(request, "/", 5),
    css: await weight(request, paths.find((path) => path.endsWith(".css")) ?? ""),
    start: await weight(request, start),
    glue: await weight(request, glue),
    wasm: await weight(request, wasm),
  };
  console.log(`brotli bytes: ${JSON.stringify(sizes)}`);
  expect(sizes.html).toBeLessThan(14 * KB);
  expect(sizes.css).toBeLessThan(25 * KB);
  expect(sizes.start + sizes.glue).toBeLessThan(12 * KB);
  expect(sizes.wasm).toBeLessThan(260 * KB);
});

test("hashed files may be kept for ever, and the rest is asked for again", async ({ page, request }) => {
  const paths = await opened(page);
  const hashed = [...new Set(paths.filter((path) => path.startsWith("/pkg/")))];
  expect(hashed.length).toBeGreaterThanOrEqual(2);
  for (const path of hashed) {
    const answer = await request.get(path);
    expect(answer.headers()["cache-control"], path).toBe("public, max-age=31536000, immutable");
  }
  for (const path of ["/", "/robots.txt"]) {
    const first = await request.get(path);
    expect(first.headers()["cache-control"], path).toBe("no-cache");
    const again = await request.get(path, { headers: { "if-none-match": first.headers()["etag"] } });
    expect(again.status(), path).toBe(304);
  }
});
