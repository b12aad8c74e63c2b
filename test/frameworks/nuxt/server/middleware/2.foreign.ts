import { leaveForeignAuth } from 'latchkey/testing/contract'

export default defineEventHandler((event) => {
  leaveForeignAuth(event.context, event.headers.has('x-foreign'))
})
