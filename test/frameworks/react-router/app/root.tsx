import { reactRouterLatchkey } from 'latchkey/react-router'
import { contractAuth, type HostEnvironment, leaveForeignAuth } from 'latchkey/testing/contract'
import type { ReactNode } from 'react'
import { isRouteErrorResponse, Outlet, Scripts } from 'react-router'
import type { Route } from './+types/root'

const first: Route.MiddlewareFunction = async (_args, next) => {
  const answer = await next()
  const headers = new Headers(answer.headers)
  headers.set('X-First', '1')
  return new Response(answer.body, { status: answer.status, headers })
}

const foreign: Route.MiddlewareFunction = ({ request, context }) => {
  leaveForeignAuth(context, request.headers.has('x-foreign'))
}

export const middleware: Route.MiddlewareFunction[] = [
  first,
  reactRouterLatchkey(() => contractAuth(process.env as unknown as HostEnvironment)),
  foreign,
]

export function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        {children}
        <Scripts />
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <p>{isRouteErrorResponse(error) && typeof error.data === 'string' ? error.data : 'broken'}</p>
}
