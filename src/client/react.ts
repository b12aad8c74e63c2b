// `latchkey/react`, for React 18 and 19: who is signed in, rendered first on the server without a flash, and forms that work before
// hydration.
import {
  createContext,
  createElement,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { ClientError } from './client-error.ts'
import type { Client, ClientSession } from './client-types.ts'
import { type FormParts, formAction } from './form-action.ts'

/** Properties of `SessionProvider`. */
export interface SessionProviderProps<A = unknown> {
  readonly client: Client<A>
  /** The result of the server's `auth.clientSession`, if a server renders the page; null without a session. Default: the client asks. */
  readonly session?: ClientSession<A> | null | undefined
  readonly children?: ReactNode
}

/** Who is signed in, as components see it. */
export interface SessionState<A = unknown> {
  /** Null without a session, and while it is unknown. */
  readonly session: ClientSession<A> | null
  /** Whether the session is not known yet. */
  readonly isLoading: boolean
  /** Why the session could not be read; null if it could. */
  readonly error: ClientError | null
  readonly client: Client<A>
}

interface Held {
  readonly client: Client
  readonly first: ClientSession | null | undefined
  readonly error: ClientError | null
}

const Context = createContext<Held | null>(null)

/** Provides the session to all components below it that call `useSession`. */
export function SessionProvider<A>({ client, session: first, children }: SessionProviderProps<A>): ReactNode {
  const [error, setError] = useState<ClientError | null>(null)
  useEffect(() => {
    if (first !== undefined) client.hydrate(first)
    client.session().then(() => setError(null), setError)
  }, [client, first])
  const held = useMemo(() => ({ client, first, error }), [client, first, error])
  return createElement(Context.Provider, { value: held }, children)
}

/**
 * Returns who is signed in. `A` is the server's `typeof auth`.
 * @throws TypeError outside of a `SessionProvider`.
 */
export function useSession<A = unknown>(): SessionState<A> {
  const { client, first, error } = useHeld()
  const session = useSyncExternalStore(
    client.subscribe,
    () => (client.current === undefined ? first : client.current),
    () => first,
  )
  return {
    session: (session ?? null) as ClientSession<A> | null,
    isLoading: session === undefined && error === null,
    error,
    client: client as Client<A>,
  }
}

/** Properties of `SignInForm`. */
export interface SignInFormProps extends FormParts {
  readonly provider: string
  /** Default: false. */
  readonly popup?: boolean | undefined
  readonly className?: string | undefined
  /** The button, and the field that some providers require. */
  readonly children?: ReactNode
}

/** `<form>` that signs in with this provider. */
export function SignInForm({ provider, popup, className, children, ...parts }: SignInFormProps): ReactNode {
  return useForm(`/login/${provider}`, parts, { popup, className, children })
}

/** Properties of `SignOutForm`. */
export interface SignOutFormProps extends Pick<FormParts, 'returnTo'> {
  /** Also signs out at the provider. Default: false. */
  readonly provider?: boolean | undefined
  readonly className?: string | undefined
  readonly children?: ReactNode
}

/** `<form>` that signs out. */
export function SignOutForm({ provider, className, children, ...parts }: SignOutFormProps): ReactNode {
  const params = provider ? { provider: '1' } : {}
  return useForm('/logout', { ...parts, params }, { className, children })
}

interface Drawn {
  readonly popup?: boolean | undefined
  readonly className?: string | undefined
  readonly children?: ReactNode
}

function useForm(route: string, parts: FormParts, { popup, className, children }: Drawn): ReactNode {
  const { client } = useHeld()
  const form = useRef<HTMLFormElement | null>(null)
  useEffect(() => (form.current ? client.enhance(form.current, { popup }) : undefined), [client, popup])
  const action = formAction(client.base, route, parts)
  return createElement('form', { method: 'post', action, className, ref: form }, children)
}

function useHeld(): Held {
  const held = useContext(Context)
  if (!held) throw new TypeError('There is no SessionProvider above this component.')
  return held
}
