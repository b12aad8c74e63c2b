// Dutch.
import type { Translation } from './en.ts'

/** The sentences of the pages and of errors in this language. */
export const messages: Translation = {
  // Every page
  home: 'Startpagina',
  or: 'of',
  signIn: 'Inloggen',
  signOut: 'Uitloggen',
  signedInAs: 'Je bent ingelogd als {name}.',
  signedInAsWith: 'Je bent ingelogd als {name} ({email}).',
  signedInNameless: 'Je bent ingelogd.',
  yourAccount: 'je account',

  // Sign-in page
  signInLead: 'Kies een account dat je al hebt.',
  signInLeadSite: 'Gebruik een account dat je al hebt om verder te gaan naar {site}.',
  signInLeadAgain: 'Ga verder zoals je bent, of gebruik een ander account.',
  continueWith: 'Doorgaan met {provider}',
  continueAs: 'Doorgaan als {name}',
  lastUsed: 'Laatst gebruikt',
  noProviders: 'Er is op dit moment geen manier om in te loggen.',
  confirmTitle: 'Bevestig dat jij het bent',
  confirmLead: 'Log opnieuw in om deze pagina te openen.',
  confirmWith: 'Bevestigen met {provider}',

  // Account page
  account: 'Account',
  waysToSignIn: 'Manieren om in te loggen',
  inUse: 'Nu in gebruik',
  accountTimes: 'Toegevoegd op {added} · laatst gebruikt op {used}',
  onlyWay: 'Dit is je enige manier om in te loggen, dus die kan niet worden verwijderd.',
  unlink: 'Verwijderen',
  addAnother: 'Nog een toevoegen',
  addProvider: '{provider} toevoegen',
  changeAccounts: 'Een account toevoegen of verwijderen',
  confirmFirst: 'Bevestig eerst dat jij het bent, om je account veilig te houden.',
  signInAgainFirst: 'Log eerst uit en weer in, om je account veilig te houden.',
  whereSignedIn: 'Waar je bent ingelogd',
  thisBrowser: 'Deze browser',
  sessionWith: 'Met {provider}',
  sessionWithFrom: 'Met {provider} · vanaf {address}',
  sessionTimes: 'Sinds {start} · laatst gezien {seen}',
  signOutElsewhere: 'Overal elders uitloggen',
  browserOnSystem: '{browser} op {system}',
  browserOfSystem: 'Een browser op {system}',
  browserUnknown: 'Onbekende browser',

  // Sign-out pages
  signOutTitle: 'Uitloggen?',
  signOutLead: 'Hiermee eindigt je sessie in deze browser.',
  staySignedIn: 'Ingelogd blijven',
  signedOut: 'Je bent uitgelogd',
  signedOutLead: 'Je kunt dit venster nu sluiten.',
  signInAgain: 'Opnieuw inloggen',
  sharedComputer:
    'Is dit een gedeelde computer? Misschien ben je nog ingelogd bij de dienst waarmee je hebt ingelogd. Log daar ook uit.',

  // Adding an account
  linkOffer: 'Je hebt al een account',
  linkOfferLead: 'Log er één keer op in om {provider} toe te voegen. Daarna openen beide hetzelfde account.',
  migration: 'Was je hier al eerder?',
  migrationLead:
    'Deze site heeft een nieuwe manier van inloggen. Heb je hier een account, log dan één keer op de oude manier in. Daarna opent {provider} het.',
  toBeAdded: 'Wordt toegevoegd',
  newHere: 'Ik ben hier nieuw',
  separateAccount: 'Een apart account maken',
  linkConfirm: '{provider} aan je account toevoegen?',
  linkConfirmLead: 'Als je akkoord gaat, kun je ook met dit account inloggen:',
  linkYes: 'Ja, toevoegen',
  linkNo: 'Nee, laat alles zoals het is',

  // Data deletion
  codeUnknown: 'We kennen deze code niet',
  codeUnknownLead: {
    one: 'Vergelijk hem met de code die je hebt gekregen. Een verzoek is {count} dag op te vragen.',
    other: 'Vergelijk hem met de code die je hebt gekregen. Een verzoek is {count} dagen op te vragen.',
  },
  dataDeleted: 'Je gegevens zijn verwijderd',
  dataDeletedLead:
    'Je verzoek is uitgevoerd. Het account van die dienst kan hier niet meer inloggen. We hebben verwijderd wat de dienst ons over je had gestuurd, en alle apparaten uitgelogd die ermee waren ingelogd.',
  confirmationCode: 'Bevestigingscode: {code}',

  // Notices above a page
  noticeLinked: 'Het account is toegevoegd. Je kunt er vanaf nu mee inloggen.',
  noticeUnlinked:
    'Het account is verwijderd. Het kan niet meer inloggen, en apparaten die ermee waren ingelogd, zijn uitgelogd.',
  noticeUnlinkedHere:
    'Het account is verwijderd, en deze browser, die ermee was ingelogd, is uitgelogd. Log op een andere manier in.',
  noticeSessionEnded: 'Dat apparaat is uitgelogd.',
  noticeSessionsEnded: 'Alle andere apparaten zijn uitgelogd.',
  noticeLinkDeclined: 'Er is niets toegevoegd.',

  // Error page
  errorNotFound: 'Niet gevonden',
  errorUnchanged: 'Er is niets gewijzigd',
  errorUnavailable: 'Nu niet beschikbaar',
  errorOurs: 'Er is iets misgegaan',
  errorSession: 'Log in om verder te gaan',
  errorSignIn: 'Inloggen niet voltooid',
  errorOther: 'Dat is niet gelukt',
  tryAgain: 'Opnieuw proberen',
  goHome: 'Terug naar het begin',
  reference: 'Kenmerk {code}',

  // Errors
  config_origin_missing:
    'Deze site is nog niet helemaal ingericht, dus je kunt nog niet inloggen. Laat het de beheerders van deze site weten.',
  config_store_missing:
    'Deze site biedt dit niet aan, dus er is niets gebeurd. Ga terug naar de pagina waar je vandaan kwam.',
  request_not_found: 'Op dit adres staat geen pagina. Controleer het adres, of ga terug naar het begin.',
  request_method_not_allowed:
    'Dit adres werkt niet op deze manier, dus er is niets gebeurd. Ga terug naar onze pagina’s en probeer het opnieuw.',
  request_cross_site:
    'Dit verzoek kwam van een andere site, dus er is niets gebeurd. Ga terug naar onze pagina’s en probeer het opnieuw.',
  request_not_navigation:
    'Dit adres werkt alleen als pagina die je zelf opent, dus er is niets gebeurd. Ga terug naar onze pagina’s en probeer het opnieuw.',
  request_wrong_host:
    'Deze site is niet ingericht voor het adres in je browser, dus er is niets gebeurd. Laat het de beheerders van deze site weten.',
  request_too_large:
    'Je browser stuurde meer dan deze pagina aanneemt, dus er is niets gebeurd. Ga terug en stuur minder.',
  request_malformed:
    'Je browser stuurde iets wat deze pagina niet kan lezen, dus er is niets gebeurd. Ga terug en probeer het opnieuw.',
  attempt_missing:
    'Deze inlogpoging is al gebruikt, of is in een andere browser of een ander venster begonnen. Begin opnieuw.',
  attempt_invalid:
    'Deze site kan de inlogpoging die je begon niet meer lezen, dus je bent niet ingelogd. Begin opnieuw.',
  attempt_expired: 'Deze inlogpoging duurde te lang, dus je bent niet ingelogd. Begin opnieuw.',
  attempt_wrong_provider:
    'Het antwoord kwam van een andere inlogdienst dan die je koos, dus je bent niet ingelogd. Begin opnieuw.',
  attempt_already_used: 'Deze inlogpoging is al gebruikt. Begin opnieuw.',
  attempt_session_changed:
    'Je bent intussen uitgelogd of van account gewisseld, dus er is niets toegevoegd. Probeer het opnieuw.',
  provider_unknown: 'Deze site biedt deze manier van inloggen niet aan. Kies een andere.',
  provider_place_invalid:
    'Met dit adres kun je hier niet inloggen. Controleer hoe het gespeld is en probeer het opnieuw.',
  provider_unavailable:
    'Deze inlogdienst antwoordt op dit moment niet. Probeer het over een minuut opnieuw, of log op een andere manier in.',
  provider_certificate_invalid:
    'Deze site kan geen veilige verbinding maken met deze inlogdienst. Log op een andere manier in, of laat het de beheerders van deze site weten.',
  provider_denied:
    'De inlogdienst stond deze inlogpoging niet toe, dus je bent niet ingelogd. Begin opnieuw, of log op een andere manier in.',
  provider_interaction_required:
    'De inlogdienst heeft eerst een antwoord van je nodig, dus je bent niet ingelogd. Begin opnieuw.',
  provider_freshness_unproven:
    'De inlogdienst heeft niet bevestigd dat je zojuist hebt ingelogd, dus er is niets gebeurd. Probeer het opnieuw, of log eerst uit en weer in.',
  provider_freshness_unsupported:
    'Voor deze pagina moet je pas hebben ingelogd, en de dienst waarmee je inlogde kan dat niet bewijzen. Log op een andere manier in.',
  provider_level_unsupported:
    'Voor deze pagina is een sterkere manier van inloggen nodig dan de dienst waarmee je inlogde biedt. Log op een andere manier in.',
  provider_refused:
    'De inlogdienst weigerde deze inlogpoging, dus je bent niet ingelogd. Begin opnieuw, of log op een andere manier in.',
  provider_redirect_uri_mismatch:
    'Deze site is bij de inlogdienst nog niet helemaal ingericht, dus je bent niet ingelogd. Log op een andere manier in, of laat het de beheerders van deze site weten.',
  provider_answer_invalid:
    'De inlogdienst gaf een antwoord dat we niet kunnen vertrouwen, dus je bent niet ingelogd. Begin opnieuw.',
  provider_notification_invalid:
    'Dit bericht bewijst niet dat het van de inlogdienst komt, dus er is niets gebeurd. Stuur het opnieuw in de vorm die de dienst voorschrijft.',
  account_refused:
    'Dit account mag hier niet inloggen. Gebruik een ander account, of vraag het de beheerders van deze site.',
  account_not_created:
    'Deze site kon geen account voor je maken. Heb je er al een, log dan in zoals eerst en voeg deze manier van inloggen toe op je accountpagina.',
  account_linked_elsewhere:
    'Dit account is hier al aan een andere gebruiker gekoppeld, dus er is niets gewijzigd. Wil je het verplaatsen, log er dan mee in en verwijder het daar eerst.',
  account_last:
    'Dit is je enige manier om in te loggen, dus die is niet verwijderd. Voeg eerst een andere toe.',
  account_not_found:
    'Dit account is niet aan jou gekoppeld, dus er is niets gewijzigd. Open je accountpagina opnieuw.',
  account_link_expired:
    'Het toevoegen van dit account duurde te lang, dus er is niets toegevoegd. Log er nog één keer mee in.',
  session_required: 'Je bent niet ingelogd. Log eerst in.',
  session_not_allowed:
    'Je bent ingelogd, maar deze pagina is niet voor jouw account. Zou dat wel zo moeten zijn, vraag het dan de beheerders van deze site.',
  session_not_fresh:
    'Je bent te lang geleden ingelogd, dus er is niets gewijzigd. Bevestig dat jij het bent door opnieuw in te loggen.',
  session_not_ended:
    'Je bent in deze browser uitgelogd, maar onze server was niet bereikbaar om de sessie ook daar te beëindigen. Kom op een gedeelde computer over een paar minuten terug, log in en kies ‘Overal elders uitloggen’.',
  session_other_person:
    'Je bevestigde met een ander account dan dat waarmee je bent ingelogd, dus er is niets gewijzigd. Probeer het opnieuw.',
  session_other_provider:
    'Je bevestigde op een andere manier dan waarmee je voor dit bezoek inlogde, dus er is niets gewijzigd. Gebruik die manier.',
  session_too_large:
    'Je profiel is te groot voor deze site, dus je bent niet ingelogd. Laat het de beheerders van deze site weten.',
  token_absent:
    'Deze site heeft geen toestemming van je bij de andere dienst, dus er is niets gebeurd. Verbind je account daar.',
  token_revoked:
    'Je toestemming bij de andere dienst is afgelopen, dus er is niets gebeurd. Verbind je account daar opnieuw.',
  token_unavailable: 'De andere dienst antwoordt op dit moment niet. Probeer het over een minuut opnieuw.',
  token_origin_refused: 'Er is aan onze kant iets misgegaan. Probeer het opnieuw.',
  token_wrong_account:
    'Je koos bij de andere dienst een ander account dan dat wat je toestemming nodig heeft, dus er is niets gewijzigd. Probeer het opnieuw met dat account.',
  user_not_found: 'Deze gebruiker bestaat hier niet meer, dus er is niets gewijzigd. Laad de pagina opnieuw.',
  user_fields_invalid:
    'Deze site kan je profiel niet lezen, dus er is niets gebeurd. Laat het de beheerders van deze site weten.',
  upstream_unavailable:
    'De applicatie achter deze pagina antwoordt nu niet. U hebt niets verkeerd gedaan. Probeer het over een minuut opnieuw.',
  store_unavailable:
    'Deze site kan op dit moment niet bij haar gegevens. Probeer het over een minuut opnieuw.',
  request_cross_site_named:
    'Dit verzoek kwam van {received} en niet van {expected}, dus er is niets gebeurd. Ga terug naar onze pagina’s en probeer het opnieuw.',
  provider_denied_consent:
    'De inlogdienst heeft je toestemming nodig en kreeg die niet, dus je bent niet ingelogd. Begin opnieuw als je die wilt geven.',
  token_unavailable_refused:
    'De andere dienst heeft je toestemming niet verlengd, dus er is niets gebeurd. Verbind je account daar opnieuw.',

  // Apps without cookies, and devices
  clientConfirm: 'Inloggen bij {client}?',
  clientConfirmLead: 'Een app op dit apparaat vraagt om namens jou in te loggen:',
  clientConfirmLeadHere: 'Een programma op deze computer vraagt om namens jou in te loggen:',
  clientConfirmWhen:
    'Sta het alleen toe als je dit inloggen zojuist in {client} bent begonnen. Het kan doen wat jij hier kunt doen, tot je het op je accountpagina uitlogt.',
  allow: 'Toestaan',
  doNotSignIn: 'Nee, niet inloggen',
  otherAccount: 'Een ander account gebruiken',
  deviceCode: 'Een apparaat inloggen',
  deviceCodeLead: 'Typ de code die je apparaat toont.',
  deviceCodeField: 'Code',
  deviceCodeWarning:
    'Heeft iemand je een code gestuurd of gevraagd deze pagina te openen? Sluit haar dan: die persoon zou namens jou inloggen.',
  continue: 'Doorgaan',
  deviceConfirm: 'Dit apparaat inloggen?',
  deviceConfirmLead: 'Een apparaat met {client} vraagt om namens jou in te loggen:',
  deviceCompare: 'Kijk naar het apparaat voor je. Toont het precies deze code?',
  deviceWarning:
    'Heeft iemand je deze code of een link naar deze pagina gestuurd? Zeg dan nee. De persoon met het apparaat zou alles kunnen doen wat jij hier kunt doen. Wij vragen je nooit om een code.',
  deviceAllow: 'Toestaan, het is mijn apparaat',
  deviceAsked: 'Het apparaat vroeg dit op {time}.',
  deviceDone: 'Ga terug naar je apparaat',
  deviceDoneLead: '{client} is daar binnen een paar seconden ingelogd. Je kunt deze pagina sluiten.',
  deviceDoneMistake: 'Was het een vergissing? Log het apparaat uit op je accountpagina.',
  deviceDenied: 'Het apparaat is niet ingelogd',
  deviceDeniedLead: 'Er is niets gebeurd. Je kunt deze pagina sluiten.',

  // Errors of apps and devices
  request_not_local:
    'Deze pagina kan hier niet worden geopend: ze is voor de computer waarop deze site wordt ontwikkeld. Ga terug naar waar je was.',
  client_unknown:
    'Deze site kent de app niet die je hierheen stuurde, dus er is niets gebeurd. Ga terug naar die app en laat het de beheerders ervan weten.',
  client_not_public:
    'De app die je gebruikt vroeg iets wat deze site niet kan, dus er is niets gebeurd. Begin opnieuw in die app, of laat het de beheerders van deze site weten.',
  client_redirect_uri_unknown:
    'De app die je hierheen stuurde wil het antwoord op een adres dat niet van haar is, dus er is niets gebeurd. Sluit deze pagina en laat het de beheerders van die app weten.',
  client_denied:
    'Je hebt dit inloggen niet toegestaan, dus er is niets gebeurd. Was dat een vergissing, begin dan opnieuw in de app.',
  client_grant_invalid: 'Deze app is niet meer ingelogd, dus er is niets gebeurd. Log daar opnieuw in.',
  bearer_not_accepted:
    'Deze pagina werkt alleen met de sessie van een browser, dus er is niets gebeurd. Open haar in je browser.',
  device_code_unknown:
    'Deze site kent deze code niet, of hij is te oud, dus er is niets gebeurd. Kijk opnieuw op je apparaat.',
  device_code_expired:
    'Het antwoorden duurde te lang, dus er is niets gebeurd. Begin opnieuw op je apparaat.',
  device_guesses_exceeded:
    'Je hebt te veel verkeerde codes getypt, dus deze pagina neemt er voorlopig geen meer aan. Wacht tien minuten en probeer het opnieuw.',
  bearer_token_missing:
    'Dit adres is voor apps die met je account zijn verbonden, dus er is niets gebeurd. Open het in zo’n app.',
  bearer_request_malformed:
    'Deze app stuurde een verzoek dat niet te begrijpen is. Werk de app bij, of laat het de makers weten.',
  bearer_token_invalid:
    'De toegang van deze app is afgelopen, dus er is niets gebeurd. Verbind de app opnieuw met je account.',
  bearer_scope_insufficient:
    'Deze app mag dit niet, omdat je het niet hebt toegestaan. Verbind de app opnieuw en sta het daar toe.',
  bearer_level_insufficient:
    'Deze app heeft een nieuw bewijs nodig dat jij het bent, dus er is niets gebeurd. Log opnieuw in bij de app.',
  dpop_proof_invalid: 'Deze app kon niet bewijzen dat ze de app is waarmee je inlogde. Log daar opnieuw in.',
  dpop_nonce_required:
    'Deze app moet nog een keer bewijzen dat ze de app is waarmee je inlogde. Probeer het daar opnieuw.',
}
