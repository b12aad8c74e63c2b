import { routeForBearer } from 'latchkey/next'
import { notesApi } from '../../../api'

export const GET = routeForBearer(
  (_request, { subject }) => Response.json({ subject }),
  () => ({
    resource: notesApi(),
    scopes: 'notes:read',
  }),
)
