// The sentences of the pages in English, from which every other language is translated key by key (CONTRIBUTING.md,
// "Sentences"). `{name}` is a placeholder for a value. Sentences with a `{count}` have the plural forms of their language.
import { errorSentences, type SentenceName } from '../errors.ts'

/** A sentence, or its plural forms by Unicode category (`Intl.PluralRules`); `other` is required. */
export type Message = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string })

const pageSentences = {
  // Every page
  home: 'Home',
  or: 'or',
  signIn: 'Sign in',
  signOut: 'Sign out',
  signedInAs: 'You are signed in as {name}.',
  signedInAsWith: 'You are signed in as {name} ({email}).',
  signedInNameless: 'You are signed in.',
  yourAccount: 'your account',

  // Sign-in page
  signInLead: 'Choose an account that you already have.',
  signInLeadSite: 'Use an account that you already have to continue to {site}.',
  signInLeadAgain: 'Continue as you are, or use another account.',
  continueWith: 'Continue with {provider}',
  continueAs: 'Continue as {name}',
  lastUsed: 'Last used',
  noProviders: 'There is no way to sign in at the moment.',
  confirmTitle: 'Confirm that it is you',
  confirmLead: 'To open this page, please sign in again.',
  confirmWith: 'Confirm with {provider}',

  // Account page
  account: 'Account',
  waysToSignIn: 'Ways to sign in',
  inUse: 'In use now',
  accountTimes: 'Added {added} · last used {used}',
  onlyWay: 'This is your only way to sign in, so it cannot be removed.',
  unlink: 'Unlink',
  addAnother: 'Add another',
  addProvider: 'Add {provider}',
  changeAccounts: 'Add or remove an account',
  confirmFirst: 'To keep your account safe, please confirm first that it is you.',
  signInAgainFirst: 'To keep your account safe, please sign out and in again first.',
  whereSignedIn: 'Where you are signed in',
  thisBrowser: 'This browser',
  sessionWith: 'With {provider}',
  sessionWithFrom: 'With {provider} · from {address}',
  sessionTimes: 'Since {start} · last seen {seen}',
  signOutElsewhere: 'Sign out everywhere else',
  browserOnSystem: '{browser} on {system}',
  browserOfSystem: 'A browser on {system}',
  browserUnknown: 'Unknown browser',

  // Sign-out pages
  signOutTitle: 'Sign out?',
  signOutLead: 'This ends your session in this browser.',
  staySignedIn: 'Stay signed in',
  signedOut: 'You are signed out',
  signedOutLead: 'You can close this window now.',
  signInAgain: 'Sign in again',
  sharedComputer:
    'Is this a shared computer? You may still be signed in at the service that you signed in with. Sign out there as well.',

  // Adding an account
  linkOffer: 'You already have an account',
  linkOfferLead: 'Sign in to it once to add {provider}. From then on, both open the same account.',
  migration: 'Were you here before?',
  migrationLead:
    'This site has moved to a new way to sign in. If you have an account here, sign in the old way once. From then on, {provider} opens it.',
  toBeAdded: 'To be added',
  newHere: 'I am new here',
  separateAccount: 'Make a separate account',
  linkConfirm: 'Add {provider} to your account?',
  linkConfirmLead: 'If you say yes, you can sign in with this account too:',
  linkYes: 'Yes, add it',
  linkNo: 'No, leave things as they are',

  // Apps without cookies, and devices
  clientConfirm: 'Sign in to {client}?',
  clientConfirmLead: 'An app on this device asks to be signed in as you:',
  clientConfirmLeadHere: 'A program on this computer asks to be signed in as you:',
  clientConfirmWhen:
    'Allow it only if you started this sign-in in {client} just now. It can do what you can do here, until you sign it out on your account page.',
  allow: 'Allow',
  doNotSignIn: 'No, do not sign it in',
  otherAccount: 'Use another account',
  deviceCode: 'Sign in a device',
  deviceCodeLead: 'Type the code that your device shows.',
  deviceCodeField: 'Code',
  deviceCodeWarning:
    'Did somebody send you a code, or ask you to open this page? Then close it: they would be signed in as you.',
  continue: 'Continue',
  deviceConfirm: 'Sign in this device?',
  deviceConfirmLead: 'A device with {client} asks to be signed in as you:',
  deviceCompare: 'Look at the device in front of you. Does it show exactly this code?',
  deviceWarning:
    'Did somebody send you this code, or a link to this page? Then say no. The person with the device could do everything that you can do here. We never ask you for a code.',
  deviceAllow: 'Allow, it is my device',
  deviceAsked: 'The device asked on {time}.',
  deviceDone: 'Go back to your device',
  deviceDoneLead: '{client} will be signed in there within a few seconds. You can close this page.',
  deviceDoneMistake: 'Was it a mistake? Sign the device out on your account page.',
  deviceDenied: 'The device was not signed in',
  deviceDeniedLead: 'Nothing was done. You can close this page.',

  // Data deletion
  codeUnknown: 'We do not know this code',
  codeUnknownLead: {
    one: 'Please compare it with the code that you received. A request can be looked up for {count} day.',
    other: 'Please compare it with the code that you received. A request can be looked up for {count} days.',
  },
  dataDeleted: 'Your data was deleted',
  dataDeletedLead:
    'Your request was carried out. The account of that service can no longer sign in here. We deleted what the service had sent us about you, and signed out all devices that had signed in with it.',
  confirmationCode: 'Confirmation code: {code}',

  // Notices above a page
  noticeLinked: 'The account was added. You can sign in with it from now on.',
  noticeUnlinked:
    'The account was removed. It can no longer sign in, and devices that had signed in with it were signed out.',
  noticeUnlinkedHere:
    'The account was removed, and this browser, which had signed in with it, was signed out. Please sign in another way.',
  noticeSessionEnded: 'That device was signed out.',
  noticeSessionsEnded: 'All other devices were signed out.',
  noticeLinkDeclined: 'Nothing was added.',

  // Error page
  errorNotFound: 'Not found',
  errorUnchanged: 'Nothing was changed',
  errorUnavailable: 'Not available right now',
  errorOurs: 'Something went wrong',
  errorSession: 'Sign in to continue',
  errorSignIn: 'Sign-in not completed',
  errorOther: 'That did not work',
  tryAgain: 'Try again',
  goHome: 'Back to the start',
  reference: 'Reference {code}',
} as const

/** The name of a sentence of the pages, or an error code. */
export type MessageKey = keyof typeof pageSentences | SentenceName

/** All sentences of a language. */
export type Messages = Readonly<Record<MessageKey, Message>>

/** Sentences of a language. Missing ones are shown in English; errors with the same English sentence need one translation. */
export type Translation = Readonly<Partial<Messages>>

/** The sentences of the pages and of errors in this language. */
export const messages: Messages = { ...pageSentences, ...errorSentences }
