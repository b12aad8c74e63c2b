// Platforms with Request and Response: one application for all, and for each platform the code that serves it.
import { constantAuth, type Host, nodeEngine, npm } from '../host.ts'
import { versionsOf } from '../package-versions.ts'
import { pagesModule } from '../pages-module.ts'
import { compilerSettings } from '../server-host.ts'
import { type StoreChoice, stores } from '../stores.ts'

interface ApplicationParts {
  /** The type of the second argument from the platform, and below the imports that it needs. */
  readonly host: string
  readonly imports: readonly string[]
  /** Code that reads the address of the client from that argument. */
  readonly address: string
}

function application({ host, imports, address }: ApplicationParts): string {
  return `${[...imports, "import { fetchLatchkey, requireUser } from 'latchkey/fetch'"].join('\n')}
import { auth } from './auth.ts'
import { homePage, profilePage } from './pages.ts'

const html = { headers: { 'Content-Type': 'text/html; charset=utf-8' } }
const profile = requireUser(auth, (_request, { user }) => new Response(profilePage(user), html))

/** The whole application. Serves /auth/*, and hands \`current\` to the rest. */
export const fetch = fetchLatchkey(
  auth,
  (request, current, _host: ${host}) => {
    const { pathname } = new URL(request.url)
    if (pathname === '/') return new Response(homePage(current.user), html)
    if (pathname === '/profile') return profile(request, current)
    return new Response('Not found', { status: 404 })
  },
  // For the session list, and for /auth/inspect, which opens to this machine only.
  { remoteAddress: ${address} },
)
`
}

function storesOf(...ids: readonly string[]): readonly StoreChoice[] {
  return ids.flatMap((id) => stores.filter((store) => store.id === id))
}

const bunSqlite: StoreChoice = {
  id: 'sqlite',
  name: 'SQLite of Bun, a file beside the application',
  imports: ["import { bunSqlite } from 'latchkey/stores/bun-sqlite'"],
  code: "bunSqlite('data/app.db')",
  variables: [],
  dependencies: {},
  ignored: ['data/'],
}

function existing(name: string, environmentHint: string | null): Host['existing'] {
  return {
    sourcesKnownBy: 'src',
    authFile: 'auth.ts',
    files: {},
    edits: [],
    byHand: [{ words: `Mount it as docs/frameworks.md shows for ${name}.`, unless: null }],
    environmentHint,
    example: "requireUser(auth, (request, { user }) => …) with requireUser from 'latchkey/fetch'",
  }
}

const ready = 'await auth.ready()\n'
// biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a program.
const opened = 'console.log(`Open http://localhost:${port} and sign in.`)'

const bun: Host = {
  id: 'bun',
  name: 'Bun',
  knownBy: ['@types/bun', 'bun-types'],
  dependencies: {},
  devDependencies: versionsOf('typescript', '@types/bun'),
  engines: { bun: '>=1.2' },
  scripts: {
    start: 'bun server.ts',
    dev: 'bun --watch server.ts',
    check: 'tsc --noEmit',
  },
  commands: { install: 'bun install', start: 'bun start', run: 'bunx' },
  stores: [bunSqlite, ...storesOf('postgres', 'mysql', 'memory', 'none')],
  authFile: 'auth.ts',
  authModule: constantAuth,
  files: {
    'tsconfig.json': compilerSettings({ module: 'Preserve', types: ['bun'] }),
    'app.ts': application({
      host: 'Bun.Server<undefined>',
      imports: [],
      address: '(request, server) => server.requestIP(request)?.address',
    }),
    'server.ts': `import { fetch } from './app.ts'
import { auth } from './auth.ts'

const port = Number(process.env.PORT ?? 3000)
${ready}Bun.serve({ port, fetch })
${opened}
`,
    'pages.ts': pagesModule,
  },
  tellsPeer: true,
  ignored: [],
  notes: [],
  runs: 'sources',
  existing: existing('Bun', null),
}

// The local identity provider and the stores need the network, the environment, files, and the names of this machine.
const denoRun = 'deno run --env-file=.env --allow-net --allow-env --allow-read --allow-write --allow-sys'

const deno: Host = {
  id: 'deno',
  name: 'Deno',
  knownBy: ['@types/deno'],
  dependencies: {},
  devDependencies: {},
  engines: { deno: '>=2.6' },
  scripts: {
    start: `${denoRun} server.ts`,
    dev: `${denoRun} --watch server.ts`,
    check: 'deno check .',
  },
  commands: { install: 'deno install', start: 'deno task start', run: 'deno x -A' },
  stores,
  authFile: 'auth.ts',
  authModule: constantAuth,
  files: {
    'app.ts': application({
      host: 'Deno.ServeHandlerInfo<Deno.NetAddr>',
      imports: [],
      address: '(_request, { remoteAddr }) => remoteAddr.hostname',
    }),
    'server.ts': `import { fetch } from './app.ts'
import { auth } from './auth.ts'

const port = Number(Deno.env.get('PORT') ?? 3000)
${ready}Deno.serve({ port, onListen: () => ${opened} }, fetch)
`,
    'pages.ts': pagesModule,
  },
  tellsPeer: true,
  ignored: [],
  notes: [],
  runs: 'sources',
  existing: existing('Deno', 'start Deno with --env-file=.env, so that it reads .env'),
}

const lambda: Host = {
  id: 'lambda',
  name: 'AWS Lambda',
  knownBy: ['@types/aws-lambda'],
  dependencies: versionsOf('@hono/node-server', 'hono'),
  devDependencies: versionsOf('typescript', '@types/node', 'esbuild'),
  engines: nodeEngine,
  scripts: {
    start: 'node --env-file-if-exists=.env server.ts',
    dev: 'node --watch --env-file-if-exists=.env server.ts',
    check: 'tsc --noEmit',
    build: 'esbuild lambda.ts --bundle --platform=node --target=node22 --outfile=dist/lambda.cjs',
  },
  commands: npm,
  // Instances share no files; without a store, they need only the same secret.
  stores: storesOf('none', 'postgres', 'mysql', 'memory'),
  authFile: 'auth.ts',
  authModule: constantAuth,
  files: {
    'tsconfig.json': compilerSettings({}),
    'app.ts': application({
      host: "Pick<LambdaHost, 'sourceIp'>",
      imports: ["import type { LambdaHost } from 'latchkey/lambda'"],
      address: '(_request, { sourceIp }) => sourceIp',
    }),
    'lambda.ts': `import { lambdaHandler } from 'latchkey/lambda'
import { fetch } from './app.ts'

/** For a function URL, an HTTP API or a REST API. */
export const handler = lambdaHandler(fetch)
`,
    'server.ts': `// The same application on this machine.
import { serve } from '@hono/node-server'
import { fetch } from './app.ts'
import { auth } from './auth.ts'

const port = Number(process.env.PORT ?? 3000)
${ready}serve(
  { port, fetch: (request, { incoming }) => fetch(request, { sourceIp: incoming.socket.remoteAddress ?? null }) },
  () => ${opened},
)
`,
    'pages.ts': pagesModule,
  },
  tellsPeer: true,
  ignored: ['dist/'],
  notes: [
    '`npm run build` makes `dist/lambda.cjs` with everything in it: upload it, and name `lambda.handler` as the handler.',
  ],
  runs: 'sources',
  existing: existing('AWS Lambda', null),
}

export const fetchHosts: readonly Host[] = [bun, deno, lambda]
