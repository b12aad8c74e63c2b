// Cloudflare Workers: a worker that serves `/auth/*`, with D1. Wrangler creates the tables, and the local identity provider runs in
// a separate process.
import { servingCommand, workerInPlace, workerVariables, wranglerFiles } from '../existing-worker.ts'
import { constantAuth, type Host, nodeEngine, npm } from '../host.ts'
import { versionsOf } from '../package-versions.ts'
import { pagesModule } from '../pages-module.ts'
import { type StoreChoice, stores } from '../stores.ts'
import { serverHosts } from './server-hosts.ts'

const d1: StoreChoice = {
  id: 'd1',
  name: 'D1, the database of Cloudflare',
  imports: ["import { d1 } from 'latchkey/stores/d1'"],
  code: 'd1(env.DB)',
  variables: [],
  dependencies: {},
  ignored: [],
  async files() {
    const [{ writeSql }, { LANGUAGES }] = await Promise.all([
      import('../../../stores/parts/schema/write-sql.ts'),
      import('../../../stores/parts/sql/languages.ts'),
    ])
    return { 'migrations/0001_latchkey.sql': `${await writeSql(LANGUAGES.sqlite.traits)}\n` }
  },
}

const worker = `import { fetchLatchkey, requireUser } from 'latchkey/fetch'
import { auth } from './auth'
import { homePage, profilePage } from './pages'

const html = { headers: { 'Content-Type': 'text/html; charset=utf-8' } }
const profile = requireUser(auth, (_request, { user }) => new Response(profilePage(user), html))

export default {
  // Serves /auth/*, and passes \`current\` to your own routes.
  fetch: fetchLatchkey(
    auth,
    (request, current) => {
      const { pathname } = new URL(request.url)
      if (pathname === '/') return new Response(homePage(current.user), html)
      if (pathname === '/profile') return profile(request, current)
      return new Response('Not found', { status: 404 })
    },
    // Set by Cloudflare, which overwrites what the browser sends.
    { remoteAddress: (request) => request.headers.get('CF-Connecting-IP') },
  ),
} satisfies ExportedHandler<Env>
`

/** Turns the name of the project into one that Wrangler accepts for a worker. */
function workerName(name: string): string {
  return name.replace(/[^a-z0-9-]+/g, '-').replace(/^-+|-+$/g, '') || 'app'
}

function configuration(name: string, store: StoreChoice): string {
  const database = `{ "binding": "DB", "database_name": "${name}" }`
  return `{
  "$schema": "node_modules/wrangler/config-schema.json",
  "name": "${name}",
  "main": "src/index.ts",
  "compatibility_date": "2026-11-01",
  "dev": { "port": 3000 },
  // The public address, for production; .dev.vars has the one for development.
  // "vars": { "ORIGIN": "https://${name}.YOUR-SUBDOMAIN.workers.dev" },${store.id === 'd1' ? `\n  "d1_databases": [${database}],` : ''}
  "observability": { "enabled": true }
}
`
}

/** The edit of an application on Hono, the same on every runtime. */
const onHono = serverHosts.find(({ id }) => id === 'hono')?.existing.edits[0] ?? null

export const cloudflareWorkers: Host = {
  id: 'cloudflare-workers',
  name: 'Cloudflare Workers',
  knownBy: ['wrangler'],
  knownByFiles: wranglerFiles,
  dependencies: {},
  devDependencies: versionsOf('typescript', 'wrangler'),
  engines: nodeEngine,
  scripts: { check: 'wrangler types && tsc --noEmit' },
  commands: { ...npm, start: 'npm run dev' },
  // Isolates share neither memory nor files.
  stores: [d1, ...stores.filter(({ id }) => id === 'none')],
  authFile: 'src/auth.ts',
  authModule: {
    ...constantAuth,
    imports: ["import { env } from 'cloudflare:workers'"],
    options: ['environment: env,'],
  },
  files: {
    'src/index.ts': worker,
    'src/pages.ts': pagesModule,
    'tsconfig.json': `${JSON.stringify(
      {
        compilerOptions: {
          target: 'ES2024',
          lib: ['ES2024'],
          module: 'ESNext',
          moduleResolution: 'Bundler',
          // `wrangler types` generates this file from wrangler.jsonc and .dev.vars.
          types: ['./worker-configuration.d.ts'],
          isolatedModules: true,
          verbatimModuleSyntax: true,
          strict: true,
          noEmit: true,
          skipLibCheck: true,
        },
        include: ['src', 'worker-configuration.d.ts'],
      },
      null,
      2,
    )}\n`,
  },
  ownParts: ({ name, store }) => ({
    files: { 'wrangler.jsonc': configuration(workerName(name), store) },
    scripts:
      store.id === 'd1'
        ? {
            dev: servingCommand('wrangler dev', 'DB'),
            deploy: 'wrangler d1 migrations apply DB --remote && wrangler deploy',
          }
        : { dev: servingCommand('wrangler dev', null), deploy: 'wrangler deploy' },
  }),
  variables: { file: '.dev.vars', lines: workerVariables(3000) },
  production:
    'In production set `ORIGIN` in `wrangler.jsonc`, and `LATCHKEY_SECRET` and the credentials by `npx wrangler secret put NAME`; then `npm run deploy`. A D1 database is made once, by `npx wrangler d1 create NAME`, whose `database_id` goes into `wrangler.jsonc`.',
  tellsPeer: true,
  ignored: ['.wrangler/', 'worker-configuration.d.ts'],
  notes: [
    '`npm run dev` starts the worker and, at the address in `LATCHKEY_DEV_IDP`, the local identity provider.',
    '`npm run check` compiles, with the types of `wrangler.jsonc`.',
  ],
  runs: 'bundle',
  existing: {
    sourcesKnownBy: 'src',
    authFile: 'auth.ts',
    files: {},
    edits: [],
    byHand: [],
    environmentHint: null,
    inPlace: (folder) => workerInPlace(folder, onHono),
    example: "requireUser(auth, (request, { user }) => …) with requireUser from 'latchkey/fetch'",
  },
}
