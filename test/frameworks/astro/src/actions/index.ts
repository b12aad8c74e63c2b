import { ActionError, defineAction } from 'astro:actions'
import { requireUser } from 'latchkey/astro'

export const server = {
  whoAmI: defineAction({
    handler(_input, context) {
      const auth = requireUser(context, { api: true })
      if (auth instanceof Response) throw new ActionError({ code: 'UNAUTHORIZED' })
      return auth.user.name
    },
  }),
}
