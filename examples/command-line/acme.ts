// `acme login`, `acme whoami`, `acme logout`: a command line program whose users sign in with their browser.
import { homedir } from 'node:os'
import path from 'node:path'
import { fileStorage, NativeClientError, terminalClient } from 'latchkey/terminal'
import { secretTool } from './keychain.ts'

const { ACME_URL = 'http://localhost:3000', ACME_SESSION, ACME_KEYCHAIN } = process.env
const sessionFile = ACME_SESSION ?? path.join(homedir(), '.config', 'acme', 'session')

const client = terminalClient({
  issuer: `${ACME_URL}/auth`,
  clientId: 'acme',
  storage: ACME_KEYCHAIN === '1' ? secretTool('acme', `${sessionFile}.lock`) : fileStorage(sessionFile),
})

/** This program's texts for the errors of the client. */
const sentences: Partial<Record<NativeClientError['code'], string>> = {
  signed_out: 'You are not signed in. Run: acme login',
  denied: 'You said no, so nothing was done.',
  expired: 'Nobody answered in time. Run: acme login',
  cancelled: 'The sign-in was given up.',
  unavailable: `${ACME_URL} does not answer. Try again later.`,
}

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  async login(args) {
    await client.signIn({ by: args.includes('--device') ? 'device' : undefined })
    await whoAmI()
  },
  whoami: whoAmI,
  async logout() {
    await client.signOut()
    console.log('You are signed out.')
  },
}

async function whoAmI(): Promise<void> {
  const answer = await client.fetch('/api/me')
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`)
  const { name, email } = (await answer.json()) as { name: string | null; email: string | null }
  console.log(`Signed in as ${name ?? email}.`)
}

const [name = '', ...args] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : undefined
if (!command) {
  console.error('Usage: acme login [--device] | whoami | logout')
  process.exit(2)
}
try {
  await command(args)
} catch (error) {
  const sentence = error instanceof NativeClientError ? sentences[error.code] : undefined
  console.error(sentence ?? (error as Error).message)
  process.exitCode = 1
}
