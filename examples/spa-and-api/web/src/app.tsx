// Shows who is signed in, their notes, and where else they are signed in.
import type { ClientAccount, ClientProvider } from 'latchkey/client'
import { SignOutForm, useSession } from 'latchkey/react'
import { type FormEvent, useEffect, useState } from 'react'
import { call, client, type Server } from './client.ts'

export function App() {
  const { session, isLoading, error } = useSession<Server>()
  if (error) return <Message>The API does not answer. Is it started?</Message>
  if (isLoading) return <Message>…</Message>
  if (!session) return <SignIn />
  return (
    // The state of one user is never shown to the next one.
    <main key={session.user.id}>
      <header>
        <h1>Hello, {session.user.name ?? session.user.email ?? 'you'}</h1>
        <SignOutForm>
          <button type="submit">Sign out</button>
        </SignOutForm>
      </header>
      <Notes />
      <Sessions />
    </main>
  )
}

function Message({ children }: { children: string }) {
  return (
    <main>
      <p>{children}</p>
    </main>
  )
}

function SignIn() {
  const [providers, setProviders] = useState<readonly ClientProvider[]>([])
  const [popup, setPopup] = useState(false)
  const [message, setMessage] = useState('')
  useEffect(() => {
    client.providers().then(setProviders, ({ message }) => setMessage(message))
  }, [])

  async function signIn(provider: string) {
    setMessage('')
    try {
      if ((await client.signIn(provider, { popup })) === 'cancelled') setMessage('You closed the window.')
    } catch (error) {
      setMessage((error as Error).message)
    }
  }

  return (
    <main>
      <h1>Notes</h1>
      <p>Sign in to read and write yours.</p>
      <div className="providers">
        {providers.map(({ id, name }) => (
          <button type="button" key={id} onClick={() => signIn(id)}>
            Continue with {name}
          </button>
        ))}
      </div>
      <label>
        <input type="checkbox" checked={popup} onChange={({ target }) => setPopup(target.checked)} /> in a
        window of its own
      </label>
      <p role="status">{message}</p>
    </main>
  )
}

function Notes() {
  const [notes, setNotes] = useState<readonly string[]>([])
  useEffect(() => {
    call<string[]>('/notes').then(setNotes, () => {})
  }, [])

  async function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    setNotes(await call<string[]>('/notes', { text: new FormData(form).get('text') }))
    form.reset()
  }

  return (
    <section>
      <h2>Your notes</h2>
      <ul>
        {notes.map((note, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: notes are only added at the end.
          <li key={index}>{note}</li>
        ))}
      </ul>
      <form onSubmit={add}>
        <input name="text" aria-label="A new note" required maxLength={500} />
        <button type="submit">Add</button>
      </form>
    </section>
  )
}

function Sessions() {
  const [account, setAccount] = useState<ClientAccount | null>(null)
  const read = () => client.account().then(setAccount, () => {})
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, and after each change.
  useEffect(() => void read(), [])

  return (
    <section>
      <h2>Where you are signed in</h2>
      <ul className="sessions">
        {account?.sessions.map(({ id, device, isCurrent }) => (
          <li key={id}>
            {device}
            {isCurrent && ' (this browser)'}
          </li>
        ))}
      </ul>
      {account && account.sessions.length > 1 && (
        <button type="button" onClick={() => client.endOtherSessions().then(read)}>
          Sign out everywhere else
        </button>
      )}
    </section>
  )
}
