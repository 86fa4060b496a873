import { expect, hydrated, test } from "../fixtures/app.ts";

test("the first page reads and has one heading of the first rank", async ({ page }) => {
  const answer = await page.goto("/");
  expect(answer?.status()).toBe(200);
  await hydrated(page);
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
});

test("every answer carries a policy with a nonce that is used once", async ({ page, request }) => {
  const policies = [];
  for (const path of ["/", "/", "/no-such-page", "/robots.txt"]) {
    const headers = (await request.get(path)).headers();
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["referrer-policy"]).toBe("same-origin");
    policies.push(headers["content-security-policy"]);
  }
  for (const policy of policies) {
    expect(policy).toMatch(/script-src 'nonce-[0-9a-f]{32}' 'wasm-unsafe-eval'/);
    expect(policy).not.toContain("unsafe-inline");
  }
  expect(new Set(policies).size).toBe(policies.length);
  await page.goto("/");
});
