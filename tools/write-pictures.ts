// `node tools/run.mjs write-pictures`: takes the pictures of the README and of docs/inspect.md, of the real reference app in
// Chromium, in light and in dark.
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { root } from './programs.ts'

const port = 4870
const origin = `http://localhost:${port}`
const folder = path.join(root, 'docs/pictures')
const schemes = ['light', 'dark'] as const

export async function run(): Promise<number> {
  await mkdir(folder, { recursive: true })
  const home = await mkdtemp(path.join(tmpdir(), 'latchkey-pictures-'))
  const app = spawn(
    process.execPath,
    ['--conditions=latchkey-source', path.join(root, 'examples/quickstart/server.ts')],
    {
      cwd: home,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        PORT: String(port),
        DATABASE_URL: 'memory:',
        LATCHKEY_SECRET: 'a secret for the pictures of the README alone',
        PROVIDERS: 'google,apple,microsoft,github',
        SITE_NAME: 'Acme',
      },
    },
  )
  try {
    await answers()
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
    for (const colorScheme of schemes) await takeBoth(browser, colorScheme)
    await browser.close()
    return 0
  } finally {
    app.kill()
    await rm(home, { recursive: true, force: true })
  }
}

async function takeBoth(browser: Browser, colorScheme: (typeof schemes)[number]): Promise<void> {
  const context = await browser.newContext({ colorScheme, viewport: { width: 440, height: 560 } })
  const page = await context.newPage()
  await page.goto(`${origin}/auth/login`)
  await take(page, `sign-in-${colorScheme}`)
  await page.click('form[action^="/auth/login/github"] button')
  while (!page.url().startsWith(`${origin}/`)) {
    await page.locator('form').first().locator('button').first().click()
    await page.waitForLoadState()
  }
  await page.setViewportSize({ width: 760, height: 560 })
  await page.goto(`${origin}/auth/account`)
  await take(page, `account-${colorScheme}`)
  await context.close()
  await takeFailure(browser, colorScheme)
}

/** A failed sign-in as the inspector shows it: the local identity provider omits the nonce. */
async function takeFailure(browser: Browser, colorScheme: (typeof schemes)[number]): Promise<void> {
  const context = await browser.newContext({ colorScheme, viewport: { width: 800, height: 1240 } })
  const page = await context.newPage()
  await page.goto(`${origin}/auth/login`)
  await page.click('form[action^="/auth/login/google"] button')
  await page.locator('summary', { hasText: 'What if' }).click()
  await page.check('input[name="fault"][value="missing_nonce"]')
  await page.click('form[action$="/fault"] button')
  while (!page.url().startsWith(`${origin}/`)) {
    await page.locator('form').first().locator('button').first().click()
    await page.waitForLoadState()
  }
  await page.goto(`${origin}/auth/inspect?pause=1`)
  await take(page, `inspect-${colorScheme}`)
  await context.close()
}

async function take(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: path.join(folder, `${name}.png`) })
}

async function answers(): Promise<void> {
  for (let round = 0; round < 100; round++) {
    if (
      await fetch(`${origin}/`).then(
        () => true,
        () => false,
      )
    )
      return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('The reference app does not answer.')
}
