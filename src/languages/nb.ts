// Norwegian (Bokmål).
import type { Translation } from './en.ts'

/** The sentences of the pages and of errors in this language. */
export const messages: Translation = {
  // Every page
  home: 'Forside',
  or: 'eller',
  signIn: 'Logg inn',
  signOut: 'Logg ut',
  signedInAs: 'Du er logget inn som {name}.',
  signedInAsWith: 'Du er logget inn som {name} ({email}).',
  signedInNameless: 'Du er logget inn.',
  yourAccount: 'kontoen din',

  // Sign-in page
  signInLead: 'Velg en konto som du allerede har.',
  signInLeadSite: 'Bruk en konto som du allerede har, for å fortsette til {site}.',
  signInLeadAgain: 'Fortsett som du er, eller bruk en annen konto.',
  continueWith: 'Fortsett med {provider}',
  continueAs: 'Fortsett som {name}',
  lastUsed: 'Sist brukt',
  noProviders: 'Akkurat nå er det ingen måte å logge inn på.',
  confirmTitle: 'Bekreft at det er deg',
  confirmLead: 'Logg inn på nytt for å åpne denne siden.',
  confirmWith: 'Bekreft med {provider}',

  // Account page
  account: 'Konto',
  waysToSignIn: 'Måter å logge inn på',
  inUse: 'I bruk nå',
  accountTimes: 'Lagt til {added} · sist brukt {used}',
  onlyWay: 'Dette er den eneste måten du kan logge inn på, så den kan ikke fjernes.',
  unlink: 'Fjern',
  addAnother: 'Legg til en til',
  addProvider: 'Legg til {provider}',
  changeAccounts: 'Legg til eller fjern en konto',
  confirmFirst: 'Bekreft først at det er deg, for å beskytte kontoen din.',
  signInAgainFirst: 'Logg først ut og inn igjen, for å beskytte kontoen din.',
  whereSignedIn: 'Her er du logget inn',
  thisBrowser: 'Denne nettleseren',
  sessionWith: 'Med {provider}',
  sessionWithFrom: 'Med {provider} · fra {address}',
  sessionTimes: 'Siden {start} · sist sett {seen}',
  signOutElsewhere: 'Logg ut alle andre steder',
  browserOnSystem: '{browser} på {system}',
  browserOfSystem: 'En nettleser på {system}',
  browserUnknown: 'Ukjent nettleser',

  // Sign-out pages
  signOutTitle: 'Vil du logge ut?',
  signOutLead: 'Dette avslutter økten din i denne nettleseren.',
  staySignedIn: 'Forbli innlogget',
  signedOut: 'Du er logget ut',
  signedOutLead: 'Du kan lukke vinduet nå.',
  signInAgain: 'Logg inn igjen',
  sharedComputer:
    'Er dette en delt datamaskin? Du kan fortsatt være logget inn hos tjenesten du logget inn med. Logg ut der også.',

  // Adding an account
  linkOffer: 'Du har allerede en konto',
  linkOfferLead:
    'Logg inn på den én gang for å legge til {provider}. Deretter åpner begge den samme kontoen.',
  migration: 'Har du vært her før?',
  migrationLead:
    'Nettstedet har fått en ny måte å logge inn på. Hvis du har en konto her, logg inn én gang på den gamle måten. Deretter åpner {provider} den.',
  toBeAdded: 'Legges til',
  newHere: 'Jeg er ny her',
  separateAccount: 'Opprett en egen konto',
  linkConfirm: 'Vil du legge til {provider} i kontoen din?',
  linkConfirmLead: 'Hvis du sier ja, kan du også logge inn med denne kontoen:',
  linkYes: 'Ja, legg den til',
  linkNo: 'Nei, la alt være som det er',

  // Data deletion
  codeUnknown: 'Vi kjenner ikke denne koden',
  codeUnknownLead: {
    one: 'Sammenlign den med koden du fikk. En forespørsel kan slås opp i {count} dag.',
    other: 'Sammenlign den med koden du fikk. En forespørsel kan slås opp i {count} dager.',
  },
  dataDeleted: 'Dataene dine er slettet',
  dataDeletedLead:
    'Forespørselen din er utført. Kontoen hos den tjenesten kan ikke lenger logge inn her. Vi har slettet det tjenesten hadde sendt oss om deg, og logget ut alle enheter som hadde logget inn med den.',
  confirmationCode: 'Bekreftelseskode: {code}',

  // Notices above a page
  noticeLinked: 'Kontoen er lagt til. Du kan logge inn med den fra nå av.',
  noticeUnlinked:
    'Kontoen er fjernet. Den kan ikke lenger logge inn, og enheter som hadde logget inn med den, er logget ut.',
  noticeUnlinkedHere:
    'Kontoen er fjernet, og denne nettleseren, som hadde logget inn med den, er logget ut. Logg inn på en annen måte.',
  noticeSessionEnded: 'Enheten er logget ut.',
  noticeSessionsEnded: 'Alle andre enheter er logget ut.',
  noticeLinkDeclined: 'Ingenting ble lagt til.',

  // Error page
  errorNotFound: 'Ikke funnet',
  errorUnchanged: 'Ingenting er endret',
  errorUnavailable: 'Ikke tilgjengelig akkurat nå',
  errorOurs: 'Noe gikk galt',
  errorSession: 'Logg inn for å fortsette',
  errorSignIn: 'Innloggingen ble ikke fullført',
  errorOther: 'Det virket ikke',
  tryAgain: 'Prøv igjen',
  goHome: 'Tilbake til start',
  reference: 'Referanse {code}',

  // Errors
  config_origin_missing:
    'Nettstedet er ikke helt ferdig satt opp, så du kan ikke logge inn ennå. Vennligst si fra til dem som driver nettstedet.',
  config_store_missing:
    'Nettstedet tilbyr ikke dette, så ingenting er gjort. Gå tilbake til siden du kom fra.',
  request_not_found: 'Det finnes ingen side på denne adressen. Sjekk adressen, eller gå tilbake til start.',
  request_method_not_allowed:
    'Adressen virker ikke på denne måten, så ingenting er gjort. Gå tilbake til sidene våre og prøv igjen.',
  request_cross_site:
    'Forespørselen kom fra et annet nettsted, så ingenting er gjort. Gå tilbake til sidene våre og prøv igjen.',
  request_not_navigation:
    'Adressen virker bare som en side du åpner selv, så ingenting er gjort. Gå tilbake til sidene våre og prøv igjen.',
  request_wrong_host:
    'Nettstedet er ikke satt opp for adressen i nettleseren din, så ingenting er gjort. Vennligst si fra til dem som driver nettstedet.',
  request_too_large:
    'Nettleseren din sendte mer enn siden tar imot, så ingenting er gjort. Gå tilbake og send mindre.',
  request_malformed:
    'Nettleseren din sendte noe siden ikke kan lese, så ingenting er gjort. Gå tilbake og prøv igjen.',
  attempt_missing:
    'Denne innloggingen er allerede brukt, eller ble begynt i en annen nettleser eller et annet vindu. Begynn på nytt.',
  attempt_invalid:
    'Nettstedet kan ikke lenger lese innloggingen du begynte på, så du ble ikke logget inn. Begynn på nytt.',
  attempt_expired: 'Innloggingen tok for lang tid, så du ble ikke logget inn. Begynn på nytt.',
  attempt_wrong_provider:
    'Svaret kom fra en annen innloggingstjeneste enn den du valgte, så du ble ikke logget inn. Begynn på nytt.',
  attempt_already_used: 'Denne innloggingen er allerede brukt. Begynn på nytt.',
  attempt_session_changed:
    'Du logget ut eller byttet konto i mellomtiden, så ingenting ble lagt til. Prøv igjen.',
  provider_unknown: 'Nettstedet tilbyr ikke denne måten å logge inn på. Velg en annen.',
  provider_place_invalid:
    'Med denne adressen kan du ikke logge inn her. Sjekk hvordan den er skrevet, og prøv igjen.',
  provider_unavailable:
    'Innloggingstjenesten svarer ikke akkurat nå. Prøv igjen om et minutt, eller logg inn på en annen måte.',
  provider_certificate_invalid:
    'Nettstedet kan ikke koble seg trygt til denne innloggingstjenesten. Logg inn på en annen måte, eller si fra til dem som driver nettstedet.',
  provider_denied:
    'Innloggingstjenesten tillot ikke innloggingen, så du ble ikke logget inn. Begynn på nytt, eller logg inn på en annen måte.',
  provider_interaction_required:
    'Innloggingstjenesten trenger først et svar fra deg, så du ble ikke logget inn. Begynn på nytt.',
  provider_freshness_unproven:
    'Innloggingstjenesten bekreftet ikke at du logget inn nå nettopp, så ingenting er gjort. Prøv igjen, eller logg først ut og inn igjen.',
  provider_freshness_unsupported:
    'Siden krever en fersk innlogging, og tjenesten du logget inn med, kan ikke bevise det. Logg inn på en annen måte.',
  provider_level_unsupported:
    'Siden krever en sterkere innlogging enn den tjenesten din tilbyr. Logg inn på en annen måte.',
  provider_refused:
    'Innloggingstjenesten avviste innloggingen, så du ble ikke logget inn. Begynn på nytt, eller logg inn på en annen måte.',
  provider_redirect_uri_mismatch:
    'Nettstedet er ikke helt ferdig satt opp hos innloggingstjenesten, så du ble ikke logget inn. Logg inn på en annen måte, eller si fra til dem som driver nettstedet.',
  provider_answer_invalid:
    'Innloggingstjenesten ga et svar som vi ikke kan stole på, så du ble ikke logget inn. Begynn på nytt.',
  provider_notification_invalid:
    'Meldingen beviser ikke at den kommer fra innloggingstjenesten, så ingenting er gjort. Send den på nytt i den formen tjenesten fastsetter.',
  account_refused:
    'Denne kontoen får ikke logge inn her. Bruk en annen konto, eller spør dem som driver nettstedet.',
  account_not_created:
    'Nettstedet kunne ikke opprette en konto for deg. Hvis du allerede har en, logg inn som før og legg til denne måten å logge inn på på kontosiden din.',
  account_linked_elsewhere:
    'Kontoen er allerede knyttet til en annen bruker her, så ingenting er endret. For å flytte den, logg inn med den og fjern den der først.',
  account_last:
    'Dette er den eneste måten du kan logge inn på, så den ble ikke fjernet. Legg til en annen først.',
  account_not_found: 'Kontoen er ikke knyttet til deg, så ingenting er endret. Åpne kontosiden din på nytt.',
  account_link_expired:
    'Det tok for lang tid å legge til kontoen, så ingenting ble lagt til. Logg inn med den én gang til.',
  session_required: 'Du er ikke logget inn. Logg inn først.',
  session_not_allowed:
    'Du er logget inn, men siden er ikke for kontoen din. Hvis den burde være det, spør dem som driver nettstedet.',
  session_not_fresh:
    'Det har gått for lang tid siden du logget inn, så ingenting er endret. Bekreft at det er deg ved å logge inn på nytt.',
  session_not_ended:
    'Du er logget ut i denne nettleseren, men vi nådde ikke serveren vår for å avslutte økten der også. På en delt datamaskin: kom tilbake om noen minutter, logg inn og velg «Logg ut alle andre steder».',
  session_other_person:
    'Du bekreftet med en annen konto enn den du er logget inn med, så ingenting er endret. Prøv igjen.',
  session_other_provider:
    'Du bekreftet med en annen måte å logge inn på enn den du brukte for dette besøket, så ingenting er endret. Bruk den.',
  session_too_large:
    'Profilen din er for stor for dette nettstedet, så du ble ikke logget inn. Vennligst si fra til dem som driver nettstedet.',
  token_absent:
    'Nettstedet har ingen tillatelse fra deg hos den andre tjenesten, så ingenting er gjort. Koble til kontoen din der.',
  token_revoked:
    'Tillatelsen din hos den andre tjenesten er utløpt, så ingenting er gjort. Koble til kontoen din der på nytt.',
  token_unavailable: 'Den andre tjenesten svarer ikke akkurat nå. Prøv igjen om et minutt.',
  token_origin_refused: 'Noe gikk galt hos oss. Prøv igjen.',
  token_wrong_account:
    'Du valgte en annen konto hos den andre tjenesten enn den som trenger tillatelsen din, så ingenting er endret. Prøv igjen med den kontoen.',
  user_not_found: 'Brukeren finnes ikke lenger her, så ingenting er endret. Last siden på nytt.',
  user_fields_invalid:
    'Nettstedet kan ikke lese profilen din, så ingenting er gjort. Vennligst si fra til dem som driver nettstedet.',
  upstream_unavailable:
    'Programmet bak denne siden svarer ikke akkurat nå. Du har ikke gjort noe galt. Prøv igjen om et minutt.',
  store_unavailable: 'Nettstedet når ikke dataene sine akkurat nå. Prøv igjen om et minutt.',
  request_cross_site_named:
    'Forespørselen kom fra {received} og ikke fra {expected}, så ingenting er gjort. Gå tilbake til sidene våre og prøv igjen.',
  provider_denied_consent:
    'Innloggingstjenesten trenger tillatelsen din og fikk den ikke, så du ble ikke logget inn. Begynn på nytt når du vil gi den.',
  token_unavailable_refused:
    'Den andre tjenesten fornyet ikke tillatelsen din, så ingenting er gjort. Koble til kontoen din der på nytt.',
}
