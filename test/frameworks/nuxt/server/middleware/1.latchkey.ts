import { nuxtLatchkey } from 'latchkey/nuxt'
import { contractAuth, type HostEnvironment } from 'latchkey/testing/contract'

const prefix = () => process.env.PREFIX ?? ''

export default nuxtLatchkey(() => contractAuth(process.env as unknown as HostEnvironment), {
  building: import.meta.prerender,
  guard(path) {
    if (path === `${prefix()}/profile`) return {}
    if (path === `${prefix()}/fresh`) return { maxAge: 300 }
    if (path === `${prefix()}/admin`) return { allow: (user) => user.role === 'admin' }
    return null
  },
})
