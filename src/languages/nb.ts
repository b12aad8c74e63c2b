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

  // Apps without cookies, and devices
  clientConfirm: 'Logge inn i {client}?',
  clientConfirmLead: 'En app på denne enheten ber om å bli logget inn som deg:',
  clientConfirmLeadHere: 'Et program på denne datamaskinen ber om å bli logget inn som deg:',
  clientConfirmWhen:
    'Tillat det bare hvis du nettopp begynte denne innloggingen i {client}. Den kan gjøre det du kan gjøre her, til du logger den ut på kontosiden din.',
  allow: 'Tillat',
  doNotSignIn: 'Nei, ikke logg inn',
  otherAccount: 'Bruk en annen konto',
  deviceCode: 'Logg inn en enhet',
  deviceCodeLead: 'Skriv koden som enheten din viser.',
  deviceCodeField: 'Kode',
  deviceCodeWarning:
    'Har noen sendt deg en kode eller bedt deg åpne denne siden? Lukk den: den personen ville bli logget inn som deg.',
  continue: 'Fortsett',
  deviceConfirm: 'Logge inn denne enheten?',
  deviceConfirmLead: 'En enhet med {client} ber om å bli logget inn som deg:',
  deviceCompare: 'Se på enheten foran deg. Viser den nøyaktig denne koden?',
  deviceWarning:
    'Har noen sendt deg denne koden eller en lenke hit? Si nei. Personen med enheten kunne gjøre alt du kan gjøre her. Vi ber deg aldri om en kode.',
  deviceAllow: 'Tillat, det er min enhet',
  deviceAsked: 'Enheten ba om det {time}.',
  deviceDone: 'Gå tilbake til enheten din',
  deviceDoneLead: '{client} blir logget inn der om noen sekunder. Du kan lukke siden.',
  deviceDoneMistake: 'Var det en feil? Logg ut enheten på kontosiden din.',
  deviceDenied: 'Enheten ble ikke logget inn',
  deviceDeniedLead: 'Ingenting er gjort. Du kan lukke siden.',

  // Errors of apps and devices
  request_not_local:
    'Siden kan ikke åpnes herfra: den er for datamaskinen der nettstedet utvikles. Gå tilbake dit du var.',
  client_unknown:
    'Nettstedet kjenner ikke appen som sendte deg hit, så ingenting er gjort. Gå tilbake til appen og si fra til dem som driver den.',
  client_not_public:
    'Appen du bruker, ba om noe nettstedet ikke kan, så ingenting er gjort. Begynn på nytt i appen, eller si fra til dem som driver nettstedet.',
  client_redirect_uri_unknown:
    'Appen som sendte deg hit, vil ha svaret på en adresse som ikke er dens egen, så ingenting er gjort. Lukk siden og si fra til dem som driver appen.',
  client_denied:
    'Du tillot ikke innloggingen, så ingenting er gjort. Hvis det var en feil, begynn på nytt i appen.',
  client_grant_invalid: 'Appen er ikke lenger logget inn, så ingenting er gjort. Logg inn der på nytt.',
  bearer_not_accepted:
    'Siden virker bare med innlogging i en nettleser, så ingenting er gjort. Åpne den i nettleseren din.',
  device_code_unknown:
    'Nettstedet kjenner ikke koden, eller den er for gammel, så ingenting er gjort. Se på enheten din igjen.',
  device_code_expired: 'Det tok for lang tid å svare, så ingenting er gjort. Begynn på nytt på enheten din.',
  device_guesses_exceeded:
    'Du har skrevet for mange feil koder, så siden tar ikke imot noen akkurat nå. Vent ti minutter, og prøv igjen.',
  bearer_token_missing:
    'Adressen er for apper som er koblet til kontoen din, så ingenting er gjort. Åpne den i en slik app.',
  bearer_request_malformed:
    'Appen sendte en forespørsel som ikke kunne forstås. Oppdater appen, eller si fra til dem som lager den.',
  bearer_token_invalid:
    'Tilgangen til appen er utløpt, så ingenting er gjort. Koble appen til kontoen din på nytt.',
  bearer_scope_insufficient:
    'Appen får ikke gjøre dette, fordi du ikke har tillatt det. Koble til appen på nytt og tillat det der.',
  bearer_level_insufficient:
    'Appen trenger et nytt bevis på at det er deg, så ingenting er gjort. Logg inn i appen på nytt.',
  dpop_proof_invalid: 'Appen kunne ikke bevise at det er den du logget inn med. Logg inn der på nytt.',
  dpop_nonce_required: 'Appen må bevise en gang til at det er den du logget inn med. Prøv igjen der.',
}
