// Reports the steps of logins to an application with its own sessions, masked as on the inspector's page.
import type { InspectedStep, LoginTrace } from '../../contracts/inspection.ts'
import { loadOnce } from '../../contracts/load-once.ts'
import type { EpochMilliseconds } from '../../contracts/user.ts'
import { platform, randomText } from '../../crypto/platform.ts'
import { LatchkeyError } from '../../errors.ts'
import type { ProviderClient } from '../server/provider-client.ts'
import type { TokenSet } from '../tokens/token-set.ts'
import type { Attempt } from './attempt.ts'

/** One step of a login: what was sent, what was received, and each check. Its values are masked, so it can be logged. */
export interface LoginStep extends InspectedStep {
  /** The provider's id. */
  readonly provider: string
  /** The same for all steps of one login, on every server; null if it is unknown which login the step belongs to. */
  readonly login: string | null
}

/** What the steps of one login have in common. */
type KnownLogin = Pick<LoginStep, 'login'> & { readonly beganAt: EpochMilliseconds }

export interface LoginSteps {
  /** The login of this attempt. */
  readonly ofAttempt: (attempt: Attempt | null | undefined) => Promise<KnownLogin>
  /** The login that these tokens came from, if it finished in this process. */
  readonly ofTokens: (tokens: TokenSet) => KnownLogin
  readonly remember: (tokens: TokenSet, login: KnownLogin) => void
  /** Runs the work with a client that reports its steps. A failure is reported as a step, too. */
  readonly during: <Result>(login: KnownLogin, work: Work<Result>) => Promise<Result>
}

/** `trace` is null if no steps are reported. */
type Work<Result> = (client: ProviderClient, trace: LoginTrace | null) => Promise<Result>

export interface LoginStepsOptions {
  readonly client: ProviderClient
  readonly onStep: ((step: LoginStep) => void) | undefined
  readonly now: () => EpochMilliseconds
  readonly attemptLifetimeSeconds: number
}

export function createLoginSteps(options: LoginStepsOptions): LoginSteps {
  const { client, onStep, now, attemptLifetimeSeconds } = options
  const byTokens = new WeakMap<TokenSet, KnownLogin>()
  const unknown = (): KnownLogin => ({ login: null, beganAt: now() })
  // Loaded only if there is a listener.
  const load = loadOnce(async () => {
    const [{ createMask }, { showStep }] = await Promise.all([
      import('../../inspection/mask.ts'),
      import('../../inspection/show-step.ts'),
    ])
    return { mask: createMask(randomText(16)), showStep }
  })

  async function traceOf(
    { login, beganAt }: KnownLogin,
    listener: NonNullable<typeof onStep>,
  ): Promise<LoginTrace> {
    const { mask, showStep } = await load()
    return {
      add(step) {
        try {
          listener({ ...showStep(step, now() - beganAt, mask), provider: client.provider.id, login })
        } catch {
          // A failing listener must not prevent a sign-in.
        }
      },
    }
  }

  return {
    async ofAttempt(attempt) {
      if (!onStep || !attempt) return unknown()
      // The state is random: its hash names the login and is not a credential.
      const login = (await platform.sha256(attempt.state)).slice(0, 10)
      return { login, beganAt: attempt.expiresAt - attemptLifetimeSeconds * 1000 }
    },
    ofTokens: (tokens) => byTokens.get(tokens) ?? unknown(),
    remember: (tokens, login) => void byTokens.set(tokens, login),
    async during(login, work) {
      if (!onStep) return work(client, null)
      const trace = await traceOf(login, onStep)
      try {
        return await work(client.tracedBy(trace), trace)
      } catch (error) {
        if (error instanceof LatchkeyError)
          trace.add({ place: error.facts.at ?? 'notice', sentence: 'The login ends here.', failure: error })
        throw error
      }
    },
  }
}
