import { json } from '@sveltejs/kit'
import { requireBearer } from 'latchkey/sveltekit'
import { notesApi } from '../../../api.server.ts'

export const GET = requireBearer(
  (_event, { subject }) => json({ subject }),
  () => ({
    resource: notesApi(),
    scopes: 'notes:read',
  }),
)
