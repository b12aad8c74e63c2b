// node:http with Latchkey.

import { createServer } from 'node:http'
import { nodeLatchkey, requireUser } from 'latchkey/node'
import { createAuth } from './latchkey-options.mjs'
import { answer, greeting, listening, publicBody } from './route.mjs'

export async function start(settings) {
  const auth = await createAuth(settings)
  const profile = requireUser(auth, (request, response) =>
    answer(response, greeting(request.latchkey.user.name)),
  )
  const server = createServer(
    nodeLatchkey(auth, (request, response) => {
      if (request.url === '/') answer(response, publicBody)
      else return profile(request, response)
    }),
  )
  await listening(server, settings.port)
}
