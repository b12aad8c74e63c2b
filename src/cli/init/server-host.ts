// Describes a host whose application is a Node program that runs from its TypeScript sources, without a build.
import { constantAuth, type Host, nodeEngine, npm, type SourceEdit } from './host.ts'
import { versionsOf } from './package-versions.ts'
import { pagesModule } from './pages-module.ts'
import { stores } from './stores.ts'

type Parts = Pick<Host, 'id' | 'name' | 'knownBy' | 'dependencies' | 'devDependencies'> & {
  readonly server: string
  /** Null if no file shows where the application is created. */
  readonly edit: ApplicationEdit | null
  /** How to protect a route. */
  readonly example: string | null
}

/** Adds a line after the one that creates the application. */
interface ApplicationEdit {
  readonly imports: readonly string[]
  readonly anchor: RegExp
  readonly line: string
  readonly mark: RegExp
}

export function serverHost({ server, edit, example, devDependencies, ...host }: Parts): Host {
  return {
    ...host,
    devDependencies: { ...versionsOf('typescript', '@types/node'), ...devDependencies },
    engines: nodeEngine,
    scripts: {
      start: 'node --env-file-if-exists=.env server.ts',
      dev: 'node --watch --env-file-if-exists=.env server.ts',
      check: 'tsc --noEmit',
    },
    commands: npm,
    stores,
    authFile: 'auth.ts',
    authModule: constantAuth,
    files: { 'tsconfig.json': compilerSettings({}), 'server.ts': server, 'pages.ts': pagesModule },
    tellsPeer: true,
    ignored: [],
    notes: ['`npm run check` compiles; `npm run dev` starts again at each change.'],
    runs: 'sources',
    existing: {
      sourcesKnownBy: 'src',
      authFile: 'auth.ts',
      files: {},
      edits: edit ? [applicationEdit(edit)] : [],
      byHand: edit ? [] : [{ words: `Mount it as docs/frameworks.md shows for ${host.name}.`, unless: null }],
      environmentHint: 'start Node with --env-file-if-exists=.env, so that it reads .env',
      example,
    },
  }
}

function applicationEdit({ imports, anchor, line, mark }: ApplicationEdit): SourceEdit {
  return {
    files: null,
    place: 'The file that makes the application',
    imports: [...imports, "import { auth } from '{auth}'"],
    anchor,
    added: { lines: [line] },
    mark,
  }
}

/** The tsconfig.json of a project that runs from its sources. */
export function compilerSettings(own: Readonly<Record<string, unknown>>): string {
  const compilerOptions = {
    target: 'ES2023',
    lib: ['ES2023', 'DOM', 'DOM.Iterable'],
    module: 'NodeNext',
    // The runtime strips the types, without a build.
    noEmit: true,
    allowImportingTsExtensions: true,
    erasableSyntaxOnly: true,
    verbatimModuleSyntax: true,
    strict: true,
    skipLibCheck: true,
    types: ['node'],
    ...own,
  }
  return `${JSON.stringify({ compilerOptions, include: ['**/*.ts'], exclude: ['node_modules'] }, null, 2)}\n`
}
