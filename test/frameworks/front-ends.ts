// The browser client as bundlers build it: its size, and its thin layers for React 18 and 19, Vue and Svelte in Chromium,
// rendered by a server first. Part of `npm run test:frameworks -- front-ends`.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { BrowserContext, Page } from 'playwright-core'
import { root } from '../../tools/programs.ts'
import { type Application, findFreePort, startApplication } from '../support/application.ts'
import { type Chromium, noChromium, startChromium } from '../support/chromium.ts'
import { allow, choosePerson } from '../support/chromium-journeys.ts'
import { type FrontEnd, startFrontEnd } from '../support/front-end.ts'

const isChosen = (process.env.LATCHKEY_FRAMEWORKS ?? 'front-ends').split(',').includes('front-ends')
const folder = path.join(import.meta.dirname, 'front-ends')
const installed = createRequire(path.join(folder, 'package.json'))
const packages = path.join(folder, 'node_modules')
const mostBytes = 3_072

// biome-ignore lint/suspicious/noExplicitAny: packages for which this repository has no types.
const load = (name: string): Promise<any> => import(pathToFileURL(installed.resolve(name)).href)

const ours = Object.fromEntries(
  ['client', 'react', 'vue', 'svelte'].map((name) => [
    `latchkey/${name}`,
    path.join(root, 'src/client', `${name === 'client' ? 'index' : name}.ts`),
  ]),
)

/** One page in one framework: the person who is signed in, and the two forms. */
interface Framework {
  readonly alias: Readonly<Record<string, string>>
  /** Exports `draw(first)`, which returns HTML. */
  readonly server: string
  /** Hydrates the page with `first`. */
  readonly browser: string
}

const react = (version: '' | '18'): Framework => ({
  alias: {
    react: path.join(packages, `react${version}`),
    'react-dom': path.join(packages, `react-dom${version}`),
  },
  server: `${reactApp}
import { renderToString } from 'react-dom/server'
export const draw = (first) => renderToString(app(first))`,
  browser: `${reactApp}
import { hydrateRoot } from 'react-dom/client'
hydrateRoot(document.getElementById('root'), app(window.first))`,
})
const reactApp = `
import { createElement as h } from 'react'
import { createClient } from 'latchkey/client'
import { SessionProvider, SignInForm, SignOutForm, useSession } from 'latchkey/react'
const client = createClient()
function Who() {
  const { session, isLoading } = useSession()
  return h('div', null,
    h('p', { id: 'who' }, isLoading ? '…' : session ? session.user.name : 'nobody'),
    h(SignInForm, { provider: 'google', popup: true, returnTo: '/react?back', className: 'in' }, h('button', null, 'Sign in')),
    h(SignOutForm, { className: 'out' }, h('button', null, 'Sign out')))
}
const app = (first) => h(SessionProvider, { client, session: first }, h(Who))`

const vueApp = `
import { createSSRApp, h } from 'vue'
import { createClient } from 'latchkey/client'
import { sessionPlugin, SignInForm, SignOutForm, useSession } from 'latchkey/vue'
const client = createClient()
const App = {
  setup() {
    const { session } = useSession()
    return () => h('div', [
      h('p', { id: 'who' }, session.value === undefined ? '…' : session.value?.user.name ?? 'nobody'),
      h(SignInForm, { provider: 'google', popup: '', returnTo: '/vue?back', class: 'in' }, () => h('button', 'Sign in')),
      h(SignOutForm, { class: 'out' }, () => h('button', 'Sign out')),
    ])
  },
}
const app = (first) => createSSRApp(App).use(sessionPlugin({ client, session: first }))`

const svelteApp = `
<script>
  import { createClient } from 'latchkey/client'
  import { enhanceForm, sessionStore } from 'latchkey/svelte'
  let { first } = $props()
  const client = createClient()
  const session = sessionStore(client, first)
</script>
<p id="who">{$session === undefined ? '…' : ($session?.user.name ?? 'nobody')}</p>
<form class="in" method="post" action="/auth/login/google?returnTo=/svelte?back" use:enhanceForm={{ client, popup: true }}><button>Sign in</button></form>
<form class="out" method="post" action="/auth/logout" use:enhanceForm={{ client }}><button>Sign out</button></form>`

const frameworks: Readonly<Record<string, Framework>> = {
  'react 19': react(''),
  'react 18': react('18'),
  vue: {
    alias: { vue: path.join(packages, 'vue') },
    server: `${vueApp}
import { renderToString } from 'vue/server-renderer'
export const draw = (first) => renderToString(app(first))`,
    browser: `${vueApp}
app(window.first).mount('#root')`,
  },
  svelte: {
    alias: {},
    server: `import App from './App.svelte'
import { render } from 'svelte/server'
export const draw = (first) => render(App, { props: { first } }).body`,
    browser: `import App from './App.svelte'
import { hydrate } from 'svelte'
hydrate(App, { target: document.getElementById('root'), props: { first: window.first } })`,
  },
}

interface Built {
  readonly draw: (first: unknown) => string | Promise<string>
  readonly script: string
}

async function bundle({ alias, server, browser }: Framework, into: string): Promise<Built> {
  const { build } = await load('esbuild')
  const { compile } = installed('svelte/compiler')
  const make = async (contents: string, generate: 'server' | 'client', options: object) => {
    const svelte = {
      name: 'svelte',
      setup(it: { onResolve: Hook; onLoad: Hook }) {
        it.onResolve({ filter: /\.svelte$/ }, () => ({ path: 'App.svelte', namespace: 'memory' }))
        it.onLoad({ filter: /.*/, namespace: 'memory' }, () => ({
          contents: compile(svelteApp, { generate, filename: 'App.svelte' }).js.code,
          resolveDir: folder,
        }))
      },
    }
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: folder },
      alias: { ...ours, ...alias },
      bundle: true,
      write: false,
      logLevel: 'silent',
      define: {
        'process.env.NODE_ENV': '"development"',
        __VUE_OPTIONS_API__: 'true',
        __VUE_PROD_DEVTOOLS__: 'false',
        __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
      },
      plugins: [svelte],
      ...options,
    })
    return outputFiles[0].text as string
  }
  const script = await make(browser, 'client', { format: 'iife' })
  const file = path.join(into, `${Math.random().toString(36).slice(2)}.cjs`)
  writeFileSync(file, await make(server, 'server', { format: 'cjs', platform: 'node' }))
  return { script, draw: installed(file).draw }
}

// biome-ignore lint/suspicious/noExplicitAny: hooks of esbuild, for which this repository has no types.
type Hook = (options: object, answer: () => any) => void

test('latchkey/client is at most 3 kB, minified and compressed', { skip: !isChosen }, async () => {
  const { build } = await load('esbuild')
  const { outputFiles } = await build({
    entryPoints: [ours['latchkey/client']],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  })
  const bytes = gzipSync(outputFiles[0].contents, { level: 9 }).length
  console.log(`latchkey/client: ${outputFiles[0].contents.length} bytes minified, ${bytes} compressed`)
  assert.ok(bytes <= mostBytes, `${bytes} bytes`)
})

describe('thin layers', { skip: !isChosen || noChromium }, () => {
  let app: Application
  let frontEnd: FrontEnd
  let chromium: Chromium
  let into: string
  const built = new Map<string, Built>()

  before(async () => {
    into = mkdtempSync(path.join(tmpdir(), 'latchkey-front-ends-'))
    for (const [name, framework] of Object.entries(frameworks)) built.set(name, await bundle(framework, into))
    const [port, frontPort] = [await findFreePort(), await findFreePort()]
    frontEnd = await startFrontEnd({ port: frontPort, proxied: () => port, page: pageOf })
    app = await startApplication({ port, production: false, environment: { ORIGIN: frontEnd.origin } })
    chromium = await startChromium()
  })
  after(async () => {
    await frontEnd?.stop()
    await app?.stop()
    await chromium?.close()
    rmSync(into, { recursive: true, force: true })
  })

  /** Rendered by a server that asks who is signed in, unless the path says otherwise. */
  async function pageOf(url: string, cookie: string | undefined): Promise<string> {
    const { pathname, searchParams } = new URL(url, 'http://localhost')
    const { draw, script } = built.get(
      decodeURIComponent(pathname.slice(1)).replace(/^react$/, 'react 19'),
    ) as Built
    const answer = await fetch(`http://127.0.0.1:${app.port}/auth/session`, {
      headers: { cookie: cookie ?? '' },
    })
    const first = searchParams.has('alone') ? undefined : await answer.json()
    const data = first === undefined ? 'undefined' : JSON.stringify(first).replaceAll('<', '\\u003c')
    const alive = `<script>window.first = ${data};${script.replaceAll('</script', '<\\/script')}</script>`
    return `<div id="root">${await draw(first)}</div>${searchParams.has('dead') ? '' : alive}`
  }

  const shows = (page: Page, text: string) =>
    page.waitForFunction((wanted) => document.getElementById('who')?.textContent === wanted, text)

  /** Opens a page that records what it shows, and how often it asks who is signed in. */
  async function open(visitor: BrowserContext, name: string, query = '') {
    const page = await visitor.newPage()
    const asked: string[] = []
    page.on('request', (request) => request.url().endsWith('/auth/session') && asked.push(request.url()))
    await page.addInitScript(() => {
      const seen = new Set<string>()
      Object.assign(window, { seen })
      const look = () => {
        const text = document.getElementById('who')?.textContent
        if (text) seen.add(text)
      }
      new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true })
    })
    await page.goto(`${frontEnd.origin}/${encodeURIComponent(name)}${query}`)
    const texts = () => page.evaluate('[...seen]') as Promise<string[]>
    return { page, asked, texts }
  }

  const mira = 'Mira Castellanos'
  for (const name of Object.keys(frameworks)) {
    test(`${name}: signs in by a popup, is drawn signed in without a flash or a request, and hears of a sign-out`, async () => {
      const visitor = await chromium.visitor()
      const { page } = await open(visitor, name)
      await shows(page, 'nobody')
      await page.waitForLoadState('networkidle')
      const opened = page.waitForEvent('popup')
      await page.locator('form[action*="/login/"] button').click()
      const popup = await opened
      await choosePerson(popup, 'mira')
      await allow(popup)
      await shows(page, mira)

      const second = await open(visitor, name)
      await second.page.waitForLoadState('networkidle')
      assert.deepEqual(await second.texts(), [mira])
      assert.deepEqual(second.asked, [])
      await second.page.locator('form[action*="/logout"] button').click()
      await shows(second.page, 'nobody')
      await shows(page, 'nobody')
      await visitor.close()
    })

    test(`${name}: without a first state it asks once; its forms work before any script`, async () => {
      const visitor = await chromium.visitor()
      const alone = await open(visitor, name, '?alone')
      await shows(alone.page, 'nobody')
      assert.deepEqual(await alone.texts(), ['…', 'nobody'])
      assert.equal(alone.asked.length, 1)

      const { page } = await open(visitor, name, '?dead')
      await page.locator('form[action*="/login/"] button').click()
      await choosePerson(page, 'mira')
      await allow(page)
      await page.waitForURL(/\?back$/)
      await shows(page, mira)
      await visitor.close()
    })
  }
})
