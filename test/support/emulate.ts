// The emulators of Google, GitHub, Apple and Microsoft from the package `emulate`, written independently of this library.
import { createEmulator, type EmulatorOptions, type SeedConfig } from 'emulate'
import { findFreePort } from './application.ts'
import { rememberSecret } from './secrets.ts'

export interface EmulatedProvider {
  readonly origin: string
  readonly clientId: string
  readonly clientSecret: string
  close(): Promise<void>
}

const clientSecret = 'secret-of-the-emulated-client'
rememberSecret('client secret', clientSecret)

/** Starts Google, where Ada has a Workspace account. */
export async function startEmulatedGoogle(redirectUris: readonly string[]): Promise<EmulatedProvider> {
  return start('google', (clientId) => ({
    google: {
      users: [{ email: 'ada@example.org', name: 'Ada Byron', hd: 'example.org' }],
      oauth_clients: [client(clientId, redirectUris)],
    },
  }))
}

/** Starts GitHub, where Ada also has an account. */
export async function startEmulatedGitHub(redirectUris: readonly string[]): Promise<EmulatedProvider> {
  return start('github', (clientId) => ({
    github: {
      users: [{ login: 'ada', name: 'Ada Byron', email: 'ada@example.org' }],
      oauth_apps: [client(clientId, redirectUris)],
    },
  }))
}

/** Starts Apple, where Ada hides her address. It accepts any client secret. */
export async function startEmulatedApple(redirectUris: readonly string[]): Promise<EmulatedProvider> {
  return start('apple', (clientId) => ({
    apple: {
      users: [{ email: 'ada@example.org', name: 'Ada Byron', is_private_email: true }],
      oauth_clients: [{ ...client(clientId, redirectUris), team_id: 'TEAM123456' }],
    },
  }))
}

/** Starts Microsoft, where Ada belongs to one organization and Grace to another. */
export async function startEmulatedMicrosoft(
  redirectUris: readonly string[],
  tenants: { readonly ada: string; readonly grace: string },
): Promise<EmulatedProvider> {
  return start('microsoft', (clientId) => ({
    microsoft: {
      users: [
        { email: 'ada@example.org', name: 'Ada Byron', tenant_id: tenants.ada },
        { email: 'grace@example.com', name: 'Grace Hopper', tenant_id: tenants.grace },
      ],
      oauth_clients: [client(clientId, redirectUris)],
    },
  }))
}

async function start(
  service: 'google' | 'github' | 'apple' | 'microsoft',
  seedFor: (clientId: string) => SeedConfig,
): Promise<EmulatedProvider> {
  const port = await findFreePort()
  const origin = `http://127.0.0.1:${port}`
  const clientId = `${service}-client`
  const options: EmulatorOptions = { service, port, baseUrl: origin, seed: seedFor(clientId) }
  const emulator = await createEmulator(options)
  return { origin, clientId, clientSecret, close: () => emulator.close() }
}

function client(clientId: string, redirectUris: readonly string[]) {
  return {
    client_id: clientId,
    client_secret: clientSecret,
    name: 'Latchkey tests',
    redirect_uris: [...redirectUris],
  }
}
