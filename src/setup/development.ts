// Development only: a generated secret, and the local identity provider for providers without credentials. Both are logged, and
// exist only outside production, on a loopback origin. On Node, Latchkey starts the local identity provider; on other platforms
// it uses the one that LATCHKEY_DEV_IDP names.
import { isOnWorkers } from '../contracts/on-workers.ts'
import type { Provider } from '../contracts/provider.ts'
import { makeOwnFolder, STATE_FOLDER } from '../contracts/state-folder.ts'
import { platform, randomText } from '../crypto/platform.ts'
import type { Register } from '../dev-idp/register.ts'
import { LatchkeyError } from '../errors.ts'
import type { Place } from '../flows/request/place.ts'
import type { ClientCredentials } from '../oauth/server/connection.ts'
import type { Settings } from '../options.ts'
import { isOnLoopback } from '../web/loopback.ts'

/** A provider at the local identity provider, with its credentials there. */
export interface LocalProvider {
  readonly provider: Provider
  readonly credentials: ClientCredentials
}

export interface LocalProviders {
  /** Starts the local identity provider once; throws `provider_unavailable` if no port is free. */
  readonly get: (provider: Provider, place: Place, redirectUri: string) => Promise<LocalProvider>
  readonly close: () => Promise<void>
}

/** The server, and the function that moves a provider there; loaded only when needed. */
type Started = Pick<typeof import('../dev-idp/index.ts'), 'standIn'> & {
  readonly register: Register
  readonly close: () => Promise<void>
}

/** Whether this is a developer's own machine, as far as the configuration shows. */
export function isDevelopment({ isProduction, origin, devIdentityProvider }: Settings): boolean {
  const isLoopback = origin === null || isOnLoopback(origin)
  return !isProduction && isLoopback && (devIdentityProvider !== null || nodeModule('node:fs') !== undefined)
}

/** Returns a secret for this working copy, so that people stay signed in after a restart. */
export function developmentSecret(settings: Settings): string {
  const fs = nodeModule('node:fs')
  // Without a disk the secret could not be kept, and each start would sign all users out.
  if (!fs || !isDevelopment(settings)) throw new LatchkeyError('config_secret_missing')
  const file = `${STATE_FOLDER}/secret`
  const secret = randomText(32, platform.randomBytes)
  try {
    if (fs.existsSync(file)) return fs.readFileSync(file, 'utf8').trim()
    makeOwnFolder(fs, STATE_FOLDER)
    fs.writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' })
  } catch (cause) {
    const code = codeOf(cause)
    // Another process wrote it first.
    if (code === 'EEXIST' && fs.existsSync(file)) return fs.readFileSync(file, 'utf8').trim()
    // A container's file system is often read-only.
    const detail = `LATCHKEY_SECRET is not set, and none can be made up for development: ${file} cannot be read or written (${code}).`
    throw new LatchkeyError('config_secret_missing', { detail, cause })
  }
  announce(settings, `No LATCHKEY_SECRET: made one up in ${file}, for development only.`)
  return secret
}

export function localProviders(settings: Settings): LocalProviders {
  let started: Promise<Started> | null = null

  async function start(place: Place): Promise<Started> {
    const { devIdentityProvider } = settings
    const started = devIdentityProvider ? await reach(devIdentityProvider) : await startOwn(place)
    announce(settings, `The local identity provider stands in at ${started.origin}, for development only.`)
    return started
  }

  async function startOwn(place: Place): Promise<Started & { readonly origin: string }> {
    const { startDevIdentityProvider, standIn } = await import('#dev-identity-provider')
    const idp = await startDevIdentityProvider({
      port: wantedPort(settings, place),
      stateDirectory: STATE_FOLDER,
      now: settings.now,
      // The application's own server keeps the process alive.
      keepsProcessAlive: false,
      log: (line) => announce(settings, line),
    })
    const { registerAt } = await import('../dev-idp/register.ts')
    return { origin: idp.origin, register: registerAt(idp), standIn, close: idp.close }
  }

  return {
    async get(provider, place, redirectUri) {
      started ??= start(place)
      const local = await started.catch((cause: unknown) => {
        started = null
        throw new LatchkeyError('provider_unavailable', {
          detail: 'The local identity provider could not be started.',
          cause,
        })
      })
      const at = `${place.origin}${settings.publicBasePath}`
      // A provider cannot end sealed sessions, so no address for logout requests is set.
      const hearsLogouts = provider.protocol === 'oidc' && settings.store !== null
      const registration = await local.register({
        provider,
        redirectUri,
        postLogoutRedirectUri: `${at}/signed-out`,
        backchannelLogoutUri: hearsLogouts ? `${at}/backchannel-logout/${provider.id}` : null,
      })
      const { clientId, clientSecret, clientKey } = registration
      return {
        provider: local.standIn(provider, registration),
        credentials: { clientId, clientSecret, clientKey },
      }
    },
    async close() {
      await (await started?.catch(() => null))?.close()
      started = null
    },
  }
}

/** Connects to a local identity provider that runs as a separate program. */
async function reach(origin: string): Promise<Started & { readonly origin: string }> {
  const { registerOver, standIn } = await import('../dev-idp/reach.ts')
  return { origin, register: registerOver(origin), standIn, close: async () => {} }
}

/**
 * Tells the developer once, on the first request, where to watch logins, or why that is not possible: only a request shows whether
 * the host reveals the address of a connection, and without it the inspector stays closed.
 */
export function createInspectorNotice(
  settings: Settings,
  placeAt: (host: string | null) => Place | null,
): (request: Request, peer: string | null | undefined) => void {
  let isSaid = !isDevelopment(settings)
  return ({ headers }, peer) => {
    if (isSaid) return
    isSaid = true
    const origin = placeAt(headers.get('host'))?.origin ?? 'http://localhost:PORT'
    const at = `${origin}${settings.publicBasePath}/inspect`
    announce(
      settings,
      peer
        ? `Each sign-in can be watched step by step at ${at}, from this machine only.`
        : 'No inspector: this host does not reveal the address of a connection. `latchkey explain REFERENCE` explains a sign-in that failed.',
    )
  }
}

/** Logs a notice. */
export function announce(settings: Settings, detail: string): void {
  settings.log({
    event: 'notice',
    level: 'warn',
    time: new Date(settings.now()).toISOString(),
    detail,
  })
}

/** The port after the application's, so that two applications on one machine get two identity providers. */
function wantedPort({ environment }: Settings, place: Place): number {
  const configured = Number(environment.LATCHKEY_DEV_PORT)
  if (Number.isInteger(configured) && configured > 0 && configured < 65_536) return configured
  return Number(new URL(place.origin).port || 3000) + 1
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'it failed'
}

/** Workers have this module too, but no disk. */
function nodeModule(name: 'node:fs') {
  if (isOnWorkers()) return undefined
  return globalThis.process?.getBuiltinModule?.(name)
}
