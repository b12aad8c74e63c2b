// iron-session on node:http: only sealed cookie sessions. It has no login, so `/login` simply starts a session.

import { createServer } from 'node:http'
import { getIronSession } from 'iron-session'
import { answer, greeting, listening, publicBody } from '../servers/route.mjs'

export async function start({ port, secret }) {
  const options = { password: secret, cookieName: 'iron', cookieOptions: { secure: false } }
  const server = createServer(async (request, response) => {
    if (request.url === '/') return answer(response, publicBody)
    const session = await getIronSession(request, response, options)
    if (request.url === '/login') {
      session.user = { id: 'person-0', name: 'Ada Lovelace', email: 'person-0@example.com' }
      await session.save()
      return response.writeHead(303, { Location: '/' }).end()
    }
    if (!session.user) return response.writeHead(303, { Location: '/login' }).end()
    answer(response, greeting(session.user.name))
  })
  await listening(server, port)
}
