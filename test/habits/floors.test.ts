// Enforces the architecture: who may import whom (ARCHITECTURE.md, "Floors"), and which names may appear where. The rules
// concern names, not taste; each states its reason.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listFiles, readSourceFiles, type SourceFile } from './source-tree.ts'

const files: readonly SourceFile[] = readSourceFiles()

// The ground: what every floor may import.
const ground = ['contracts', 'errors.ts']
const siblings = ['oauth', 'sessions', 'accounts', 'tokens', 'events']

/** Floor (a folder of `src/`, or a file next to them) -> the floors that it may import. It may always import itself. */
const allowedArrows: Readonly<Record<string, readonly string[]>> = {
  'errors.ts': [],
  'causes.ts': ['errors.ts'],
  contracts: [],
  crypto: ground,
  // Sentences and the choice of a language, for the floors that render pages or errors.
  languages: [...ground, 'web'],
  web: [...ground, 'crypto'],
  outbound: [...ground, 'crypto', 'web'],
  // How a step of a login is shown, if an application asks for its steps.
  oauth: [...ground, 'crypto', 'web', 'outbound', 'inspection'],
  sessions: [...ground, 'crypto', 'web'],
  accounts: [...ground, 'crypto', 'web'],
  tokens: [...ground, 'crypto', 'web'],
  events: [...ground, 'crypto', 'web'],
  // Masks the steps of logins, and holds the development inspector's memory: flows write it, its page reads it.
  inspection: [...ground, 'causes.ts', 'crypto', 'web'],
  flows: [...ground, 'causes.ts', 'crypto', 'web', 'outbound', 'languages', ...siblings],
  // What the application does with its users outside of requests; the details that a session stores besides its columns.
  administration: [...ground, 'crypto', 'web', 'events', 'accounts', 'sessions'],

  // Passed in by the application: they import what they implement and nothing that uses them.
  providers: [...ground, 'crypto', 'web', 'outbound'],
  stores: [...ground, 'crypto', 'web', 'outbound'],
  pages: [...ground, 'web', 'languages'],

  // Separate: it must not share a mistake with the code that is tested against it, so it never imports oauth/.
  'dev-idp': [...ground, 'crypto', 'web', 'providers'],

  // The meaning of environment variables.
  environment: [...ground, 'web', 'outbound', 'providers'],

  // The composition root: `latchkey.ts`, and in `setup/` what it needs at start.
  'options.ts': [...ground, 'web'],
  'auth.ts': [...ground, 'administration', 'flows', 'sessions'],
  setup: [
    ...ground,
    'crypto',
    'web',
    'outbound',
    'environment',
    'languages',
    'oauth',
    'options.ts',
    'dev-idp',
  ],
  // What the root loads with the first sentence, and with the first request.
  'load-languages.ts': ['events', 'languages', 'options.ts'],
  'load-handler.ts': [
    ...ground,
    'events',
    'flows',
    'pages',
    'languages',
    'inspection',
    'options.ts',
    'setup',
  ],
  'latchkey.ts': [
    ...ground,
    'crypto',
    'web',
    'languages',
    ...siblings,
    'flows',
    'administration',
    'load-handler.ts',
    'load-languages.ts',
    'options.ts',
    'auth.ts',
    'setup',
  ],

  // The package's entry points.
  'index.ts': [...ground, 'accounts', 'languages', 'options.ts', 'latchkey.ts'],
  'environment.ts': [...ground, 'environment', 'accounts', 'setup', 'options.ts', 'providers', 'stores'],

  // For browsers: types that server and front end share, and no server code.
  client: ['contracts'],

  // At the top: thin layers over `auth.handle` and `auth.session`. Also the guard for APIs that accept tokens from other
  // issuers, which needs no `auth`.
  adapters: [...ground, 'web', 'sessions', 'oauth', 'latchkey.ts'],
  // The application's own clients, on other machines: they contain no server code.
  native: [],
  terminal: ['native'],
  // What a provider, a store or an adapter from outside needs: names from other floors under one entry point.
  kit: [...ground, 'providers', 'stores', 'adapters', 'latchkey.ts'],
  // A server on top of everything that an application uses.
  gateway: [
    ...ground,
    'crypto',
    'web',
    'outbound',
    'languages',
    'load-languages.ts',
    'pages',
    'setup',
    'options.ts',
    'auth.ts',
    'latchkey.ts',
    'adapters',
    'environment',
    'environment.ts',
  ],
  testing: [
    ...ground,
    'crypto',
    'web',
    'oauth',
    'sessions',
    'accounts',
    'flows',
    'options.ts',
    'latchkey.ts',
    'providers',
    'stores',
    'dev-idp',
  ],
  cli: [
    ...ground,
    'causes.ts',
    'crypto',
    'web',
    'outbound',
    'oauth',
    'tokens',
    'setup',
    'options.ts',
    'latchkey.ts',
    'environment',
    'environment.ts',
    'providers',
    'stores',
    'dev-idp',
    'gateway',
  ],
}

/** Imports of types only: nothing from the other floor is loaded. */
const allowedTypeArrows: Readonly<Record<string, readonly string[]>> = {
  // A contract may use error codes and the names of sentences.
  contracts: ['errors.ts', 'languages'],
  // A flow receives the checked settings from the composition root, and knows users as the application does.
  flows: ['options.ts', 'administration'],
  // Options name the linking policy and the types of sentences.
  'options.ts': ['accounts', 'languages'],
  setup: ['flows'],
  // Types that describe an API.
  environment: ['oauth'],
  // These entry points pass on a session check's result unchanged.
  'index.ts': ['sessions', 'administration', 'auth.ts'],
  adapters: ['sessions'],
  kit: ['sessions'],
}

function floorOf(name: string): string {
  return name.split('/', 1)[0] ?? name
}

test('imports point down only', () => {
  const wrong: string[] = []
  for (const file of files) {
    const floor = floorOf(file.name)
    const allowed = allowedArrows[floor]
    if (allowed === undefined) {
      wrong.push(`${floor} is not in the table of floors`)
      continue
    }
    for (const { target, isTypeOnly } of file.imports) {
      if (target === null || floorOf(target) === floor || allowed.includes(floorOf(target))) continue
      if (isTypeOnly && allowedTypeArrows[floor]?.includes(floorOf(target))) continue
      wrong.push(`${file.name} imports ${target}`)
    }
  }
  assert.deepEqual(wrong, [])
})

test('the table of floors names no floor that is gone', () => {
  const floors = new Set(files.map((file) => floorOf(file.name)))
  // These floors may be empty: they are reserved for the token vault and for further commands.
  const empty = ['tokens', 'events', 'testing', 'cli']
  assert.deepEqual(
    Object.keys(allowedArrows).filter((floor) => !floors.has(floor) && !empty.includes(floor)),
    [],
  )
})

test('no file imports itself by a detour, types included', () => {
  const targets = new Map(
    files.map((file) => [file.name, file.imports.flatMap(({ target }) => (target === null ? [] : [target]))]),
  )
  const finished = new Set<string>()
  const visit = (name: string, trail: readonly string[]): void => {
    assert.ok(!trail.includes(name), `import cycle: ${[...trail, name].join(' -> ')}`)
    if (finished.has(name)) return
    for (const target of targets.get(name) ?? []) visit(target, [...trail, name])
    finished.add(name)
  }
  for (const name of targets.keys()) visit(name, [])
})

test('the client for browsers takes nothing of the server but types', () => {
  const wrong = files
    .filter((file) => file.name.startsWith('client/'))
    .flatMap((file) =>
      file.imports
        .filter(
          ({ target, specifier, isTypeOnly }) =>
            !isTypeOnly && !target?.startsWith('client/') && !['react', 'vue'].includes(specifier),
        )
        .map(({ specifier }) => `${file.name}: ${specifier}`),
    )
  assert.deepEqual(wrong, [])
})

test('relative imports name a file of src/, with its ending', () => {
  const names = new Set(files.map((file) => file.name))
  // Texts of other programs, with their own imports.
  const texts = /^cli\/init\/(?:hosts\/|pages-module\.ts$)/
  const wrong = files
    .filter(({ name }) => !texts.test(name))
    .flatMap((file) =>
      file.imports
        .filter(({ target }) => target !== null && !names.has(target))
        .map(({ specifier }) => `${file.name}: ${specifier}`),
    )
  assert.deepEqual(wrong, [])
})

test('oauth4webapi is spoken to in oauth/ only', () => {
  // The protocol is implemented in one place: most advisories of this field were about second copies of a check.
  assert.deepEqual(importersOf('oauth4webapi', /^oauth\//), [])
})

test('kysely is loaded by the SQL stores only', () => {
  // A server without SQL must not load it at start.
  assert.deepEqual(importersOf('kysely', /^stores\//), [])
})

test('node: modules are imported where only Node runs', () => {
  // Everything else runs on any platform with WebCrypto and fetch. Express is a host on Node, like node:http.
  const onNode =
    /^(stores\/(parts\/)?sqlite|adapters\/(node|express)|dev-idp\/|testing\/|gateway\/|terminal\/|cli\/|crypto\/node-fast-paths\.ts$|environment\.ts$)/
  const wrong = files
    .filter((file) => !onNode.test(file.name))
    .filter((file) => file.imports.some(({ specifier }) => specifier.startsWith('node:')))
  assert.deepEqual(
    wrong.map((file) => file.name),
    [],
  )
})

test('the local identity provider is loaded only when it is needed', () => {
  // Development code must not reach production: outside of dev-idp/, testing/ and cli/ it is `import()`ed, or a type.
  const wrong = files
    .filter((file) => !/^(dev-idp|testing|cli)\//.test(file.name))
    .filter((file) =>
      file.imports.some(
        ({ target, isLazy, isTypeOnly }) => target?.startsWith('dev-idp/') && !isLazy && !isTypeOnly,
      ),
    )
  assert.deepEqual(
    wrong.map((file) => file.name),
    [],
  )
})

test('no file compares a provider with a literal', () => {
  // Differences are data that the provider declares; shared code never checks its name.
  const kinds = catalogue().join('|')
  const patterns = [
    /\b[pP]rovider\??\.(?:id|kind|name)\s*[!=]==?\s*['"`]/,
    /['"`]\s*[!=]==?\s*\w*[pP]rovider\??\.(?:id|kind|name)\b/,
    new RegExp(`[!=]==?\\s*['"\`](?:${kinds})['"\`]`),
    new RegExp(`['"\`](?:${kinds})['"\`]\\s*[!=]==?`),
    new RegExp(`\\bcase ['"\`](?:${kinds})['"\`]`),
  ]
  const wrong = files.flatMap((file) =>
    file.code
      .split('\n')
      .filter((line) => patterns.some((pattern) => pattern.test(line)))
      .map((line) => `${file.name}: ${line.trim()}`),
  )
  assert.deepEqual(wrong, [])
})

test('files and folders are called what they do', () => {
  // A name that fits everything says nothing, and such a folder collects whatever has no other place.
  const empty = /^(utils?|helpers?|common|lib|misc|shared|core|managers?|services?)$/
  const wrong = ['src', 'test', 'examples', 'tools'].flatMap((folder) =>
    listFiles(folder)
      .filter((name) => name.split(/[/.-]/).some((word) => empty.test(word)))
      // PostgreSQL, MariaDB and Redis are services, so here the name says something.
      .filter((name) => !/^(test\/services\/[^/]+|tools\/test-services\.ts)$/.test(`${folder}/${name}`))
      .map((name) => `${folder}/${name}`),
  )
  assert.deepEqual(wrong, [])
})

test('file names of src/ are kebab-case TypeScript', () => {
  // `.tsx` cannot run without a build; pages use hono/html.
  const wrong = listFiles('src').filter(
    (name) => !/^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.ts$/.test(name),
  )
  assert.deepEqual(wrong, [])
})

test('every source file opens with what it is for', () => {
  const wrong = files.filter((file) => !/^(#!.*\n)?(\/\/ |\/\*\*)/.test(file.text))
  assert.deepEqual(
    wrong.map((file) => file.name),
    [],
  )
})

test('source files stay readable in one sitting', () => {
  const limitLines = 260
  // Tables: long because there are many errors, causes and sentences, not because their code does much.
  const exempt = /^(?:errors|options|causes|languages\/[a-z-]+)\.ts$/i
  const wrong = files
    .filter((file) => !exempt.test(file.name))
    .map((file) => ({ name: file.name, lines: file.text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > limitLines)
  assert.deepEqual(wrong, [])
})

test('no state outlives its latchkey() call', () => {
  // Two instances in one process, or two tests, must not see each other. Constants at the top of a file are allowed;
  // variables and containers that start empty are state. A WeakMap is not: its entries live and die with their keys. A
  // loaded library is the same for all instances, and the running number of test records belongs to no application.
  const exempt = ['oauth/server/libraries.ts', 'testing/contract/store/records.ts']
  const state =
    /^(?:export )?(?:let |var |const \w+(?::[^=]*)? = new (?:Map|Set)(?:<.*>)?\(\))|\bglobalThis\.\w+ =[^=]/
  const wrong = files
    .filter((file) => !exempt.includes(file.name))
    .flatMap((file) =>
      file.code
        .split('\n')
        .filter((line) => state.test(line))
        .map((line) => `${file.name}: ${line.trim()}`),
    )
  assert.deepEqual(wrong, [])
})

function importersOf(packageName: string, allowed: RegExp): readonly string[] {
  return files
    .filter((file) => !allowed.test(file.name))
    .filter((file) =>
      file.imports.some(
        ({ specifier }) => specifier === packageName || specifier.startsWith(`${packageName}/`),
      ),
    )
    .map((file) => file.name)
}

/** Ids of the catalogue: the provider files themselves. The two generic ones are words of the protocol, not names. */
function catalogue(): readonly string[] {
  return files
    .map((file) => /^providers\/([a-z0-9-]+)\.ts$/.exec(file.name)?.[1])
    .filter((name) => name !== undefined && name !== 'oidc' && name !== 'oauth2')
    .map(String)
}
