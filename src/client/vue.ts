// `latchkey/vue`: who is signed in, rendered first on the server without a flash, and forms that work before hydration.
import {
  type App,
  type DefineComponent,
  defineComponent,
  h,
  inject,
  onBeforeUnmount,
  onMounted,
  type Ref,
  shallowRef,
} from 'vue'
import type { ClientError } from './client-error.ts'
import type { Client, ClientSession } from './client-types.ts'
import { type FormParts, formAction } from './form-action.ts'

/** Options of the plugin. */
export interface SessionPluginOptions<A = unknown> {
  /** The client, made by `createClient()`. */
  readonly client: Client<A>
  /** The result of the server's `auth.clientSession`, if a server renders the page; null without a session. Default: the client asks. */
  readonly session?: ClientSession<A> | null | undefined
}

/** Who is signed in, as components see it. */
export interface SessionState<A = unknown> {
  /** Null without a session; undefined while it is unknown. */
  readonly session: Readonly<Ref<ClientSession<A> | null | undefined>>
  /** Why the session could not be read; null if it could. */
  readonly error: Readonly<Ref<ClientError | null>>
  readonly client: Client<A>
}

const key = Symbol('latchkey')

/** `app.use(sessionPlugin({ client }))`: one state for the whole application. */
export function sessionPlugin<A>({ client, session: first }: SessionPluginOptions<A>): {
  install(app: App): void
} {
  return {
    install(app) {
      const session = shallowRef(client.current === undefined ? first : client.current)
      const error = shallowRef<ClientError | null>(null)
      app.provide(key, { session, error, client })
      // On a server, which renders the page once, nothing changes.
      if (!('document' in globalThis)) return
      app.onUnmount(
        client.subscribe((next) => {
          session.value = next
        }),
      )
      if (first !== undefined) client.hydrate(first)
      client.session().then(
        (next) => {
          session.value = next
        },
        (reason: ClientError) => {
          error.value = reason
        },
      )
    },
  }
}

/**
 * Returns who is signed in. `A` is the server's `typeof auth`.
 * @throws TypeError if the application has no `sessionPlugin`.
 */
export function useSession<A = unknown>(): SessionState<A> {
  const state = inject<SessionState<A>>(key)
  if (!state) throw new TypeError('This application does not use the sessionPlugin.')
  return state
}

/** Properties of `SignInForm`. */
export interface SignInFormProps extends FormParts {
  readonly provider: string
  /** Default: false. */
  readonly popup?: boolean | undefined
}

/** `<form>` that signs in with this provider; put the button into its slot. */
export const SignInForm: DefineComponent<SignInFormProps> = defineComponent<SignInFormProps>(
  (props, { slots }) =>
    drawForm(
      () => [`/login/${props.provider}`, props],
      () => props.popup,
      () => slots.default?.(),
    ),
  { name: 'SignInForm', props: ['provider', 'popup', 'returnTo', 'params'] },
)

/** Properties of `SignOutForm`. */
export interface SignOutFormProps extends Pick<FormParts, 'returnTo'> {
  /** Also signs out at the provider. Default: false. */
  readonly provider?: boolean | undefined
}

/** `<form>` that signs out; put the button into its slot. */
export const SignOutForm: DefineComponent<SignOutFormProps> = defineComponent<SignOutFormProps>(
  (props, { slots }) =>
    drawForm(
      () => [
        '/logout',
        { returnTo: props.returnTo, params: isSet(props.provider) ? { provider: '1' } : undefined },
      ],
      () => false,
      () => slots.default?.(),
    ),
  { name: 'SignOutForm', props: ['provider', 'returnTo'] },
)

function drawForm(
  way: () => readonly [route: string, parts: FormParts],
  popup: () => boolean | undefined,
  content: () => unknown,
): () => unknown {
  const { client } = useSession()
  const form = shallowRef<HTMLFormElement | null>(null)
  let stop: (() => void) | undefined
  onMounted(() => {
    if (form.value) stop = client.enhance(form.value, { popup: isSet(popup()) })
  })
  onBeforeUnmount(() => stop?.())
  return () => h('form', { method: 'post', action: formAction(client.base, ...way()), ref: form }, content())
}

/** Vue passes an attribute without a value as an empty string. */
function isSet(value: unknown): boolean {
  return value === '' || value === true
}
