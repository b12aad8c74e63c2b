// node:http without sign-in.
import { createServer } from 'node:http'
import { answer, greeting, listening, nobodysName, publicBody } from './route.mjs'

export async function start({ port }) {
  const server = createServer((request, response) => {
    answer(response, request.url === '/' ? publicBody : greeting(nobodysName))
  })
  await listening(server, port)
}
