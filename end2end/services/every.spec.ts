import { readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "@playwright/test";
import { parse } from "smol-toml";

test("every service that is filed online is filed here", { tag: "@with-javascript" }, () => {
  const services = resolve(import.meta.dirname, "../../content/services");
  const online = readdirSync(services).filter((id) => {
    const pack = readFileSync(resolve(services, id, "service.toml"), "utf8");
    return parse(pack).subject !== "guide";
  });
  const stories = readdirSync(import.meta.dirname).map((file) => readFileSync(resolve(import.meta.dirname, file), "utf8"));
  const told = stories.join("\n");
  expect(online.filter((id) => !told.includes(`"${id}"`)), "services nobody files").toEqual([]);
});
