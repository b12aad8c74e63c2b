// The screens, as lines of text: your profile, or the sign-in.
import { nodePhone } from './node-phone.ts'
import { phoneSession } from './session.ts'

const { SERVER_URL = 'http://localhost:3000', PHONE_KEYCHAIN = '.phone-keychain' } = process.env
const session = phoneSession(SERVER_URL, nodePhone(PHONE_KEYCHAIN))

if (process.argv[2] === 'sign-out') {
  await session.signOut()
  console.log('Signed out.')
} else if ((await session.isSignedIn()) || (await session.signIn())) {
  const profile = await session.profile()
  console.log(
    profile ? `Hello, ${profile.name ?? profile.email}!` : 'Your session has ended. Please sign in again.',
  )
} else {
  console.log('Not signed in.')
}
