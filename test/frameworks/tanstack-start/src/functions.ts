import { createServerFn } from '@tanstack/react-start'
import { requireFresh, requireRole, requireUser } from 'latchkey/tanstack-start'

export const whoAmI = createServerFn().handler(({ context }) => context.latchkey.user?.name ?? 'nobody')
export const myName = createServerFn().handler((args) => requireUser(args).user.name)
export const fresh = createServerFn().handler((args) => requireFresh(args, { maxAge: 300 }).user.name)
export const admin = createServerFn().handler((args) => requireRole(args, 'admin').user.name)
