// The pages in a real browser: axe, keyboard, network, reflow.
// node check.mjs REPORTS_FOLDER YEAR
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { launch, open as openIn } from "./browser.mjs";

const [folder, year] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const report = join(folder, year, `bilan-${year}.html`);
const fiches = join(folder, year, "fiches");
const fiche = join(fiches, readdirSync(fiches).filter((name) => name.endsWith(".html"))[0]);
const failures = [];
const check = (holds, what) => { if (!holds) failures.push(what); console.log(holds ? "ok  " : "FAIL", what); };

const browser = await launch();
const open = (file, options) => openIn(browser, file, options);

for (const file of [report, fiche]) {
  for (const colorScheme of ["light", "dark"]) {
    // The policy of the page refuses axe too: only this check goes round it.
    const { page, context } = await open(file, { colorScheme, bypassCSP: true });
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
    await page.evaluate(axe);
    const found = await page.evaluate(() => globalThis.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }));
    for (const one of found.violations) console.log(one.id, one.nodes.length, one.nodes[0].html.slice(0, 200));
    check(found.violations.length === 0, `axe: 0 violations, ${file}, ${colorScheme}`);
    await context.close();
  }
  const { page, requests, said, context } = await open(file, { viewport: { width: 320, height: 640 } });
  check(requests.length === 1, `network: the page and nothing else, ${file}: ${requests.length}`);
  check(said.length === 0, `nothing runs, nothing is refused, ${file}: ${said.join(" | ").slice(0, 300)}`);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  check(overflow <= 0, `reflow: no scrolling sideways at 320 px (zoom 400 %), ${file}: ${overflow}`);
  await context.close();
}

{
  const { page, context } = await open(report);
  await page.keyboard.press("Tab");
  check(await page.evaluate(() => document.activeElement.className === "skip"), "keyboard: the skip link comes first");
  await page.keyboard.press("Enter");
  check(await page.evaluate(() => location.hash === "#contenu"), "keyboard: it leads to the content");
  await page.keyboard.press("Shift+Tab");
  const inContents = await page.evaluate(() => document.activeElement.closest("nav") !== null);
  check(inContents, "keyboard: the contents come before it");
  await page.keyboard.press("Enter");
  check(await page.evaluate(() => location.hash.length > 1 && location.hash !== "#contenu"), "keyboard: a line of the contents leads to its section");
  const focused = await page.evaluate(() => { document.querySelector("summary").focus(); return getComputedStyle(document.activeElement).outlineStyle; });
  await page.keyboard.press("Enter");
  check(await page.evaluate(() => document.querySelector("details").open), `keyboard: a disclosure opens (${focused})`);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  const tag = await page.evaluate(() => document.activeElement.tagName);
  check(tag === "BUTTON" || tag === "A", `keyboard: its table can be reached (${tag})`);
  const sorted = await page.evaluate(() => {
    const button = document.querySelector("thead button");
    button.click();
    return button.closest("th").getAttribute("aria-sort");
  });
  check(sorted === "ascending", "a table sorts");
  const dead = await page.evaluate(() => Array.from(document.querySelectorAll("a[href^='#']"))
    .map((link) => link.getAttribute("href").slice(1)).filter((id) => !document.getElementById(id)));
  check(dead.length === 0, `every number leads to its trace: ${dead.slice(0, 5)}`);
  await context.close();
}
{
  const { page, context } = await open(report, { javaScriptEnabled: false });
  check((await page.locator("table").count()) > 5, "without JavaScript the tables are there");
  await context.close();
}
await browser.close();
if (failures.length) process.exit(1);
