// `latchkey gateway`: signs people in before an application in any language, configured only by the environment.
import type { Environment } from '../environment.ts'
import { LatchkeyError } from '../errors.ts'
import { startGateway } from '../gateway/start-gateway.ts'

export interface GatewaySurroundings {
  readonly environment: Environment
  readonly write: (text: string) => void
  readonly complain: (text: string) => void
}

/** Returns the exit code: 1 if it cannot start, 0 after SIGINT or SIGTERM has ended it. SIGHUP reloads the rules. */
export async function gateway({ environment, write, complain }: GatewaySurroundings): Promise<number> {
  try {
    const running = await startGateway(environment)
    write(`The gateway listens at port ${running.port}.`)
    process.on('SIGHUP', running.reload)
    const ended = Promise.withResolvers<void>()
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ended.resolve())
    await ended.promise
    await running.close()
    return 0
  } catch (error) {
    complain(error instanceof LatchkeyError ? error.message : String(error))
    return 1
  }
}
