// Danish.
import type { Translation } from './en.ts'

/** The sentences of the pages and of errors in this language. */
export const messages: Translation = {
  // Every page
  home: 'Forside',
  or: 'eller',
  signIn: 'Log ind',
  signOut: 'Log ud',
  signedInAs: 'Du er logget ind som {name}.',
  signedInAsWith: 'Du er logget ind som {name} ({email}).',
  signedInNameless: 'Du er logget ind.',
  yourAccount: 'din konto',

  // Sign-in page
  signInLead: 'Vælg en konto, som du allerede har.',
  signInLeadSite: 'Brug en konto, som du allerede har, for at fortsætte til {site}.',
  signInLeadAgain: 'Fortsæt, som du er, eller brug en anden konto.',
  continueWith: 'Fortsæt med {provider}',
  continueAs: 'Fortsæt som {name}',
  lastUsed: 'Sidst brugt',
  noProviders: 'Der er i øjeblikket ingen måde at logge ind på.',
  confirmTitle: 'Bekræft, at det er dig',
  confirmLead: 'Log ind igen for at åbne denne side.',
  confirmWith: 'Bekræft med {provider}',

  // Account page
  account: 'Konto',
  waysToSignIn: 'Måder at logge ind på',
  inUse: 'I brug nu',
  accountTimes: 'Tilføjet {added} · sidst brugt {used}',
  onlyWay: 'Det er din eneste måde at logge ind på, så den kan ikke fjernes.',
  unlink: 'Fjern',
  addAnother: 'Tilføj en mere',
  addProvider: 'Tilføj {provider}',
  changeAccounts: 'Tilføj eller fjern en konto',
  confirmFirst: 'Bekræft først, at det er dig, for at beskytte din konto.',
  signInAgainFirst: 'Log først ud og ind igen for at beskytte din konto.',
  whereSignedIn: 'Her er du logget ind',
  thisBrowser: 'Denne browser',
  sessionWith: 'Med {provider}',
  sessionWithFrom: 'Med {provider} · fra {address}',
  sessionTimes: 'Siden {start} · sidst set {seen}',
  signOutElsewhere: 'Log ud alle andre steder',
  browserOnSystem: '{browser} på {system}',
  browserOfSystem: 'En browser på {system}',
  browserUnknown: 'Ukendt browser',

  // Sign-out pages
  signOutTitle: 'Vil du logge ud?',
  signOutLead: 'Det afslutter din session i denne browser.',
  staySignedIn: 'Forbliv logget ind',
  signedOut: 'Du er logget ud',
  signedOutLead: 'Du kan lukke vinduet nu.',
  signInAgain: 'Log ind igen',
  sharedComputer:
    'Deler du computeren med andre? Du kan stadig være logget ind på den tjeneste, som du loggede ind med. Log også ud der.',

  // Adding an account
  linkOffer: 'Du har allerede en konto',
  linkOfferLead: 'Log ind på den én gang for at tilføje {provider}. Derefter åbner begge den samme konto.',
  migration: 'Har du været her før?',
  migrationLead:
    'Webstedet har fået en ny måde at logge ind på. Hvis du har en konto her, så log ind én gang på den gamle måde. Derefter åbner {provider} den.',
  toBeAdded: 'Bliver tilføjet',
  newHere: 'Jeg er ny her',
  separateAccount: 'Opret en separat konto',
  linkConfirm: 'Vil du tilføje {provider} til din konto?',
  linkConfirmLead: 'Hvis du siger ja, kan du også logge ind med denne konto:',
  linkYes: 'Ja, tilføj den',
  linkNo: 'Nej, lad alt være, som det er',

  // Data deletion
  codeUnknown: 'Vi kender ikke denne kode',
  codeUnknownLead: {
    one: 'Sammenlign den med den kode, du har fået. En anmodning kan slås op i {count} dag.',
    other: 'Sammenlign den med den kode, du har fået. En anmodning kan slås op i {count} dage.',
  },
  dataDeleted: 'Dine data er slettet',
  dataDeletedLead:
    'Din anmodning er udført. Kontoen hos den tjeneste kan ikke længere logge ind her. Vi har slettet det, som tjenesten havde sendt os om dig, og logget alle enheder ud, der var logget ind med den.',
  confirmationCode: 'Bekræftelseskode: {code}',

  // Notices above a page
  noticeLinked: 'Kontoen er tilføjet. Du kan logge ind med den fra nu af.',
  noticeUnlinked:
    'Kontoen er fjernet. Den kan ikke længere logge ind, og enheder, der var logget ind med den, er logget ud.',
  noticeUnlinkedHere:
    'Kontoen er fjernet, og denne browser, der var logget ind med den, er logget ud. Log ind på en anden måde.',
  noticeSessionEnded: 'Enheden er logget ud.',
  noticeSessionsEnded: 'Alle andre enheder er logget ud.',
  noticeLinkDeclined: 'Intet blev tilføjet.',

  // Error page
  errorNotFound: 'Ikke fundet',
  errorUnchanged: 'Intet er ændret',
  errorUnavailable: 'Ikke tilgængelig lige nu',
  errorOurs: 'Noget gik galt',
  errorSession: 'Log ind for at fortsætte',
  errorSignIn: 'Login blev ikke gennemført',
  errorOther: 'Det lykkedes ikke',
  tryAgain: 'Prøv igen',
  goHome: 'Tilbage til start',
  reference: 'Reference {code}',

  // Errors
  config_origin_missing:
    'Webstedet er ikke sat helt op, så du kan ikke logge ind endnu. Venligst giv besked til dem, der driver webstedet.',
  config_store_missing:
    'Webstedet tilbyder ikke dette, så der er ikke sket noget. Gå tilbage til den side, du kom fra.',
  request_not_found: 'Der er ingen side på denne adresse. Tjek adressen, eller gå tilbage til start.',
  request_method_not_allowed:
    'Adressen virker ikke på denne måde, så der er ikke sket noget. Gå tilbage til vores sider, og prøv igen.',
  request_cross_site:
    'Anmodningen kom fra et andet websted, så der er ikke sket noget. Gå tilbage til vores sider, og prøv igen.',
  request_not_navigation:
    'Adressen virker kun som en side, du selv åbner, så der er ikke sket noget. Gå tilbage til vores sider, og prøv igen.',
  request_wrong_host:
    'Webstedet er ikke sat op til adressen i din browser, så der er ikke sket noget. Venligst giv besked til dem, der driver webstedet.',
  request_too_large:
    'Din browser sendte mere, end siden tager imod, så der er ikke sket noget. Gå tilbage, og send mindre.',
  request_malformed:
    'Din browser sendte noget, som siden ikke kan læse, så der er ikke sket noget. Gå tilbage, og prøv igen.',
  attempt_missing:
    'Dette login er allerede brugt, eller det blev startet i en anden browser eller et andet vindue. Start forfra.',
  attempt_invalid:
    'Webstedet kan ikke længere læse det login, du startede, så du blev ikke logget ind. Start forfra.',
  attempt_expired: 'Dette login tog for lang tid, så du blev ikke logget ind. Start forfra.',
  attempt_wrong_provider:
    'Svaret kom fra en anden logintjeneste end den, du valgte, så du blev ikke logget ind. Start forfra.',
  attempt_already_used: 'Dette login er allerede brugt. Start forfra.',
  attempt_session_changed:
    'Du loggede ud eller skiftede konto i mellemtiden, så intet blev tilføjet. Prøv igen.',
  provider_unknown: 'Webstedet tilbyder ikke denne måde at logge ind på. Vælg en anden.',
  provider_place_invalid:
    'Med denne adresse kan du ikke logge ind her. Tjek, hvordan den er stavet, og prøv igen.',
  provider_unavailable:
    'Logintjenesten svarer ikke i øjeblikket. Prøv igen om et minut, eller log ind på en anden måde.',
  provider_certificate_invalid:
    'Webstedet kan ikke oprette en sikker forbindelse til denne logintjeneste. Log ind på en anden måde, eller giv besked til dem, der driver webstedet.',
  provider_denied:
    'Logintjenesten tillod ikke dette login, så du blev ikke logget ind. Start forfra, eller log ind på en anden måde.',
  provider_interaction_required:
    'Logintjenesten skal først have et svar fra dig, så du blev ikke logget ind. Start forfra.',
  provider_freshness_unproven:
    'Logintjenesten bekræftede ikke, at du lige er logget ind, så der er ikke sket noget. Prøv igen, eller log først ud og ind igen.',
  provider_freshness_unsupported:
    'Siden kræver et nyligt login, og den tjeneste, du loggede ind med, kan ikke bevise det. Log ind på en anden måde.',
  provider_level_unsupported:
    'Siden kræver et stærkere login end det, som din tjeneste tilbyder. Log ind på en anden måde.',
  provider_refused:
    'Logintjenesten afviste dette login, så du blev ikke logget ind. Start forfra, eller log ind på en anden måde.',
  provider_redirect_uri_mismatch:
    'Webstedet er ikke sat helt op hos logintjenesten, så du blev ikke logget ind. Log ind på en anden måde, eller giv besked til dem, der driver webstedet.',
  provider_answer_invalid:
    'Logintjenesten gav et svar, som vi ikke kan stole på, så du blev ikke logget ind. Start forfra.',
  provider_notification_invalid:
    'Beskeden beviser ikke, at den kommer fra logintjenesten, så der er ikke sket noget. Send den igen i den form, som tjenesten fastlægger.',
  account_refused:
    'Denne konto må ikke logge ind her. Brug en anden konto, eller spørg dem, der driver webstedet.',
  account_not_created:
    'Webstedet kunne ikke oprette en konto til dig. Hvis du allerede har en, så log ind som før, og tilføj denne måde at logge ind på på din kontoside.',
  account_linked_elsewhere:
    'Kontoen er allerede knyttet til en anden bruger her, så intet er ændret. Hvis du vil flytte den, så log ind med den, og fjern den der først.',
  account_last: 'Det er din eneste måde at logge ind på, så den blev ikke fjernet. Tilføj en anden først.',
  account_not_found: 'Kontoen er ikke knyttet til dig, så intet er ændret. Åbn din kontoside igen.',
  account_link_expired:
    'Det tog for lang tid at tilføje kontoen, så intet blev tilføjet. Log ind med den én gang til.',
  session_required: 'Du er ikke logget ind. Log ind først.',
  session_not_allowed:
    'Du er logget ind, men siden er ikke til din konto. Hvis den burde være det, så spørg dem, der driver webstedet.',
  session_not_fresh:
    'Der er gået for lang tid, siden du loggede ind, så intet er ændret. Bekræft, at det er dig, ved at logge ind igen.',
  session_not_ended:
    'Du er logget ud i denne browser, men vores server kunne ikke nås for også at afslutte sessionen der. På en delt computer: kom tilbage om et par minutter, log ind, og vælg »Log ud alle andre steder«.',
  session_other_person:
    'Du bekræftede med en anden konto end den, du er logget ind med, så intet er ændret. Prøv igen.',
  session_other_provider:
    'Du bekræftede med en anden måde at logge ind på end den, du brugte til dette besøg, så intet er ændret. Brug den.',
  session_too_large:
    'Din profil er for stor til dette websted, så du blev ikke logget ind. Venligst giv besked til dem, der driver webstedet.',
  token_absent:
    'Webstedet har ikke din tilladelse hos den anden tjeneste, så der er ikke sket noget. Forbind din konto der.',
  token_revoked:
    'Din tilladelse hos den anden tjeneste er udløbet, så der er ikke sket noget. Forbind din konto der igen.',
  token_unavailable: 'Den anden tjeneste svarer ikke i øjeblikket. Prøv igen om et minut.',
  token_origin_refused: 'Noget gik galt hos os. Prøv igen.',
  token_wrong_account:
    'Du valgte en anden konto hos den anden tjeneste end den, der skal bruge din tilladelse, så intet er ændret. Prøv igen med den konto.',
  user_not_found: 'Brugeren findes ikke længere her, så intet er ændret. Genindlæs siden.',
  user_fields_invalid:
    'Webstedet kan ikke læse din profil, så der er ikke sket noget. Venligst giv besked til dem, der driver webstedet.',
  upstream_unavailable:
    'Programmet bag denne side svarer ikke lige nu. Du har ikke gjort noget forkert. Prøv igen om et minut.',
  store_unavailable: 'Webstedet kan ikke nå sine data i øjeblikket. Prøv igen om et minut.',
  request_cross_site_named:
    'Anmodningen kom fra {received} og ikke fra {expected}, så der er ikke sket noget. Gå tilbage til vores sider, og prøv igen.',
  provider_denied_consent:
    'Logintjenesten skal bruge din tilladelse og fik den ikke, så du blev ikke logget ind. Start forfra, når du vil give den.',
  token_unavailable_refused:
    'Den anden tjeneste fornyede ikke din tilladelse, så der er ikke sket noget. Forbind din konto der igen.',

  // Apps without cookies, and devices
  clientConfirm: 'Log ind i {client}?',
  clientConfirmLead: 'En app på denne enhed beder om at blive logget ind som dig:',
  clientConfirmLeadHere: 'Et program på denne computer beder om at blive logget ind som dig:',
  clientConfirmWhen:
    'Tillad det kun, hvis du lige har startet dette login i {client}. Den kan gøre det, du kan gøre her, indtil du logger den ud på din kontoside.',
  allow: 'Tillad',
  doNotSignIn: 'Nej, log ikke ind',
  otherAccount: 'Brug en anden konto',
  deviceCode: 'Log en enhed ind',
  deviceCodeLead: 'Skriv den kode, som din enhed viser.',
  deviceCodeField: 'Kode',
  deviceCodeWarning:
    'Har nogen sendt dig en kode eller bedt dig åbne denne side? Så luk den: den person ville blive logget ind som dig.',
  continue: 'Fortsæt',
  deviceConfirm: 'Log denne enhed ind?',
  deviceConfirmLead: 'En enhed med {client} beder om at blive logget ind som dig:',
  deviceCompare: 'Se på enheden foran dig. Viser den præcis denne kode?',
  deviceWarning:
    'Har nogen sendt dig denne kode eller et link til siden? Så sig nej. Personen med enheden kunne gøre alt det, du kan gøre her. Vi beder dig aldrig om en kode.',
  deviceAllow: 'Tillad, det er min enhed',
  deviceAsked: 'Enheden bad om det {time}.',
  deviceDone: 'Gå tilbage til din enhed',
  deviceDoneLead: '{client} bliver logget ind der om få sekunder. Du kan lukke siden.',
  deviceDoneMistake: 'Var det en fejl? Log enheden ud på din kontoside.',
  deviceDenied: 'Enheden blev ikke logget ind',
  deviceDeniedLead: 'Der er ikke sket noget. Du kan lukke siden.',

  // Errors of apps and devices
  request_not_local:
    'Siden kan ikke åbnes herfra: den er til den computer, hvor webstedet udvikles. Gå tilbage til, hvor du var.',
  client_unknown:
    'Webstedet kender ikke den app, der sendte dig hertil, så der er ikke sket noget. Gå tilbage til appen, og giv besked til dem, der driver den.',
  client_not_public:
    'Den app, du bruger, bad om noget, som webstedet ikke kan, så der er ikke sket noget. Start forfra i appen, eller giv besked til dem, der driver webstedet.',
  client_redirect_uri_unknown:
    'Den app, der sendte dig hertil, vil have svaret på en adresse, der ikke er dens egen, så der er ikke sket noget. Luk siden, og giv besked til dem, der driver appen.',
  client_denied:
    'Du tillod ikke dette login, så der er ikke sket noget. Hvis det var en fejl, så start forfra i appen.',
  client_grant_invalid: 'Appen er ikke længere logget ind, så der er ikke sket noget. Log ind der igen.',
  bearer_not_accepted:
    'Siden virker kun med login i en browser, så der er ikke sket noget. Åbn den i din browser.',
  device_code_unknown:
    'Webstedet kender ikke koden, eller den er for gammel, så der er ikke sket noget. Se på din enhed igen.',
  device_code_expired: 'Det tog for lang tid at svare, så der er ikke sket noget. Start forfra på din enhed.',
  device_guesses_exceeded:
    'Du har skrevet for mange forkerte koder, så siden tager ikke imod nogen lige nu. Vent ti minutter, og prøv igen.',
  bearer_token_missing:
    'Adressen er til apps, der er forbundet med din konto, så der er ikke sket noget. Åbn den i sådan en app.',
  bearer_request_malformed:
    'Appen sendte en anmodning, der ikke kunne forstås. Opdater appen, eller giv besked til dem, der laver den.',
  bearer_token_invalid:
    'Appens adgang er ophørt, så der er ikke sket noget. Forbind appen med din konto igen.',
  bearer_scope_insufficient:
    'Appen må ikke gøre dette, fordi du ikke har tilladt det. Forbind appen igen, og tillad det der.',
  bearer_level_insufficient:
    'Appen har brug for et nyt bevis på, at det er dig, så der er ikke sket noget. Log ind i appen igen.',
  dpop_proof_invalid: 'Appen kunne ikke bevise, at det er den, du loggede ind med. Log ind der igen.',
  dpop_nonce_required: 'Appen skal endnu en gang bevise, at det er den, du loggede ind med. Prøv igen der.',
}
