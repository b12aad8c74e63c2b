// What the pages of a new project show on hosts with React: the rest of each component, from where `user` is known.

/** `profileLink`: the element that leads to /profile. */
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

/** A link that the router of the browser follows. */
export const routerLink = '<Link to="/profile">See what is known of you</Link>'

/** For signed-in people only. */
export const reactProfile = `  return (
    <main>
      <h1>Your profile</h1>
      <p>{user.name ?? user.email ?? user.id}</p>
    </main>
  )
}
`
