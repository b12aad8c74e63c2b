// `node tools/run.mjs write-error-docs`: writes docs/errors.md from the table in src/errors.ts. A habit test compares the
// two, so that the page cannot become outdated.
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { causeEntries } from '../src/causes.ts'
import { errorTable } from '../src/errors.ts'
import { root } from './programs.ts'

const families: Readonly<Record<string, string>> = {
  config: 'Set-up: thrown when the application starts, never by a request',
  request: 'The request itself cannot be accepted',
  attempt: 'The answer does not belong to a login that this browser began',
  provider: 'The provider refused, misbehaved or could not be reached',
  account: 'Who may sign in, and how identities and users go together',
  session: 'The session is absent or does not suffice',
  token: 'No valid access token for a provider’s API',
  bearer: 'A request shows an access token that another server issued, or none',
  dpop: 'A client’s proof that it holds the key of its token',
  store: 'The store',
  unexpected: 'Anything else',
}

export async function run(): Promise<number> {
  await writeFile(path.join(root, 'docs/errors.md'), errorPage())
  return 0
}

/** The page as Markdown: one heading for each code, with the same four facts below it. */
export function errorPage(): string {
  const lines = [
    '# Errors',
    '',
    'Every error that Latchkey raises on purpose is a `LatchkeyError` with one of these codes. Codes are stable: they are',
    'part of the public contract. The person sees the first sentence; the developer finds the second in the log and, in',
    'development, on the page. Messages never contain tokens, codes, cookies or secrets.',
    '',
    'The status is the one that most routes return. The callback returns 400 for an error of the provider, even for an outage',
    '(503): proxies repeat a request after a 503, and this one must not be repeated, since its code may be spent.',
    '',
    'This page is written by `node tools/run.mjs write-error-docs` from the tables in `src/errors.ts` and `src/causes.ts`.',
  ]
  let family = ''
  for (const [code, entry] of Object.entries(errorTable)) {
    const ownFamily = code.split('_', 1)[0] ?? ''
    if (ownFamily !== family) {
      family = ownFamily
      lines.push('', `## ${families[family] ?? family}`)
    }
    lines.push('', `### \`${code}\``, '', `- Status: ${entry.status}`)
    lines.push(`- For the person: ${entry.forPerson}`, `- For the developer: ${entry.forDeveloper}`)
  }
  lines.push('', ...causeSection())
  return `${lines.join('\n')}\n`
}

/** The causes that the facts of an error distinguish beyond its code. */
function causeSection(): readonly string[] {
  return [
    '## Causes',
    '',
    'In addition to its code an error has facts: the step at which it happened, the check that failed, the status or OAuth error',
    'from the provider. The log line has them as `facts`. `latchkey explain`, the error page in development and',
    '[the inspector](inspect.md) use them to name one of these causes. The names in the first column are stable.',
    '',
    '| cause | codes | what happened | fault | remedy |',
    '|---|---|---|---|---|',
    ...causeEntries.map(
      ({ id, when, sentence, culprit, remedy }) =>
        `| \`${id}\` | ${when.codes.map((code) => `\`${code}\``).join(', ')} | ${cell(sentence)} | ${culprit} | ${cell(remedy)} |`,
    ),
  ]
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('{place}', 'endpoint')
}
