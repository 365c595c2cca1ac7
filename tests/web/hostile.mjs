// The pages of a census of hostile texts in a real browser: nothing runs, nothing is asked for, nothing is refused,
// and its parser finds no element, attribute or address that the report does not write.
// node hostile.mjs REPORTS_FOLDER YEAR
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { launch, open } from "./browser.mjs";

const [folder, year] = process.argv.slice(2);
const fiches = join(folder, year, "fiches");
const pages = readdirSync(fiches).filter((name) => name.endsWith(".html")).map((name) => join(fiches, name));
pages.unshift(join(folder, year, `bilan-${year}.html`));
const failures = [];
const check = (holds, what) => { if (!holds) { failures.push(what); console.log("FAIL", what); } };

const browser = await launch();
let keys = 0;
for (const file of pages) {
  const { page, requests, said, context } = await open(browser, file, {}, () => {
    globalThis.calls = [];
    for (const name of ["alert", "confirm", "prompt", "open"]) {
      globalThis[name] = () => { globalThis.calls.push(name); };
    }
  });
  const found = await page.evaluate(() => {
    document.querySelectorAll("details").forEach((one) => { one.open = true; });
    const foreign = "iframe,object,embed,img,link,base,form,input,video,audio,math,foreignObject,template,slot,marquee";
    const strange = Array.from(document.querySelectorAll("*")).flatMap((one) => Array.from(one.attributes)
      .filter((attribute) => attribute.name.startsWith("on") || /["'<>]/.test(attribute.name)
        || ["src", "srcset", "action", "formaction", "srcdoc", "ping"].includes(attribute.name))
      .map((attribute) => `${one.tagName} ${attribute.name}`));
    // The team's own text holds one link on purpose.
    const links = Array.from(document.querySelectorAll("a[href]")).map((link) => link.getAttribute("href"))
      .filter((address) => address.includes(":") && address !== "http://x.invalid");
    return {
      calls: globalThis.calls,
      foreign: Array.from(document.querySelectorAll(foreign)).map((one) => one.outerHTML.slice(0, 80)),
      scripts: document.scripts.length,
      styles: document.querySelectorAll("style").length,
      strange,
      links,
      shown: (document.body.innerText.match(/<script>alert\(1\)<\/script>/g) ?? []).length,
      keys: (document.body.innerText.match(/zq\d{5}zq/g) ?? []).length,
    };
  });
  check(requests.length === 1, `network: the page and nothing else, ${file}: ${requests.length}`);
  check(said.length === 0, `nothing runs, nothing is refused, ${file}: ${said.join(" | ").slice(0, 300)}`);
  check(found.calls.length === 0, `no script of a text runs, ${file}: ${found.calls}`);
  check(found.foreign.length === 0, `no foreign element, ${file}: ${found.foreign.slice(0, 3)}`);
  check(found.scripts <= 1 && found.styles === 1, `our own script and style, ${file}: ${found.scripts}, ${found.styles}`);
  check(found.strange.length === 0, `no attribute that acts, ${file}: ${found.strange.slice(0, 5)}`);
  check(found.links.length === 0, `no link that leaves, ${file}: ${found.links.slice(0, 3)}`);
  check(!file.includes("bilan-") || found.shown > 20, `the texts are shown as written, ${file}: ${found.shown}`);
  keys += found.keys;
  await context.close();
}
check(keys > 1000, `the texts are there: ${keys}`);
console.log(`${pages.length} pages, ${keys} hostile texts shown, ${failures.length} failures`);
await browser.close();
if (failures.length) process.exit(1);
