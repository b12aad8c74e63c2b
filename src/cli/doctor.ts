// `latchkey doctor`: checks the setup that the environment describes, and says what to register where and what to fix.

import { problemsIn } from '../environment/start-problems.ts'
import { type Environment, optionsFromEnvironment } from '../environment.ts'
import { LatchkeyError } from '../errors.ts'
import { type GatewayOptions, readGatewayOptions } from '../gateway/read-options.ts'
import type { Settings } from '../options.ts'
import { resolveOptions } from '../setup/resolve-options.ts'
import { checkGateway, describesGateway } from './doctor/check-gateway.ts'
import { checkOrigin } from './doctor/check-origin.ts'
import { checkProvider } from './doctor/check-provider.ts'
import { checkProxy } from './doctor/check-proxy.ts'
import { checkSecret } from './doctor/check-secret.ts'
import { checkStore } from './doctor/check-store.ts'
import { advice, describe, type Finding, problem } from './doctor/finding.ts'

export interface DoctorSurroundings {
  readonly environment: Environment
  readonly write: (text: string) => void
}

/** Returns the exit code: 1 if there is a problem, otherwise 0. Advice alone does not fail a build. */
export async function doctor({ environment, write }: DoctorSurroundings): Promise<number> {
  const findings = await examine(environment)
  write(describe(findings))
  const problems = findings.filter(({ level }) => level === 'problem').length
  write(problems === 0 ? '\nNothing stands in the way of a sign-in.' : `\n${problems} to fix.`)
  return problems === 0 ? 0 : 1
}

/** Returns all findings, in the order in which to fix them. */
async function examine(environment: Environment): Promise<readonly Finding[]> {
  const secret = checkSecret(environment)
  const setUp = await readSetUp(environment)
  if (!('settings' in setUp)) return [...secret, ...setUp]
  const { settings, gateway } = setUp
  const [store, proxy, own, ...providers] = await Promise.all([
    checkStore(settings, environment),
    checkProxy(settings),
    gateway ? checkGateway(gateway) : [],
    ...settings.providers.map((provider) => checkProvider(settings, provider)),
  ])
  const chosen =
    environment.PROVIDERS || environment.OIDC_PROVIDERS || gateway ? [] : [unsaidProviders(settings)]
  const notices = settings.notices.map((notice) => advice('environment', notice, 'See docs/environment.md.'))
  return [
    ...checkOrigin(settings),
    ...secret,
    ...notices,
    ...chosen,
    ...store,
    ...providers.flat(),
    ...own,
    ...proxy,
  ]
}

/** The code of an application may name others, which its environment does not say. */
function unsaidProviders({ providers }: Settings): Finding {
  const ids = providers.map(({ id }) => id).join(', ')
  return advice(
    'providers',
    `PROVIDERS is not set; this looks at ${ids}.`,
    'The doctor reads the environment, and no code. If your code names other providers, say them: PROVIDERS=google,github',
  )
}

interface SetUp {
  readonly settings: Settings
  /** `null` for an ordinary server. */
  readonly gateway: GatewayOptions | null
}

/** Reads the options as the server does at its start. A weak or missing secret is a separate finding. */
async function readSetUp(environment: Environment): Promise<SetUp | readonly Finding[]> {
  const complete = { ...environment, LATCHKEY_SECRET: standIn }
  try {
    const gateway = describesGateway(environment) ? await readGatewayOptions(complete) : null
    const options = gateway?.options ?? (await optionsFromEnvironment(complete))
    return { gateway, settings: resolveOptions({ ...options, environment, secret: standIn }) }
  } catch (error) {
    if (!(error instanceof LatchkeyError)) throw error
    return problemsIn(error).map((one) => problem('configuration', one.detail ?? one.code, one.forDeveloper))
  }
}

const standIn = 'stands in for what was looked at already'
