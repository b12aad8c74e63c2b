// Views for the tests of the pages, and brands in place of those of the catalogue.
import type {
  ClientConfirmView,
  DeviceCodeView,
  DeviceConfirmView,
  DeviceDoneView,
} from '../../../src/contracts/client-pages.ts'
import type {
  AccountItem,
  AccountView,
  DeletionStatusView,
  ErrorView,
  LinkConfirmView,
  LinkOfferView,
  PageFrame,
  PageLanguage,
  PendingAccount,
  ProviderButton,
  SessionItem,
  SignedOutView,
  SignInView,
} from '../../../src/contracts/pages.ts'
import type { Brand } from '../../../src/contracts/provider.ts'
import { messages } from '../../../src/languages/en.ts'

function brand(background: string, text: string): Brand {
  const colors = { background, text, border: background }
  return {
    icon: '<svg viewBox="0 0 20 20" fill="currentColor"><circle cx="10" cy="10" r="8"/></svg>',
    light: colors,
    dark: colors,
  }
}

export const brands: { readonly google: Brand; readonly github: Brand; readonly facebook: Brand } = {
  google: {
    ...brand('#ffffff', '#1f1f1f'),
    light: { background: '#ffffff', text: '#1f1f1f', border: '#747775' },
    dark: { background: '#131314', text: '#e3e3e3', border: '#8e918f' },
  },
  github: brand('#24292f', '#ffffff'),
  facebook: brand('#1877f2', '#ffffff'),
}

export function button(
  id: keyof typeof brands,
  name: string,
  action = `/auth/login/${id}?returnTo=%2F`,
): ProviderButton {
  return { id, name, brand: brands[id], action, placeField: null, isLastUsed: false }
}

const english: PageLanguage = { tag: 'en', direction: 'ltr', locale: 'en-GB', messages }

export const frame: PageFrame = {
  language: english,
  siteName: 'Harbour Library',
  homeHref: '/',
  logo: null,
  scheme: 'auto',
  stylesheetHref: '/auth/latchkey.css?v=1',
  developmentNotice: null,
}

export const google: ProviderButton = button('google', 'Google')
const github: ProviderButton = button('github', 'GitHub')
const facebook: ProviderButton = button('facebook', 'Facebook')

export const signInView: SignInView = {
  frame,
  providers: [google, github, facebook],
  signedInAs: null,
  isConfirmation: false,
  continueHref: null,
  notice: null,
}

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'

export const googleAccount: AccountItem = {
  id: 'account-1',
  providerName: 'Google',
  brand: brands.google,
  label: 'alex@example.com',
  linkedAt: new Date('2026-02-11T08:30:00Z'),
  lastUsedAt: new Date('2026-05-03T09:05:12Z'),
  isCurrent: true,
  canUnlink: true,
}
const githubAccount: AccountItem = {
  ...googleAccount,
  id: 'account-2',
  providerName: 'GitHub',
  brand: brands.github,
  label: 'alex-example',
  isCurrent: false,
}
export const thisSession: SessionItem = {
  id: 'session-1',
  providerName: 'Google',
  userAgent: firefox,
  device: 'Firefox on Linux',
  client: null,
  clientAddress: '203.0.113.7',
  createdAt: new Date('2026-05-03T09:05:12Z'),
  lastSeenAt: new Date('2026-05-03T11:40:00Z'),
  isCurrent: true,
}
const phoneSession: SessionItem = {
  ...thisSession,
  id: 'session-2',
  providerName: 'GitHub',
  userAgent: iphone,
  device: 'Safari on iPhone',
  clientAddress: '2001:db8::4f:1',
  isCurrent: false,
}

export const accountView: AccountView = {
  frame,
  request: new Request('https://app.example/auth/account'),
  ownUser: { id: 'user-1' },
  user: { name: 'Alex Example', email: 'alex@example.com', picture: 'https://pictures.example/alex.png' },
  accounts: [googleAccount, githubAccount],
  sessions: [thisSession, phoneSession],
  linkable: [button('facebook', 'Facebook', '/auth/account/link/facebook')],
  isFresh: true,
  confirm: null,
  actions: {
    unlink: '/auth/account/unlink',
    endSession: '/auth/account/end-session',
    endOtherSessions: '/auth/account/end-other-sessions',
    signOut: '/auth/logout',
  },
  notice: null,
}

export const deletionStatusView: DeletionStatusView = {
  frame,
  code: '0123456789abcdefghjkmnpqrs',
  keptDays: 180,
}
export const signedOutView: SignedOutView = { frame, signInHref: '/auth/login', notice: null }

export const errorView: ErrorView = {
  frame,
  status: 400,
  code: 'attempt_expired',
  sentence: 'This sign-in took too long. Please start again.',
  referenceId: '3f6c1d92a07b',
  retry: { href: '/auth/login?returnTo=%2Fprofile', label: 'Start again' },
  developer: null,
}

export const developerErrorView: ErrorView = {
  ...errorView,
  frame: {
    ...frame,
    developmentNotice: 'Development: sign-in is answered by the local identity provider at 127.0.0.1:3001.',
  },
  code: 'provider_redirect_uri_mismatch',
  sentence: 'This site is not set up completely at the sign-in service.',
  developer: {
    explanation:
      'The provider knows another redirect URI than the one that was sent. It compares them byte for byte.',
    cause: {
      sentence: 'The redirect URI is not the one that is registered at the provider.',
      remedy: 'Register exactly ORIGIN/auth/callback/ID.',
    },
    inspectHref: '/auth/inspect?login=abc',
    detail: 'redirect_uri_mismatch: The redirect_uri is not associated with this application.',
    causes: [
      'The value below is not registered at the provider, or is registered with another scheme, port or last slash.',
      'ORIGIN is not the address that the browser shows.',
    ],
    values: [
      { label: 'Redirect URI', value: 'http://localhost:3000/auth/callback/github' },
      { label: 'Homepage', value: 'http://localhost:3000' },
    ],
    consoleUrl: 'https://github.com/settings/developers',
  },
}

const pending: PendingAccount = {
  providerName: 'Google',
  brand: brands.google,
  label: 'alex@example.com',
}

export const linkOfferView: LinkOfferView = {
  isMigration: false,
  frame,
  pending,
  existing: [github],
  separate: { action: '/auth/link/separate' },
}

export const linkConfirmView: LinkConfirmView = {
  frame,
  pending,
  user: { name: 'Alex Example', email: 'alex@example.com' },
  yes: { action: '/auth/link/yes' },
  no: { action: '/auth/link/no' },
}

const harbour = { id: 'phone', name: 'Harbour for phones' }
const answers = {
  allow: { action: '/auth/authorize?decision=allow' },
  deny: { action: '/auth/authorize?decision=deny' },
  otherAccountHref: '/auth/login',
}

export const clientConfirmView: ClientConfirmView = {
  frame,
  client: harbour,
  isOnThisDevice: false,
  user: { name: 'Alex Example', email: 'alex@example.com' },
  ...answers,
}

export const deviceCodeView: DeviceCodeView = { frame, action: '/auth/device', notice: null }

export const deviceConfirmView: DeviceConfirmView = {
  frame,
  client: harbour,
  userCode: 'WDJB-MJHT',
  askedAt: new Date('2026-05-03T11:40:00Z'),
  user: { name: 'Alex Example', email: 'alex@example.com' },
  ...answers,
}

export const deviceDoneView: DeviceDoneView = {
  frame,
  client: harbour,
  isAllowed: true,
  accountHref: '/auth/account',
}
