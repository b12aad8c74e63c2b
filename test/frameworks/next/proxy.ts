import { guardedProxy } from './auth'

const prefix = process.env.PREFIX ?? ''

export const proxy = guardedProxy((path) => {
  if (path === `${prefix}/profile`) return {}
  return path === `${prefix}/fresh` ? { maxAge: 300 } : null
})

export const config = { matcher: '/((?!_next/).*)' }
