import { sveltekitLatchkey } from 'latchkey/sveltekit'
import { auth } from './auth.server.ts'

export const handle = sveltekitLatchkey(auth)
