// An application, also usable as a worker, with pages in German and English.
import { latchkey } from 'latchkey'
import { optionsFromEnvironment } from 'latchkey/environment'
import { messages as de } from 'latchkey/languages/de'

export async function signInPage(environment, language) {
  const auth = latchkey({ ...(await optionsFromEnvironment(environment)), messages: { de } })
  const headers = { 'accept-language': language }
  const answer = await auth.handle(new Request(`${environment.ORIGIN}/auth/login`, { headers }))
  return answer?.text()
}

export default {
  async fetch(request, environment) {
    return new Response(await signInPage(environment, request.headers.get('accept-language') ?? 'en'))
  },
}
