// `latchkey init` and `latchkey add`: what they write into empty folders and into existing projects, what they leave alone,
// and what they refuse. test/e2e/init.test.ts runs the projects.
import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { add } from '../../../src/cli/add.ts'
import type { Asker } from '../../../src/cli/init/ask.ts'
import { hosts } from '../../../src/cli/init/hosts/index.ts'
import { typescriptLibrary, versions } from '../../../src/cli/init/package-versions.ts'
import { init } from '../../../src/cli/init.ts'
import { root } from '../../../tools/programs.ts'

interface Outcome {
  readonly code: number
  readonly written: string
  readonly complaint: string
}

interface Call {
  readonly folder: string
  readonly ask?: Asker | null
  readonly environment?: Record<string, string>
}

async function run(
  command: 'init' | 'add',
  args: readonly string[],
  { folder, ask = null, environment = {} }: Call,
): Promise<Outcome> {
  let written = ''
  let complaint = ''
  const surroundings = {
    environment,
    folder,
    ask,
    origin: null,
    write: (text: string) => {
      written += `${text}\n`
    },
    complain: (text: string) => {
      complaint += `${text}\n`
    },
  }
  const code = command === 'init' ? await init(args, surroundings) : await add(args, surroundings)
  return { code, written, complaint }
}

let base = ''
let count = 0
before(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'latchkey-init-'))
})
after(() => rm(base, { recursive: true }))

/** Creates a folder with these files. */
async function project(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = path.join(base, `project-${count++}`)
  await mkdir(folder)
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true })
    await writeFile(path.join(folder, file), text)
  }
  return folder
}

const read = (folder: string, file: string): Promise<string> => readFile(path.join(folder, file), 'utf8')
const listed = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()

const manifest = (dependencies: Record<string, string>, more: object = {}): string =>
  `${JSON.stringify({ name: 'there', ...more, dependencies }, null, 2)}\n`

describe('latchkey init in an empty folder', () => {
  test('a folder with blanks and letters of any script is one that the next command enters', async () => {
    const folder = await project()
    const { written } = await run('init', ['Mein Laden 日本', '--yes'], { folder })
    assert.match(written, /\n {2}cd "Mein Laden 日本"\n/)
    assert.match((await run('init', ['shöp', '--yes'], { folder })).written, /\n {2}cd shöp\n/)
  })

  test('writes the project that --yes stands for, and says what is next', async () => {
    const folder = await project()
    const { code, written } = await run('init', ['--yes'], { folder })
    assert.equal(code, 0)
    assert.deepEqual(await listed(folder), [
      '.env',
      '.gitignore',
      'README.md',
      'auth.ts',
      'package.json',
      'pages.ts',
      'server.ts',
      'tsconfig.json',
    ])
    assert.match(
      await read(folder, 'auth.ts'),
      /providers: \[google\(\), github\(\)\],\n {2}store: sqlite\('data\/app\.db'\),/,
    )
    assert.match(written, /\+ server\.ts \(new, \d+ lines\)/)
    assert.match(written, /npm install\n {2}npm start/)
  })

  test('an Express project does not say that it is open where its port is taken', async () => {
    const folder = await project()
    await run('init', ['--yes', '--host', 'express'], { folder })
    // Express 5 calls the listener with the error too.
    assert.match(
      await read(folder, 'server.ts'),
      /listen\(port, \(error\) => \{\n {2}if \(error\) throw error\n/,
    )
  })

  test('makes a secret of its own for each project, readable by the owner only, and ignored by git', async () => {
    const folders = [await project(), await project()]
    const secrets = await Promise.all(
      folders.map(async (folder) => {
        const { written } = await run('init', ['-y'], { folder })
        const [, secret = ''] = /^LATCHKEY_SECRET=(\S+)$/m.exec(await read(folder, '.env')) ?? []
        assert.ok(secret.length >= 43)
        assert.ok(!written.includes(secret))
        assert.equal((await stat(path.join(folder, '.env'))).mode & 0o077, 0)
        assert.match(await read(folder, '.gitignore'), /^\.env$/m)
        return secret
      }),
    )
    assert.notEqual(secrets[0], secrets[1])
  })

  test('makes the folder that is named, and takes its name for the package', async () => {
    const folder = await project()
    const { code, written } = await run('init', ['My App!', '--yes', '--host', 'hono', '--store', 'none'], {
      folder,
    })
    assert.equal(code, 0)
    assert.match(written, /cd "My App!"/)
    assert.equal(JSON.parse(await read(folder, 'My App!/package.json')).name, 'my-app')
    assert.doesNotMatch(await read(folder, 'My App!/auth.ts'), /store/)
  })

  test('asks for what is not said', async () => {
    const folder = await project()
    const questions: string[] = []
    const ask: Asker = {
      choose: async (question) => {
        questions.push(question)
        return questions.length === 1 ? 'koa' : 'memory'
      },
      text: async (_question, _usual, fault) => {
        assert.equal(fault('google'), null)
        assert.match(fault(' ') ?? '', /At least one/)
        return 'auth0, login-gov'
      },
      confirm: async () => assert.fail('nothing has to be confirmed in an empty folder'),
    }
    assert.equal((await run('init', [], { folder, ask })).code, 0)
    assert.match(await read(folder, 'server.ts'), /latchkey\/koa/)
    assert.match(await read(folder, 'auth.ts'), /providers: \[auth0\(\), loginGov\(\)\]/)
    assert.match(await read(folder, '.env'), /^# AUTH0_DOMAIN=/m)
  })

  test('LATCHKEY_PACKAGE is what the project depends on; without it, this release', async () => {
    const folder = await project({ 'there.tgz': '' })
    const environment = { LATCHKEY_PACKAGE: 'there.tgz' }
    await run('init', ['app', '--yes'], { folder, environment })
    assert.equal(
      JSON.parse(await read(folder, 'app/package.json')).dependencies.latchkey,
      `file:${path.join(folder, 'there.tgz')}`,
    )
    await run('init', ['other', '--yes'], { folder })
    const { version } = JSON.parse(await read(root, 'package.json'))
    assert.equal(JSON.parse(await read(folder, 'other/package.json')).dependencies.latchkey, `^${version}`)
    const { code, complaint } = await run('init', ['third', '--yes'], {
      folder,
      environment: { LATCHKEY_PACKAGE: 'none.tgz' },
    })
    assert.equal(code, 1)
    assert.match(complaint, /LATCHKEY_PACKAGE: there is no file .*none\.tgz/)
  })

  const refusals: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['an unknown host', ['--yes', '--host', 'rails'], /no host "rails".*express/],
    ['an unknown provider', ['--yes', '--providers', 'google,gogle'], /no provider "gogle"/],
    ['a provider that is nearly right', ['--yes', '--providers', 'githup'], /Did you mean .*github/],
    ['a provider that has to be described', ['--yes', '--providers', 'oidc'], /OIDC_PROVIDERS/],
    ['no provider at all', ['--yes', '--providers', ' , '], /at least one/],
    ['an unknown store', ['--yes', '--store', 'oracle'], /no store "oracle".*sqlite/],
  ]
  for (const [what, args, words] of refusals) {
    test(`${what} is refused, and nothing is written`, async () => {
      const folder = await project()
      const { code, complaint } = await run('init', args, { folder })
      assert.equal(code, 1)
      assert.match(complaint, words)
      assert.deepEqual(await listed(folder), [])
    })
  }

  test('a folder with other things in it is left alone', async () => {
    const folder = await project({ 'thesis.txt': 'mine' })
    const { code, complaint } = await run('init', ['--yes'], { folder })
    assert.equal(code, 1)
    assert.match(complaint, /is not empty and has no package\.json \(it has thesis\.txt\)/)
    assert.deepEqual(await listed(folder), ['thesis.txt'])
    const twin = await project({ '.git/HEAD': 'ref' })
    assert.equal((await run('init', ['--yes'], { folder: twin })).code, 0)
  })

  for (const args of [['--wat'], ['a', 'b'], ['--host']]) {
    test(`called wrongly (${args.join(' ')}), it shows how`, async () => {
      const { code, written, complaint } = await run('init', args, { folder: base })
      assert.deepEqual({ code, written }, { code: 2, written: '' })
      assert.match(complaint, /^latchkey init: .+\nUsage: latchkey init \[FOLDER\]/)
    })
  }
})

const expressSource = `import express from 'express'
import { log } from './log.js'

const app = express()
app.get('/', (req, res) => res.send('Home'))
app.listen(3000)
`

describe('latchkey init in a project that is there', () => {
  test('keeps the line breaks and the byte order mark of what an editor on Windows wrote', async () => {
    const windows = (text: string) => text.replaceAll('\n', '\r\n')
    const files = {
      'package.json': `\uFEFF${windows(manifest({ express: '^5.0.0' }, { type: 'module' }))}`,
      'index.js': windows("import express from 'express'\n\nconst app = express()\n\napp.listen(3000)\n"),
      '.env': 'FOO=1\r\nBAR=2\r\n',
    }
    const folder = await project(files)
    const { code, written } = await run('init', ['--yes'], { folder })
    assert.equal(code, 0)
    // Lines that stay are not shown as changed.
    assert.doesNotMatch(written, / {2}- const app/)
    for (const file of Object.keys(files)) {
      assert.doesNotMatch(await read(folder, file), /[^\r]\n/, file)
    }
    assert.match(await read(folder, 'package.json'), /^\uFEFF\{\r\n {2}"name": "there"/)
    assert.match(await read(folder, 'index.js'), /\r\napp\.use\(expressLatchkey\(auth\)\)/)
    await run('add', ['apple', '--yes'], { folder })
    assert.doesNotMatch(await read(folder, '.env'), /[^\r]\n/)
    assert.match(await read(folder, 'auth.js'), /apple\(\)/)
    // A second run finds nothing to do.
    assert.match((await run('init', ['--yes'], { folder })).written, /Nothing to write/)
  })

  test('a package.json that is not valid JSON is named, with the reason', async () => {
    const folder = await project({ 'package.json': '{ "name": ' })
    const { code, complaint } = await run('init', ['--yes'], { folder })
    assert.equal(code, 1)
    assert.match(complaint, /^config_invalid: .*package\.json is not valid JSON.*: .*JSON/)
  })

  test('finds host, language and package manager, adds files and lines, and shows them', async () => {
    const folder = await project({
      'package.json': manifest(
        { express: '^5' },
        { type: 'module', scripts: { start: 'node src/server.js' } },
      ),
      'pnpm-lock.yaml': '',
      'src/server.js': expressSource,
      '.gitignore': 'node_modules',
      '.env': 'PORT=4000',
    })
    const { code, written } = await run('init', ['--yes', '--providers', 'google'], { folder })
    assert.equal(code, 0)
    assert.match(written, /Found Express, JavaScript modules, pnpm, the application in src\/server\.js/)
    assert.match(written, /\+ src\/auth\.js \(new/)
    assert.match(written, /~ src\/server\.js\n[\s\S]* {2}\+ app\.use\(expressLatchkey\(auth\)\)/)
    assert.match(written, /pnpm install/)
    assert.equal(
      await read(folder, 'src/server.js'),
      expressSource
        .replace(
          "from './log.js'\n",
          "from './log.js'\nimport { expressLatchkey } from 'latchkey/express'\nimport { auth } from './auth.js'\n",
        )
        .replace(
          'express()\n',
          'express()\napp.use(expressLatchkey(auth)) // serves /auth/*, and sets req.latchkey\n',
        ),
    )
    assert.match(
      await read(folder, '.env'),
      /^PORT=4000\nLATCHKEY_SECRET=\S+\nPROVIDERS=google\nDATABASE_URL=sqlite:data\/app\.db\n# GOOGLE_CLIENT_ID=/,
    )
    assert.equal(await read(folder, '.gitignore'), 'node_modules\n.env\n.latchkey/\ndata/\n')
    assert.deepEqual(Object.keys(JSON.parse(await read(folder, 'package.json')).dependencies), [
      'express',
      'latchkey',
    ])
  })

  test('a second time it finds everything there', async () => {
    const folder = await project({
      'package.json': manifest({ express: '^5' }, { type: 'module' }),
      'server.js': expressSource,
    })
    await run('init', ['--yes'], { folder })
    const before = await Promise.all((await listed(folder)).map((file) => read(folder, file)))
    const { code, written } = await run('init', ['--yes'], { folder })
    assert.equal(code, 0)
    assert.match(written, /it is all there/)
    assert.deepEqual(await Promise.all((await listed(folder)).map((file) => read(folder, file))), before)
  })

  test('CommonJS gets require, TypeScript for Node the endings that it wants', async () => {
    const old = await project({
      'package.json': manifest({ express: '^4' }),
      'app.js':
        "'use strict'\nconst express = require('express');\nvar app = express();\nmodule.exports = app;\n",
    })
    assert.equal((await run('init', ['--yes'], { folder: old })).code, 0)
    assert.match(
      await read(old, 'app.js'),
      /const \{ auth \} = require\('\.\/auth'\);\nvar app = express\(\);\napp\.use\(expressLatchkey\(auth\)\); \/\/ serves/,
    )
    assert.match(
      await read(old, 'auth.js'),
      /^const \{ latchkey \} = require\('latchkey'\)[\s\S]*^exports\.auth = latchkey\(\{/m,
    )
    const typed = await project({
      'package.json': manifest({ fastify: '^5' }, { type: 'module' }),
      'tsconfig.json': '{ "compilerOptions": { "module": "NodeNext" } }',
      'src/main.ts': "import Fastify from 'fastify'\n\nexport const app = Fastify({ logger: true })\n",
    })
    assert.equal((await run('init', ['--yes'], { folder: typed })).code, 0)
    assert.match(
      await read(typed, 'src/main.ts'),
      /from '\.\/auth\.ts'\n\nexport const app = Fastify\(\{ logger: true \}\)\nawait app\.register\(fastifyLatchkey\(auth\)\)/,
    )
  })

  test('files that are there are not replaced: what they need is said', async () => {
    const files = { 'proxy.ts': 'export const proxy = () => {}\n', 'auth.ts': 'export const auth = 1\n' }
    const folder = await project({
      'package.json': manifest({ next: '^16' }),
      'tsconfig.json': '{}',
      'app/page.tsx': '',
      ...files,
    })
    const { code, written } = await run('init', ['--yes'], { folder })
    assert.equal(code, 0)
    for (const [file, text] of Object.entries(files)) {
      assert.equal(await read(folder, file), text)
      assert.match(
        written,
        new RegExp(`- ${file.replace('.', '\\.')} is there already and was left as it is\\. It needs:`),
      )
    }
    assert.match(await read(folder, 'app/auth/[...latchkey]/route.ts'), /export \{ GET, POST \}/)
  })

  test('where the application is not found, the lines are said', async () => {
    const folder = await project({
      'package.json': manifest({ hono: '^4' }, { type: 'module' }),
      'tsconfig.json': '{}',
      'src/worker.ts': 'export default {}',
    })
    const { code, written } = await run('init', ['--yes'], { folder })
    assert.equal(code, 0)
    assert.match(written, /was not found\. Add to it:\n {4}import \{ honoLatchkey \}/)
    assert.equal(await read(folder, 'src/worker.ts'), 'export default {}')
  })

  test('without --yes somebody must agree: in a pipeline nothing is written', async () => {
    const files = {
      'package.json': manifest({ koa: '^3' }, { type: 'module' }),
      'index.js': "import Koa from 'koa'\nconst app = new Koa()\n",
    }
    const folder = await project(files)
    const alone = await run('init', ['--providers', 'google', '--store', 'none'], { folder })
    assert.deepEqual([alone.code, await listed(folder)], [1, ['index.js', 'package.json']])
    assert.match(alone.complaint, /Nothing was written\. Add --yes/)
    assert.match(alone.written, /\+ app\.use\(koaLatchkey\(auth\)\)/)
    const asked = (answer: boolean): Asker => ({
      choose: async (_question, _options, usual) => usual,
      text: async (_question, usual) => usual,
      confirm: async () => answer,
    })
    assert.equal((await run('init', [], { folder, ask: asked(false) })).code, 1)
    assert.deepEqual(await listed(folder), ['index.js', 'package.json'])
    assert.equal((await run('init', [], { folder, ask: asked(true) })).code, 0)
    assert.ok((await listed(folder)).includes('auth.js'))
  })

  test('a host that package.json does not tell has to be named', async () => {
    const folder = await project({ 'package.json': manifest({}) })
    const { code, complaint } = await run('init', ['--yes'], { folder })
    assert.equal(code, 1)
    assert.match(complaint, /Say which: --host/)
    const broken = await project({ 'package.json': '{ "name": ' })
    assert.match(
      (await run('init', ['--yes'], { folder: broken })).complaint,
      /package\.json is not valid JSON/,
    )
  })
})

/** What `latchkey init` finds and does in a project made by each framework's own starter. */
describe('latchkey init in a project of a framework', () => {
  const typed = (dependencies: Record<string, string>, more: object = {}) => ({
    'package.json': manifest(dependencies, { type: 'module', ...more }),
    'tsconfig.json': '{}',
  })

  test('NestJS: the module joins the imports of the root module, one on each line or all on one', async () => {
    const root = (imports: string): string => `import { Module } from '@nestjs/common';
import { AppController } from './app.controller.js';

@Module({
  imports: ${imports},
  controllers: [AppController],
})
export class AppModule {}
`
    for (const [before, after] of [
      ['[]', '[LatchkeyModule.forRoot(auth)]'],
      ['[ConfigModule.forRoot()]', '[LatchkeyModule.forRoot(auth), ConfigModule.forRoot()]'],
      [
        '[\n    ConfigModule.forRoot(),\n  ]',
        '[\n    LatchkeyModule.forRoot(auth),\n    ConfigModule.forRoot(),\n  ]',
      ],
    ] as const) {
      const folder = await project({
        ...typed({ '@nestjs/core': '^12', '@nestjs/platform-express': '^12', express: '^5' }),
        'src/app.module.ts': root(before),
      })
      const { code, written } = await run('init', ['--yes'], { folder })
      assert.equal(code, 0)
      assert.match(written, /Found NestJS, TypeScript, npm, the application in src\/app\.module\.ts/)
      assert.doesNotMatch(written, /Left to do by hand/)
      const wired = root(after).replace(
        "'./app.controller.js';\n",
        "'./app.controller.js';\nimport { LatchkeyModule } from 'latchkey/nestjs';\nimport { auth } from './auth.js';\n",
      )
      assert.equal(await read(folder, 'src/app.module.ts'), wired)
      assert.match(await read(folder, 'src/auth.ts'), /^export const auth = latchkey\(\{/m)
      assert.match((await run('init', ['--yes'], { folder })).written, /it is all there/)
    }
  })

  test('NestJS: a root module without imports is left alone, and the lines are said', async () => {
    const source = '@Module({ controllers: [] })\nexport class AppModule {}\n'
    const folder = await project({ ...typed({ '@nestjs/core': '^12' }), 'src/app.module.ts': source })
    const { code, written } = await run('init', ['--yes'], { folder })
    assert.equal(code, 0)
    assert.match(
      written,
      /- The list `imports` of the root module in src\/app\.module\.ts was not found\. Add to it:\n[\s\S]* {4}LatchkeyModule\.forRoot\(auth\),/,
    )
    assert.equal(await read(folder, 'src/app.module.ts'), source)
  })

  test('Nuxt: known although it stands on h3; new files are all', async () => {
    const folder = await project({
      ...typed({ h3: '^1', nuxt: '^4', vue: '^3' }),
      'app/app.vue': '<template><NuxtPage /></template>',
    })
    const { code, written } = await run('init', ['--yes'], { folder })
    assert.equal(code, 0)
    assert.match(written, /Found Nuxt, TypeScript/)
    assert.match(await read(folder, 'server/utils/auth.ts'), /^export const auth = latchkey/m)
    assert.match(
      await read(folder, 'server/middleware/latchkey.ts'),
      /nuxtLatchkey\(async \(\) => \(await import\('\.\.\/utils\/auth'\)\)\.auth/,
    )
    assert.doesNotMatch(written, /Left to do by hand/)
  })

  test('Astro: a middleware of its own is not replaced; where pages are made in advance, that is said', async () => {
    const middleware = 'export const onRequest = (_context, next) => next()\n'
    const still = await project({
      ...typed({ astro: '^7' }),
      'astro.config.mjs': 'export default defineConfig({})\n',
      'src/middleware.ts': middleware,
    })
    const { written } = await run('init', ['--yes'], { folder: still })
    assert.match(written, /Found Astro/)
    assert.match(written, /- src\/middleware\.ts is there already and was left as it is\. It needs:/)
    assert.match(written, /- Have pages rendered on the server: npx astro add node/)
    assert.equal(await read(still, 'src/middleware.ts'), middleware)
    const onServer = await project({
      ...typed({ astro: '^7', '@astrojs/node': '^11' }),
      'astro.config.mjs': "export default defineConfig({ output: 'server', adapter: node() })\n",
      'src/pages/index.astro': '',
    })
    const twin = await run('init', ['--yes'], { folder: onServer })
    assert.doesNotMatch(twin.written, /Left to do by hand/)
    assert.match(await read(onServer, 'src/middleware.ts'), /astroLatchkey\(/)
  })

  const rootRoute = `import {
  isRouteErrorResponse,
  Outlet,
} from "react-router";

import type { Route } from "./+types/root";
import "./app.css";

export const links: Route.LinksFunction = () => [];

export default function App() {
  return <Outlet />;
}
`
  const routes = `import { type RouteConfig, index } from "@react-router/dev/routes";

export default [index("routes/home.tsx")] satisfies RouteConfig;
`

  test('React Router: a middleware in the root route, a route for it, and the flag that version 7 wants', async () => {
    const files = { 'app/root.tsx': rootRoute, 'app/routes.ts': routes }
    const folder = await project({
      ...typed({ 'react-router': '^8.4.0', '@react-router/dev': '^8.4.0', express: '^5' }),
      ...files,
    })
    const { code, written } = await run('init', ['--yes'], { folder })
    assert.equal(code, 0)
    assert.match(written, /Found React Router, TypeScript, npm, the application in app\/root\.tsx/)
    assert.doesNotMatch(written, /Left to do by hand/)
    assert.equal(
      await read(folder, 'app/root.tsx'),
      rootRoute.replace(
        'import "./app.css";\n',
        `import "./app.css";
import { reactRouterLatchkey } from 'latchkey/react-router';

// Serves /auth/*, and sets latchkeyContext.
export const middleware = [reactRouterLatchkey(async () => (await import('./auth.server')).auth)];
`,
      ),
    )
    assert.equal(
      await read(folder, 'app/routes.ts'),
      `import { type RouteConfig, index } from "@react-router/dev/routes";
import { route } from '@react-router/dev/routes';

export default [route('auth/*', 'routes/auth.$.ts'), index("routes/home.tsx")] satisfies RouteConfig;
`,
    )
    assert.match(await read(folder, 'app/routes/auth.$.ts'), /export const loader/)
    assert.match(await read(folder, 'app/auth.server.ts'), /^export const auth = latchkey/m)
    assert.match((await run('init', ['--yes'], { folder })).written, /it is all there/)

    const seven = await project({
      ...typed({ 'react-router': '^7.9.2', '@react-router/dev': '^7.9.2' }),
      ...files,
    })
    assert.match(
      (await run('init', ['--yes'], { folder: seven })).written,
      /- With React Router 7 turn .*v8_middleware/,
    )
  })

  test('React Router: routes that file names make need no line, and a middleware that is there is kept', async () => {
    const flat =
      'import { flatRoutes } from "@react-router/fs-routes";\n\nexport default flatRoutes() satisfies RouteConfig;\n'
    const own = rootRoute.replace('export default', 'export const middleware = [log];\n\nexport default')
    const folder = await project({
      ...typed({ 'react-router': '^8.4.0', '@react-router/dev': '^8.4.0' }),
      'app/root.tsx': own,
      'app/routes.ts': flat,
    })
    const { code, written } = await run('init', ['--yes'], { folder })
    assert.equal(code, 0)
    assert.equal(await read(folder, 'app/routes.ts'), flat)
    assert.equal(await read(folder, 'app/root.tsx'), own)
    assert.match(written, /- The place for a middleware in app\/root\.tsx was not found\. Add to it:/)
    assert.doesNotMatch(written, /list of routes/)
  })

  test('TanStack Start: its start is made, or left as it is', async () => {
    const packages = { '@tanstack/react-start': '^1.169', '@tanstack/react-router': '^1', vite: '^8' }
    const folder = await project({ ...typed(packages), 'src/router.tsx': '' })
    const { code, written } = await run('init', ['--yes'], { folder })
    assert.equal(code, 0)
    assert.match(written, /Found TanStack Start/)
    assert.match(written, /start Vite by node --env-file-if-exists=\.env/)
    assert.match(await read(folder, 'src/start.ts'), /requestMiddleware: \[csrf, latchkey\]/)
    const started = await project({ ...typed(packages), 'src/start.ts': 'export const startInstance = 1\n' })
    assert.match(
      (await run('init', ['--yes'], { folder: started })).written,
      /- src\/start\.ts is there already and was left as it is/,
    )
  })

  test('React Router and TanStack Start as libraries of a page are no host', async () => {
    const folder = await project(typed({ 'react-router': '^8', '@tanstack/react-router': '^1', vite: '^8' }))
    const { code, complaint } = await run('init', ['--yes'], { folder })
    assert.equal(code, 1)
    assert.match(complaint, /Say which: --host/)
  })
})

/** A project as create-cloudflare makes it. */
const starter = {
  'package.json': `${JSON.stringify(
    {
      name: 'there',
      private: true,
      scripts: {
        deploy: 'wrangler deploy',
        dev: 'wrangler dev',
        start: 'wrangler dev',
        'cf-typegen': 'wrangler types',
      },
      devDependencies: { typescript: '^5.5.2', wrangler: '^4.0.0' },
    },
    null,
    '\t',
  )}\n`,
  'tsconfig.json': '{ "compilerOptions": { "module": "es2022", "moduleResolution": "Bundler" } }',
  'wrangler.jsonc': `/**
 * For more details on how to configure Wrangler, refer to:
 * https://developers.cloudflare.com/workers/wrangler/configuration/
 */
{
\t"$schema": "node_modules/wrangler/config-schema.json",
\t"name": "there",
\t"main": "src/index.ts",
\t"compatibility_date": "2026-11-01",
\t"observability": {
\t\t"enabled": true
\t}
\t// "vars": { "MY_VARIABLE": "production_value" }
}
`,
  'src/index.ts': `/**
 * Welcome to Cloudflare Workers! This is your first worker.
 */

export default {
\tasync fetch(request, env, ctx): Promise<Response> {
\t\tconst { pathname } = new URL(request.url); // "}" and {
\t\tif (pathname === '/there') { return new Response(\`{ \${pathname} }\`); }
\t\treturn new Response('Hello World!');
\t},
} satisfies ExportedHandler<Env>;
`,
  '.gitignore': 'node_modules\n.dev.vars*\n!.dev.vars.example\n.env*\n.wrangler/\n',
}

describe('latchkey init for Cloudflare Workers', () => {
  const args = ['--yes', '--providers', 'google'] as const

  test('a new worker has its variables, its database and the migration that makes the tables', async () => {
    const folder = await project()
    const { code, written } = await run('init', ['My.App', ...args, '--host', 'cloudflare-workers'], {
      folder,
    })
    assert.equal(code, 0)
    assert.match(written, /npm run dev/)
    const app = path.join(folder, 'My.App')
    assert.deepEqual(await listed(app), [
      '.dev.vars',
      '.gitignore',
      'README.md',
      'migrations/0001_latchkey.sql',
      'package.json',
      'src/auth.ts',
      'src/index.ts',
      'src/pages.ts',
      'tsconfig.json',
      'wrangler.jsonc',
    ])
    const variables = await read(app, '.dev.vars')
    const [, secret = ''] = /^LATCHKEY_SECRET=(\S+)$/m.exec(variables) ?? []
    assert.ok(secret.length >= 43 && !written.includes(secret))
    assert.match(variables, /^ORIGIN=http:\/\/localhost:3000\nLATCHKEY_DEV_IDP=http:\/\/127\.0\.0\.1:3001$/m)
    assert.equal((await stat(path.join(app, '.dev.vars'))).mode & 0o077, 0)
    assert.match(await read(app, '.gitignore'), /^\.dev\.vars$/m)
    assert.match(await read(app, 'wrangler.jsonc'), /"name": "my-app",/)
    assert.match(await read(app, 'src/auth.ts'), /store: d1\(env\.DB\),\n {2}environment: env,/)
    assert.match(
      await read(app, 'migrations/0001_latchkey.sql'),
      /create table if not exists "latchkey_users"/,
    )
    assert.equal(
      JSON.parse(await read(app, 'package.json')).scripts.dev,
      'wrangler d1 migrations apply DB --local && latchkey dev -- wrangler dev',
    )
    assert.doesNotMatch(await read(app, 'README.md'), /`\.env`|latchkey migrate/)
  })

  test('without a store it has no database', async () => {
    const folder = await project()
    await run('init', [...args, '--host', 'cloudflare-workers', '--store', 'none'], { folder })
    assert.doesNotMatch(await read(folder, 'wrangler.jsonc'), /d1_databases/)
    assert.ok(!(await listed(folder)).includes('migrations/0001_latchkey.sql'))
    assert.equal(JSON.parse(await read(folder, 'package.json')).scripts.dev, 'latchkey dev -- wrangler dev')
    const other = await run('init', ['other', ...args, '--host', 'cloudflare-workers', '--store', 'sqlite'], {
      folder,
    })
    assert.match(other.complaint, /no store "sqlite" on Cloudflare Workers\. It is one of d1, none/)
  })

  test('a worker that is there gets fetchLatchkey around its fetch, the database and the scripts', async () => {
    const folder = await project(starter)
    const { code, written } = await run('init', args, { folder })
    assert.equal(code, 0)
    assert.match(written, /Found Cloudflare Workers, TypeScript, npm/)
    assert.match(written, /~ src\/index\.ts\n[\s\S]*- {2}async fetch\(request, env, ctx\)|~ src\/index\.ts/)
    assert.match(written, /- Run npx wrangler types/)
    assert.equal(
      await read(folder, 'src/index.ts'),
      `import { fetchLatchkey } from 'latchkey/fetch';
import { auth } from './auth.js';
${starter['src/index.ts']
  .replace(
    '\tasync fetch(request, env, ctx): Promise<Response> {',
    '\t// Serves /auth/*; `current.user` is the person who is signed in, or null.\n\tfetch: fetchLatchkey(auth, async (request, current, env, ctx): Promise<Response> => {',
  )
  .replace('\n\t},\n}', '\n\t}),\n}')}`,
    )
    assert.equal(
      await read(folder, 'wrangler.jsonc'),
      starter['wrangler.jsonc'].replace(
        '"src/index.ts",\n',
        '"src/index.ts",\n\t"d1_databases": [{ "binding": "DB", "database_name": "there" }],\n',
      ),
    )
    const { scripts, dependencies } = JSON.parse(await read(folder, 'package.json'))
    const served = 'wrangler d1 migrations apply DB --local && latchkey dev -- wrangler dev'
    assert.deepEqual([scripts.dev, scripts.start, scripts.deploy], [served, served, 'wrangler deploy'])
    assert.deepEqual(Object.keys(dependencies), ['latchkey'])
    assert.match(
      await read(folder, '.dev.vars'),
      /^ORIGIN=http:\/\/localhost:8787\nLATCHKEY_DEV_IDP=http:\/\/127\.0\.0\.1:8788$/m,
    )
    assert.equal(await read(folder, '.gitignore'), `${starter['.gitignore']}.latchkey/\n`)
    assert.match((await run('init', args, { folder })).written, /it is all there/)
  })

  test('its own database, port, migrations and variables are kept', async () => {
    const folder = await project({
      'package.json': manifest({}, { scripts: { dev: 'npx wrangler dev' } }),
      'wrangler.toml':
        'name = "there"\nmain = "worker.js"\n\n[dev]\nport = 4000\n\n[[d1_databases]]\nbinding = "PEOPLE"\ndatabase_name = "people"\nmigrations_dir = "sql"\n',
      'worker.js': 'export default {\n  fetch(request) {\n    return new Response("Hello");\n  },\n};\n',
      'sql/0007_notes.sql': '',
      '.env': 'LIMIT=3\n',
    })
    const { code, written } = await run('init', args, { folder })
    assert.equal(code, 0)
    assert.doesNotMatch(written, /Left to do by hand/)
    assert.match(await read(folder, 'auth.js'), /store: d1\(env\.PEOPLE\),/)
    assert.ok((await listed(folder)).includes('sql/0008_latchkey.sql'))
    assert.ok(!(await listed(folder)).includes('.dev.vars'), 'Wrangler would leave .env unread')
    assert.match(
      await read(folder, '.env'),
      /^LIMIT=3\nORIGIN=http:\/\/localhost:4000\nLATCHKEY_DEV_IDP=http:\/\/127\.0\.0\.1:4001\nLATCHKEY_SECRET=/,
    )
    assert.equal(
      await read(folder, 'worker.js'),
      `import { fetchLatchkey } from 'latchkey/fetch';
import { auth } from './auth.js';
export default {
  // Serves /auth/*; \`current.user\` is the person who is signed in, or null.
  fetch: fetchLatchkey(auth, (request, current) => {
    return new Response("Hello");
  }),
};
`,
    )
    assert.equal(
      JSON.parse(await read(folder, 'package.json')).scripts.dev,
      'wrangler d1 migrations apply PEOPLE --local && latchkey dev -- npx wrangler dev',
    )
    assert.match((await run('init', args, { folder })).written, /it is all there/)
  })

  test('wrangler.toml gets the database at its end', async () => {
    const toml = 'name = "there"\nmain = "src/index.ts"\n'
    const { 'wrangler.jsonc': _, ...others } = starter
    const folder = await project({ ...others, 'wrangler.toml': toml })
    assert.equal((await run('init', args, { folder })).code, 0)
    assert.equal(
      await read(folder, 'wrangler.toml'),
      `${toml}\n[[d1_databases]]\nbinding = "DB"\ndatabase_name = "there"\n`,
    )
  })

  test('an application on Hono gets its middleware', async () => {
    const source =
      "import { Hono } from 'hono'\n\nconst app = new Hono<{ Bindings: CloudflareBindings }>()\n\nexport default app\n"
    const folder = await project({
      ...starter,
      'package.json': manifest({ hono: '^4' }, { scripts: { dev: 'wrangler dev' } }),
      'src/index.ts': source,
    })
    const { code, written } = await run('init', args, { folder })
    assert.equal(code, 0)
    assert.match(written, /Found Cloudflare Workers/)
    const text = await read(folder, 'src/index.ts')
    assert.match(
      text,
      /import \{ honoLatchkey \} from 'latchkey\/hono'\nimport \{ auth \} from '\.\/auth\.js'\n/,
    )
    assert.match(text, /CloudflareBindings \}>\(\)\napp\.use\(honoLatchkey\(auth\)\)/)
    assert.doesNotMatch(text, /fetchLatchkey/)
    assert.match(await read(folder, 'src/auth.ts'), /environment: env/)
  })

  for (const [what, source] of Object.entries({
    'a fetch that uses this':
      'export default {\n  fetch(request) {\n    return this.answer(request)\n  },\n}\n',
    'a fetch of another form': 'export default { fetch: answer }\n',
    'a class': 'export default class extends WorkerEntrypoint {\n  fetch(request) {\n  }\n}\n',
    'a fetch whose end is not seen':
      'export default {\n  fetch(request) {\n    return new Response(String(/[\'"}]/.test(request.url)))\n  },\n}\n',
    'a name that is taken':
      'export default {\n  fetch(request) {\n    const current = 1\n    return new Response()\n  },\n}\n',
  })) {
    test(`${what} is left as it is, and the lines are said`, async () => {
      const folder = await project({ ...starter, 'src/index.ts': source })
      const { code, written } = await run('init', args, { folder })
      assert.equal(code, 0)
      assert.equal(await read(folder, 'src/index.ts'), source)
      assert.match(written, /- The worker's fetch was not found.*\n {4}import \{ fetchLatchkey \}/)
    })
  }

  test('latchkey add writes to the file that Wrangler reads', async () => {
    const folder = await project()
    await run('init', [...args, '--host', 'cloudflare-workers'], { folder })
    assert.equal((await run('add', ['github', '--yes'], { folder })).code, 0)
    assert.match(await read(folder, 'src/auth.ts'), /providers: \[google\(\), github\(\)\],/)
    assert.match(await read(folder, '.dev.vars'), /^# GITHUB_CLIENT_SECRET=$/m)
    assert.ok(!(await listed(folder)).includes('.env'))
  })
})

describe('latchkey add', () => {
  test('adds the import, the call and the variables, and says what to register', async () => {
    const folder = await project()
    await run('init', ['--yes', '--providers', 'google'], { folder })
    const { code, written } = await run('add', ['github', '--yes'], { folder })
    assert.equal(code, 0)
    assert.match(written, /https:\/\/github\.com\/settings\/developers/)
    assert.match(
      written,
      /development {2}http:\/\/localhost:3000\/auth\/callback\/github\n {3}production {3}https:\/\/YOUR-DOMAIN\/auth\/callback\/github/,
    )
    assert.match(written, /\+ {3}providers: \[google\(\), github\(\)\],/)
    const text = await read(folder, 'auth.ts')
    assert.match(text, /^import \{ github \} from 'latchkey\/providers\/github'$/m)
    assert.match(text, /providers: \[google\(\), github\(\)\],/)
    assert.match(await read(folder, '.env'), /^# GITHUB_CLIENT_SECRET=$/m)
    const again = await run('add', ['github', '--yes'], { folder })
    assert.match(again.written, /it is all there/)
    assert.equal(await read(folder, 'auth.ts'), text)
  })

  test('keeps a list of lines a list of lines, semicolons, and PROVIDERS', async () => {
    const folder = await project({
      'src/lib/auth.ts':
        "import { latchkey } from 'latchkey';\nimport { google } from 'latchkey/providers/google';\n\nexport const auth = latchkey({\n  providers: [\n    google(),\n  ],\n});\n",
      '.env': 'PROVIDERS=google',
    })
    assert.equal((await run('add', ['login-gov', '--yes'], { folder })).code, 0)
    assert.equal(
      await read(folder, 'src/lib/auth.ts'),
      "import { latchkey } from 'latchkey';\nimport { google } from 'latchkey/providers/google';\nimport { loginGov } from 'latchkey/providers/login-gov';\n\nexport const auth = latchkey({\n  providers: [\n    google(),\n    loginGov(),\n  ],\n});\n",
    )
    assert.match(await read(folder, '.env'), /^PROVIDERS=google,login-gov\n\n# Login\.gov/)
  })

  test('finds the module of every host, wherever it stands', async () => {
    for (const { id, authFile } of hosts) {
      const folder = await project()
      await run('init', ['--yes', '--host', id, '--providers', 'google'], { folder })
      assert.equal((await run('add', ['github', '--yes'], { folder })).code, 0)
      assert.match(await read(folder, authFile), /providers: \[google\(\), github\(\)\],/, id)
    }
  })

  test('where there is no list, it says all the same what to do', async () => {
    const { code, written } = await run('add', ['apple'], { folder: await project() })
    assert.equal(code, 0)
    assert.match(written, /import \{ apple \} from 'latchkey\/providers\/apple'/)
    assert.match(written, /no latchkey\(\{ providers: \[ … \] \}\) was found/)
  })

  test('unknown providers and wrong calls are refused', async () => {
    const folder = await project()
    assert.match((await run('add', ['nowhere'], { folder })).complaint, /There is no provider "nowhere"/)
    assert.equal((await run('add', [], { folder })).code, 2)
    assert.equal((await run('add', ['a', 'b'], { folder })).code, 2)
  })
})

test('every host has a start, sign-in on its home page, and a page that only signed-in people see', () => {
  for (const { id, files, stores, notes, commands, ownParts, ...host } of hosts) {
    const text = Object.values(files).join('\n')
    const named = ownParts?.({ name: 'app', store: stores[0] ?? assert.fail() })
    const scripts: Readonly<Record<string, string>> = { ...host.scripts, ...named?.scripts }
    assert.ok(scripts.start ?? scripts.dev, id)
    assert.match(text, /\/auth\/login/, id)
    assert.match(text, /\/auth\/logout/, id)
    assert.match(text, /Your profile/, id)
    assert.match(text, /requireUser/, id)
    assert.ok(stores.length > 0, id)
    // Every script that the notes mention exists.
    for (const [, script = ''] of [commands.start, ...notes].join('\n').matchAll(/npm run (\w+)/g)) {
      assert.ok(scripts[script], `${id}: npm run ${script}`)
    }
  }
  assert.equal(new Set(hosts.map(({ id }) => id)).size, hosts.length)
})

test('create-latchkey is released with latchkey, and asks for that very release', async () => {
  const { version } = JSON.parse(await read(root, 'package.json'))
  const creator = JSON.parse(await read(root, 'packages/create-latchkey/package.json'))
  assert.equal(creator.version, version)
  assert.deepEqual(creator.dependencies, { latchkey: `^${version}` })
})

test('new projects ask for the versions that this repository is tested with', async () => {
  const folders = (await readdir(path.join(root, 'test/frameworks'), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `test/frameworks/${name}`)
  const manifests = await Promise.all(
    ['.', ...folders].map(async (folder) => JSON.parse(await read(root, `${folder}/package.json`))),
  )
  const tested = new Set(
    manifests
      .flatMap(({ dependencies = {}, devDependencies = {} }) =>
        Object.entries({ ...dependencies, ...devDependencies }),
      )
      .map(([name, range]) => `${name}@${String(range).replace('^', '')}`),
  )
  for (const [name, range] of [...Object.entries(versions), ['typescript', typescriptLibrary] as const]) {
    assert.ok(tested.has(`${name}@${range.replace('^', '')}`), `${name}@${range}`)
  }
})
