// The pages of a new project on hosts with React: the part of each component in which `user` is known.

/** `profileLink`: the element that links to /profile. */
export function reactHome(profileLink: string): string {
  return `  if (!user) {
    return (
      <main>
        <h1>Welcome</h1>
        <a href="/auth/login">Sign in</a>
      </main>
    )
  }
  return (
    <main>
      <h1>Welcome</h1>
      <p>You are signed in as {user.name ?? user.email ?? user.id}.</p>
      <p>
        ${profileLink}, or manage your <a href="/auth/account">account</a>.
      </p>
      <form method="post" action="/auth/logout">
        <button type="submit">Sign out</button>
      </form>
    </main>
  )
}
`
}

/** A link that the client-side router handles. */
export const routerLink = '<Link to="/profile">See your profile</Link>'

/** The page for signed-in people only. */
export const reactProfile = `  return (
    <main>
      <h1>Your profile</h1>
      <p>{user.name ?? user.email ?? user.id}</p>
    </main>
  )
}
`
