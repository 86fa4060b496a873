import { test } from "../fixtures/app.ts";
import { tell } from "./tell.ts";

test.use({ date: "2016-05-20" });

tell({
  title: "a company reports on its year and publishes some of its figures",
  service: "annual-report",
  everywhere: true,
  byItself: true,
  seen: () => ({ 已年检年度: ["2015"] }),
});
