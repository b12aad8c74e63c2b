// An application that is configured by its environment and has none of the optional drivers installed.
import { latchkey } from 'latchkey'
import { optionsFromEnvironment } from 'latchkey/environment'

export async function startPage(environment) {
  const auth = latchkey(await optionsFromEnvironment(environment))
  const answer = await auth.handle(new Request(`${environment.ORIGIN}/auth/login`))
  return answer?.status
}

// A worker, for bundlers that need one.
export default {
  async fetch(_request, environment) {
    return new Response(null, { status: await startPage(environment) })
  },
}
