import type { Handle } from '@sveltejs/kit/hooks'
import { sveltekitLatchkey } from 'latchkey/sveltekit'
import { auth } from './auth.server.ts'

export const handle: Handle = sveltekitLatchkey(auth)
