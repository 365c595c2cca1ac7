// A page in Chromium, with what it asks for and what it says.
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import { chromium } from "playwright-core";

export const launch = () => chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});

// `first` runs in the page before anything of its own.
export async function open(browser, file, options = {}, first = undefined) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const requests = [];
  const said = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("dialog", (dialog) => { said.push(`dialog ${dialog.message()}`); dialog.dismiss(); });
  if (first) await page.addInitScript(first);
  await page.goto(pathToFileURL(resolve(file)).href);
  return { page, requests, said, context };
}
