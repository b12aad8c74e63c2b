// Creates all files of a new project, from the chosen host, providers and store.
import { functionOf } from '../providers/function-of.ts'
import type { VariablesFile } from '../variables-files.ts'
import type { Files } from './changes.ts'
import type { Host } from './host.ts'
import type { ProviderChoice } from './provider-choice.ts'
import type { StoreChoice } from './stores.ts'

export interface Choice {
  readonly host: Host
  /** In the order of their sign-in buttons. */
  readonly providers: readonly ProviderChoice[]
  readonly store: StoreChoice
  /** For package.json and the pages. */
  readonly name: string
  /** The version of latchkey for package.json: a range, or a file. */
  readonly latchkey: string
  /** A new secret for the file of environment variables. */
  readonly secret: string
  /** Files that create the store's tables, if the host's own tool does that. */
  readonly tables: Files
}

/** All files by path; the separator is `/` on every system. */
export function projectFiles(choice: Choice): Files {
  const { host } = choice
  return {
    'package.json': manifestOf(choice),
    [host.authFile]: authModuleOf(choice),
    ...host.files,
    ...host.ownParts?.(choice).files,
    ...choice.tables,
    [variablesFileOf(host)]: environmentOf(choice),
    '.gitignore': `${['node_modules/', ...new Set(['.env', variablesFileOf(host)]), ...choice.store.ignored, '.latchkey/', ...host.ignored].join('\n')}\n`,
    'README.md': readmeOf(choice),
  }
}

/** The module that exports `auth`, the only place that names the providers and the store. */
export function authModuleOf({
  host: { authModule },
  providers,
  store,
}: Pick<Choice, 'host' | 'providers' | 'store'>): string {
  const imports = [
    "import { latchkey } from 'latchkey'",
    ...authModule.imports,
    ...providers.map(({ id }) => importOf(id)),
    ...store.imports,
  ]
  const options = [
    `providers: [${providers.map(({ id }) => `${functionOf(id)}()`).join(', ')}],`,
    ...(store.code === null ? [] : [`store: ${store.code},`]),
    ...(authModule.options ?? []),
  ]
  const inner = authModule.before.includes('\n') ? '    ' : '  '
  const closing = authModule.before.includes('\n') ? '  })' : '})'
  const call = ['latchkey({', ...options.map((line) => `${inner}${line}`), closing].join('\n')
  return `${imports.sort(bySource).join('\n')}\n\n${authModule.before}${call}${authModule.after}\n`
}

export function importOf(provider: string): string {
  return `import { ${functionOf(provider)} } from 'latchkey/providers/${provider}'`
}

function bySource(one: string, other: string): number {
  const source = (line: string) => line.slice(line.indexOf(" from '"))
  return source(one) < source(other) ? -1 : 1
}

function manifestOf({ host, store, name, latchkey }: Choice): string {
  const dependencies = sorted({ ...host.dependencies, ...store.dependencies, latchkey })
  const devDependencies = sorted(host.devDependencies)
  return json({
    name,
    private: true,
    type: 'module',
    scripts: { ...host.scripts, ...host.ownParts?.({ name, store }).scripts },
    engines: host.engines,
    dependencies,
    devDependencies,
  })
}

/** The text of the file of environment variables; credentials are commented out. */
export function environmentOf({
  host,
  providers,
  store,
  secret,
}: Pick<Choice, 'host' | 'providers' | 'store' | 'secret'>): string {
  return `${[
    ...(host.variables
      ? ['# Read in development only. Keep this file out of the repository.', ...host.variables.lines]
      : [
          '# Read at start; real environment variables take precedence. Keep this file out of the repository.',
        ]),
    `LATCHKEY_SECRET=${secret}`,
    // What the code says too: `latchkey doctor`, `migrate` and `explain` read no code.
    ...(host.variables ? [] : [`PROVIDERS=${providers.map(({ id }) => id).join(',')}`]),
    ...store.variables,
    ...providers.flatMap(({ lines }) => ['', ...lines]),
  ].join('\n')}\n`
}

export function variablesFileOf({ variables }: Pick<Host, 'variables'>): VariablesFile {
  return variables?.file ?? '.env'
}

function readmeOf({ name, providers, host }: Choice): string {
  const { install, start, run } = host.commands
  const inspector = host.tellsPeer
    ? ' <http://localhost:3000/auth/inspect> shows each sign-in step by step.'
    : ''
  const notes = [
    `\`${run} latchkey providers ${providers[0]?.id}\` shows where to register and which variables to set in \`${variablesFileOf(host)}\`.`,
    `\`${run} latchkey add ID\` adds a provider; \`${run} latchkey providers\` lists all.`,
    `\`${run} latchkey doctor\` finds configuration problems that prevent a sign-in.`,
    host.production ??
      `In production set \`NODE_ENV=production\`, \`ORIGIN\`, \`LATCHKEY_SECRET\` and the credentials, and run \`${run} latchkey migrate\` first if you use a database.`,
    ...host.notes,
  ]
  return `# ${name}

\`\`\`sh
${install}
${start}
\`\`\`

Open <http://localhost:3000> and sign in. Until you set credentials, a local identity provider with made-up people replaces
${new Intl.ListFormat('en').format(providers.map(({ id }) => id))}.${inspector}

${notes.map((note) => `- ${note}`).join('\n')}
`
}

function sorted(record: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)))
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
