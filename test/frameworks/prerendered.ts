// A prerendered page is a file, the same for everyone, so prerendering a page with a guard fails the build with a reason.
// guide.ts shows that other pages are prerendered. Part of `npm run test:frameworks`.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { after, test } from 'node:test'
import { promisify } from 'node:util'

interface Build {
  /** A folder in test/frameworks/. */
  readonly host: string
  /** Files of the suite's application. */
  readonly files: readonly string[]
  /** The change that prerenders the guarded page. */
  readonly change: readonly [file: string, edit: (text: string) => string]
  /** The path below node_modules. */
  readonly program: readonly string[]
  readonly says: RegExp
}

const guarded = /A page with a guard cannot be prerendered/
const builds: readonly Build[] = [
  {
    host: 'sveltekit',
    files: ['package.json', 'tsconfig.json', 'vite.config.js', 'src'],
    change: ['src/routes/profile/+page.server.ts', (text) => `${text}export const prerender = true\n`],
    program: ['vite/bin/vite.js', 'build'],
    says: guarded,
  },
  {
    host: 'astro',
    files: ['package.json', 'tsconfig.json', 'astro.config.mjs', 'src'],
    change: [
      'src/pages/profile.astro',
      (text) => text.replace('---\n', '---\nexport const prerender = true\n'),
    ],
    program: ['astro/bin/astro.mjs', 'build'],
    says: guarded,
  },
  {
    host: 'nuxt',
    files: ['package.json', 'app', 'server', 'nuxt.config.ts'],
    change: ['nuxt.config.ts', (text) => text.replace("'/about'", "'/about', '/profile'")],
    program: ['nuxt/bin/nuxt.mjs', 'build'],
    says: guarded,
  },
  {
    host: 'react-router',
    files: ['package.json', 'tsconfig.json', 'vite.config.ts', 'app'],
    change: ['react-router.config.ts', () => "export default { prerender: ['/profile'] }\n"],
    program: ['@react-router/dev/bin.cjs', 'build'],
    says: guarded,
  },
  {
    host: 'react-router7',
    files: ['package.json', 'tsconfig.json', 'vite.config.ts', 'app'],
    change: [
      'react-router.config.ts',
      () => "export default { prerender: ['/profile'], future: { v8_middleware: true } }\n",
    ],
    program: ['@react-router/dev/bin.js', 'build'],
    says: guarded,
  },
  {
    host: 'tanstack-start',
    files: ['package.json', 'tsconfig.json', 'src'],
    change: [
      'vite.config.ts',
      () => `import { tanstackStart } from '@tanstack/react-start/plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  environments: { ssr: { resolve: { noExternal: ['latchkey'] } } },
  plugins: [
    tanstackStart({ pages: [{ path: '/profile' }], prerender: { enabled: true, autoStaticPathsDiscovery: false } }),
    react(),
  ],
})
`,
    ],
    program: ['vite/bin/vite.js', 'build'],
    says: guarded,
  },
  {
    host: 'next',
    files: ['package.json', 'tsconfig.json', 'auth.ts', 'app/layout.tsx', 'app/profile'],
    change: ['next.config.mjs', () => "export default { output: 'export', turbopack: { root: '../..' } }\n"],
    program: ['next/dist/bin/next', 'build'],
    // Next reports this in its own words.
    says: /\/profile.*couldn't be rendered statically because it used `headers/,
  },
]

const chosen = process.env.LATCHKEY_FRAMEWORKS?.split(',') ?? builds.map(({ host }) => host)
const quiet = { NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1', NUXT_TELEMETRY_DISABLED: '1' }
const written: string[] = []
after(async () => {
  for (const folder of written) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
})

for (const { host, files, change, program, says } of builds) {
  const options = { skip: !chosen.includes(host), timeout: 300_000 }
  test(`NS7 ${host}: a page with a guard is not made in advance`, options, async () => {
    const home = path.join(import.meta.dirname, host)
    const folder = path.join(home, '.smallest/prerendered')
    written.push(folder)
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    for (const file of files) await cp(path.join(home, file), path.join(folder, file), { recursive: true })
    const [file, edit] = change
    const at = path.join(folder, file)
    await writeFile(at, edit(await readFile(at, 'utf8').catch(() => '')))
    const [script = '', ...args] = program
    const build = promisify(execFile)(process.execPath, [path.join(home, 'node_modules', script), ...args], {
      cwd: folder,
      env: { PATH: process.env.PATH, ...quiet },
      maxBuffer: 64 * 1024 * 1024,
    })
    await assert.rejects(build, ({ stdout, stderr }) => says.test(`${stdout}${stderr}`))
  })
}
