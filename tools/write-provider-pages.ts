// `node tools/run.mjs write-provider-pages`: writes a page for each catalogue entry into docs/providers/, from the entry, its
// fixture and the comment above its function, and an index of all. Leaves pages that were written by hand unchanged.
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type CatalogueItem, describeEntry, redirectAdvice } from '../src/cli/providers/describe-entry.ts'
import { variableOf } from '../src/contracts/variable-of.ts'
import { catalogueKinds } from '../src/providers/definition/catalogue.ts'
import { people } from '../src/providers/fixtures/people.ts'
import { root } from './programs.ts'

const folder = path.join(root, 'docs/providers')
const mark = '<!-- Written by `node tools/run.mjs write-provider-pages` from src/providers. -->'

export async function run(): Promise<number> {
  const pages = await providerPages()
  for (const [name, text] of Object.entries(pages)) await writeFile(path.join(folder, name), text)
  console.log(`${Object.keys(pages).length} pages`)
  return 0
}

/** Returns the text of each generated page, by file name. */
export async function providerPages(): Promise<Readonly<Record<string, string>>> {
  const items = await Promise.all(catalogueKinds.map(describeEntry))
  const known = items.filter((item) => item !== null)
  const pages: Record<string, string> = { 'README.md': indexPage(known) }
  for (const item of known) {
    const name = `${item.entry.id}.md`
    const before = await readFile(path.join(folder, name), 'utf8').catch(() => mark)
    if (before.includes(mark)) pages[name] = providerPage(item, await commentOf(item.entry.id))
  }
  return pages
}

function indexPage(items: readonly CatalogueItem[]): string {
  const rows = items.map((item) => {
    const { entry, provider, fixture } = item
    const { email, verified } = addressOf(item)
    const refresh = provider.deviations.offlineAccess ? 'requested' : 'not requested'
    return `| [${entry.name}](${entry.id}.md) | \`${entry.id}\` | ${entry.protocol === 'oidc' ? 'OpenID Connect' : 'OAuth 2.0'} | ${email}${verified} | ${entry.pkce} | ${refresh} | ${fixture.unverified ? '–' : entry.lastVerified} |`
  })
  return `${mark}

# Providers

${items.length} providers by name, each with a local stand-in, so that sign-in works before you own credentials:
\`PROVIDERS=google,apple npm start\`. Any other one is [oidc()](oidc.md) or [oauth2()](oauth2.md). \`npx latchkey providers ID\`
shows what to register and which variables to set.

Address: whether the provider gives an e-mail address, and whether it says that the address is verified. Refresh: whether a
refresh token is requested if tokens are kept; other providers decide themselves whether to issue one. Verified: the day on which
the entry was compared with the provider's own pages; – if they could not be opened, or not completely.

| provider | id | protocol | address | PKCE | refresh | verified |
|---|---|---|---|---|---|---|
${rows.join('\n')}
`
}

function addressOf({ fixture }: CatalogueItem): { readonly email: string; readonly verified: string } {
  const person = people.find(({ email, emailVerified }) => email !== null && emailVerified)
  if (!person) return { email: '', verified: '' }
  const expected = fixture.expected(person, fixture.subjectOf(person))
  if (expected.email === null) return { email: 'none', verified: '' }
  return { email: 'yes', verified: expected.emailVerified ? ', verified' : '' }
}

function providerPage(item: CatalogueItem, comment: string): string {
  const { entry, provider, fixture } = item
  const prefix = variableOf(entry.id)
  const own = entry.options.filter(({ variable }) => variable !== null)
  const isPublic = provider.clientAuthentication === 'none'
  const variables = [
    `PROVIDERS=${entry.id}`,
    `${prefix}_CLIENT_ID=…`,
    ...(isPublic ? [] : [`${prefix}_CLIENT_SECRET=…`]),
    ...own.filter(({ required }) => required).map(({ variable, example }) => `${variable}=${example ?? '…'}`),
  ]
  return `${mark}

# ${entry.name}

\`${functionOf(entry.id)}()\` from \`latchkey/providers/${entry.id}\`. ${
    fixture.unverified
      ? "Unverified: the provider's own pages could not be opened, or not completely; compare the entry with them before you rely on it."
      : `Last compared with the provider's pages: ${entry.lastVerified}.`
  }

| | |
|---|---|
| redirect URI | \`ORIGIN/auth/callback/${entry.id}\`, in development \`http://localhost:3000/auth/callback/${entry.id}\` |
| protocol | ${entry.protocol === 'oidc' ? 'OpenID Connect' : 'OAuth 2.0 with an API'}; issuer \`${entry.issuer}\` |
| scopes | ${entry.scopes.length > 0 ? `\`${entry.scopes.join(' ')}\`` : 'none'} |
| PKCE | ${entry.pkce} |
${entry.console ? `| console | ${linkTo(entry.console)} |\n` : ''}
## Register and configure

${[
  entry.console ? 'Register an application in the console above' : `Register an application at ${entry.name}`,
  'with the redirect URI from the table, one for each origin.',
  ...redirectAdvice(provider.redirectRules),
].join(' ')}

\`\`\`sh
${variables.join('\n')}
\`\`\`
${own.length > 0 ? `\n${optionTable(own)}\n` : ''}
[environment.md](../environment.md) lists the options and variables that all providers have.

## What to know

${[...comment.split('  ').map((paragraph) => paragraph.trim()), ...factsOf(item)]
  .filter(Boolean)
  .map((fact) => `- ${fact}`)
  .join('\n')}

## What a person looks like

\`\`\`json
${JSON.stringify(sampleOf(item), null, 2)}
\`\`\`

Sources: ${fixture.sources.map((source) => `<${source}>`).join(', ')}.
`
}

function optionTable(options: CatalogueItem['entry']['options']): string {
  const rows = options.map(({ name, variable, required, default: usual, values, sentence }) => {
    const presence = required ? 'required' : usual === null ? 'optional' : `default \`${String(usual)}\``
    const choice = values ? ` One of ${values.map((value) => `\`${value}\``).join(', ')}.` : ''
    return `| \`${name}\` | \`${variable}\` | ${presence} | ${sentence}${choice} |`
  })
  return ['| option | variable | | |', '|---|---|---|---|', ...rows].join('\n')
}

function factsOf({ provider, entry }: CatalogueItem): readonly string[] {
  const { deviations } = provider
  const { offlineAccess } = deviations
  return [
    offlineAccess?.scopes &&
      `With \`keepTokens\`, a refresh token is requested with the scope \`${offlineAccess.scopes.join(' ')}\`.`,
    offlineAccess?.params &&
      `With \`keepTokens\`, a refresh token is requested with ${parametersOf(offlineAccess.params)}.`,
    deviations.responseMode && 'The provider answers with a form that the browser posts.',
    entry.pkce === 'none' &&
      'PKCE is not sent, because the provider refuses it. `state` and its cookie bind the answer to the browser.',
    deviations.nonce && 'Its ID tokens contain no nonce.',
    provider.idTokenSigningAlg?.startsWith('HS') &&
      `ID tokens are signed with the client secret (${provider.idTokenSigningAlg}).`,
    deviations.revoke && 'Grants are revoked with a nonstandard request.',
    deviations.endSessionUrl && 'Signing out at the provider uses a nonstandard address.',
    deviations.reauthentication &&
      `A fresh sign-in is requested with ${parametersOf(deviations.reauthentication)}.`,
    provider.loginHints.length > 0 &&
      `\`/auth/login/${entry.id}\` passes on ${provider.loginHints.map((hint) => `\`${hint}\``).join(', ')}.`,
    provider.apiBaseUrl &&
      `\`auth.tokens(session).fetch('${entry.id}', 'path')\` resolves below \`${provider.apiBaseUrl}\`.`,
  ].filter((fact) => typeof fact === 'string')
}

function parametersOf(parameters: Readonly<Record<string, string>>): string {
  return Object.entries(parameters)
    .map(([name, value]) => `\`${name}=${value}\``)
    .join(', ')
}

function sampleOf({ fixture, entry }: CatalogueItem): Readonly<Record<string, unknown>> {
  const person = people[0]
  if (!person) return {}
  const { subject, email, emailVerified, name, picture } = fixture.expected(person, fixture.subjectOf(person))
  return { provider: entry.id, sub: subject, email, emailVerified, name, picture }
}

/** An address with placeholders for options is shown as text, not as a link. */
function linkTo(address: string): string {
  return address.includes('{') ? `\`${address}\`` : `<${address}>`
}

/** Returns the sentences of the comment above the entry's function, without its first line. */
async function commentOf(id: string): Promise<string> {
  const source = await readFile(path.join(root, `src/providers/${id}.ts`), 'utf8')
  const comment = /\/\*\*\n \* Sign in with [^\n]*\n \*\n([\s\S]*?) \*\//.exec(source)?.[1] ?? ''
  return comment
    .split('\n')
    .map((line) => line.replace(/^ \* ?/, ''))
    .filter((line) => !line.startsWith('@throws'))
    .join(' ')
    .trim()
}

/** `login-gov` exports `loginGov`. */
function functionOf(id: string): string {
  return id.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
