// Swedish.
import type { Translation } from './en.ts'

/** The sentences of the pages and of errors in this language. */
export const messages: Translation = {
  // Every page
  home: 'Startsida',
  or: 'eller',
  signIn: 'Logga in',
  signOut: 'Logga ut',
  signedInAs: 'Du är inloggad som {name}.',
  signedInAsWith: 'Du är inloggad som {name} ({email}).',
  signedInNameless: 'Du är inloggad.',
  yourAccount: 'ditt konto',

  // Sign-in page
  signInLead: 'Välj ett konto som du redan har.',
  signInLeadSite: 'Använd ett konto som du redan har för att fortsätta till {site}.',
  signInLeadAgain: 'Fortsätt som du är, eller använd ett annat konto.',
  continueWith: 'Fortsätt med {provider}',
  continueAs: 'Fortsätt som {name}',
  lastUsed: 'Senast använt',
  noProviders: 'Just nu finns det inget sätt att logga in.',
  confirmTitle: 'Bekräfta att det är du',
  confirmLead: 'Logga in igen för att öppna den här sidan.',
  confirmWith: 'Bekräfta med {provider}',

  // Account page
  account: 'Konto',
  waysToSignIn: 'Sätt att logga in',
  inUse: 'Används nu',
  accountTimes: 'Tillagt {added} · senast använt {used}',
  onlyWay: 'Detta är ditt enda sätt att logga in, så det kan inte tas bort.',
  unlink: 'Ta bort',
  addAnother: 'Lägg till ett till',
  addProvider: 'Lägg till {provider}',
  changeAccounts: 'Lägg till eller ta bort ett konto',
  confirmFirst: 'Bekräfta först att det är du, för att skydda ditt konto.',
  signInAgainFirst: 'Logga först ut och in igen, för att skydda ditt konto.',
  whereSignedIn: 'Var du är inloggad',
  thisBrowser: 'Den här webbläsaren',
  sessionWith: 'Med {provider}',
  sessionWithFrom: 'Med {provider} · från {address}',
  sessionTimes: 'Sedan {start} · senast sedd {seen}',
  signOutElsewhere: 'Logga ut överallt annars',
  browserOnSystem: '{browser} på {system}',
  browserOfSystem: 'En webbläsare på {system}',
  browserUnknown: 'Okänd webbläsare',

  // Sign-out pages
  signOutTitle: 'Logga ut?',
  signOutLead: 'Detta avslutar din session i den här webbläsaren.',
  staySignedIn: 'Förbli inloggad',
  signedOut: 'Du är utloggad',
  signedOutLead: 'Du kan stänga fönstret nu.',
  signInAgain: 'Logga in igen',
  sharedComputer:
    'Är detta en delad dator? Du kan fortfarande vara inloggad på tjänsten som du loggade in med. Logga ut där också.',

  // Adding an account
  linkOffer: 'Du har redan ett konto',
  linkOfferLead: 'Logga in på det en gång för att lägga till {provider}. Därefter öppnar båda samma konto.',
  migration: 'Har du varit här förut?',
  migrationLead:
    'Webbplatsen har ett nytt sätt att logga in. Om du har ett konto här, logga in en gång på det gamla sättet. Därefter öppnar {provider} det.',
  toBeAdded: 'Ska läggas till',
  newHere: 'Jag är ny här',
  separateAccount: 'Skapa ett eget konto',
  linkConfirm: 'Lägga till {provider} i ditt konto?',
  linkConfirmLead: 'Om du säger ja kan du också logga in med det här kontot:',
  linkYes: 'Ja, lägg till det',
  linkNo: 'Nej, låt allt vara som det är',

  // Data deletion
  codeUnknown: 'Vi känner inte till den här koden',
  codeUnknownLead: {
    one: 'Jämför den med koden som du fick. En begäran kan slås upp i {count} dag.',
    other: 'Jämför den med koden som du fick. En begäran kan slås upp i {count} dagar.',
  },
  dataDeleted: 'Dina uppgifter har raderats',
  dataDeletedLead:
    'Din begäran har utförts. Kontot hos den tjänsten kan inte längre logga in här. Vi har raderat det som tjänsten hade skickat oss om dig och loggat ut alla enheter som hade loggat in med det.',
  confirmationCode: 'Bekräftelsekod: {code}',

  // Notices above a page
  noticeLinked: 'Kontot har lagts till. Du kan logga in med det från och med nu.',
  noticeUnlinked:
    'Kontot har tagits bort. Det kan inte längre logga in, och enheter som hade loggat in med det har loggats ut.',
  noticeUnlinkedHere:
    'Kontot har tagits bort, och den här webbläsaren, som hade loggat in med det, har loggats ut. Logga in på ett annat sätt.',
  noticeSessionEnded: 'Enheten har loggats ut.',
  noticeSessionsEnded: 'Alla andra enheter har loggats ut.',
  noticeLinkDeclined: 'Inget lades till.',

  // Error page
  errorNotFound: 'Hittades inte',
  errorUnchanged: 'Inget har ändrats',
  errorUnavailable: 'Inte tillgängligt just nu',
  errorOurs: 'Något gick fel',
  errorSession: 'Logga in för att fortsätta',
  errorSignIn: 'Inloggningen slutfördes inte',
  errorOther: 'Det fungerade inte',
  tryAgain: 'Försök igen',
  goHome: 'Tillbaka till början',
  reference: 'Referens {code}',

  // Errors
  config_origin_missing:
    'Webbplatsen är inte helt färdiginställd, så du kan inte logga in än. Vänligen säg till dem som driver webbplatsen.',
  config_store_missing:
    'Webbplatsen erbjuder inte detta, så inget har gjorts. Gå tillbaka till sidan som du kom från.',
  request_not_found:
    'Det finns ingen sida på den här adressen. Kontrollera adressen, eller gå tillbaka till början.',
  request_method_not_allowed:
    'Adressen fungerar inte på det här sättet, så inget har gjorts. Gå tillbaka till våra sidor och försök igen.',
  request_cross_site:
    'Begäran kom från en annan webbplats, så inget har gjorts. Gå tillbaka till våra sidor och försök igen.',
  request_not_navigation:
    'Adressen fungerar bara som en sida som du öppnar själv, så inget har gjorts. Gå tillbaka till våra sidor och försök igen.',
  request_wrong_host:
    'Webbplatsen är inte inställd för adressen i din webbläsare, så inget har gjorts. Vänligen säg till dem som driver webbplatsen.',
  request_too_large:
    'Din webbläsare skickade mer än sidan tar emot, så inget har gjorts. Gå tillbaka och skicka mindre.',
  request_malformed:
    'Din webbläsare skickade något som sidan inte kan läsa, så inget har gjorts. Gå tillbaka och försök igen.',
  attempt_missing:
    'Inloggningen har redan använts, eller påbörjades i en annan webbläsare eller ett annat fönster. Börja om från början.',
  attempt_invalid:
    'Webbplatsen kan inte längre läsa inloggningen som du påbörjade, så du loggades inte in. Börja om från början.',
  attempt_expired: 'Inloggningen tog för lång tid, så du loggades inte in. Börja om från början.',
  attempt_wrong_provider:
    'Svaret kom från en annan inloggningstjänst än den du valde, så du loggades inte in. Börja om från början.',
  attempt_already_used: 'Inloggningen har redan använts. Börja om från början.',
  attempt_session_changed: 'Du loggade ut eller bytte konto under tiden, så inget lades till. Försök igen.',
  provider_unknown: 'Webbplatsen erbjuder inte det här sättet att logga in. Välj ett annat.',
  provider_place_invalid:
    'Med den här adressen kan du inte logga in här. Kontrollera stavningen och försök igen.',
  provider_unavailable:
    'Inloggningstjänsten svarar inte just nu. Försök igen om en minut, eller logga in på ett annat sätt.',
  provider_certificate_invalid:
    'Webbplatsen kan inte ansluta säkert till den här inloggningstjänsten. Logga in på ett annat sätt, eller säg till dem som driver webbplatsen.',
  provider_denied:
    'Inloggningstjänsten tillät inte inloggningen, så du loggades inte in. Börja om, eller logga in på ett annat sätt.',
  provider_interaction_required:
    'Inloggningstjänsten behöver först ett svar från dig, så du loggades inte in. Börja om från början.',
  provider_freshness_unproven:
    'Inloggningstjänsten bekräftade inte att du loggade in nyss, så inget har gjorts. Försök igen, eller logga först ut och in igen.',
  provider_freshness_unsupported:
    'Sidan kräver en färsk inloggning, och tjänsten som du loggade in med kan inte styrka en sådan. Logga in på ett annat sätt.',
  provider_level_unsupported:
    'Sidan kräver en starkare inloggning än den som din tjänst erbjuder. Logga in på ett annat sätt.',
  provider_refused:
    'Inloggningstjänsten avvisade inloggningen, så du loggades inte in. Börja om, eller logga in på ett annat sätt.',
  provider_redirect_uri_mismatch:
    'Webbplatsen är inte helt färdiginställd hos inloggningstjänsten, så du loggades inte in. Logga in på ett annat sätt, eller säg till dem som driver webbplatsen.',
  provider_answer_invalid:
    'Inloggningstjänsten gav ett svar som vi inte kan lita på, så du loggades inte in. Börja om från början.',
  provider_notification_invalid:
    'Meddelandet styrker inte att det kommer från inloggningstjänsten, så inget har gjorts. Skicka det igen i den form som tjänsten anger.',
  account_refused:
    'Kontot får inte logga in här. Använd ett annat konto, eller fråga dem som driver webbplatsen.',
  account_not_created:
    'Webbplatsen kunde inte skapa ett konto åt dig. Om du redan har ett, logga in som förut och lägg till det här sättet att logga in på din kontosida.',
  account_linked_elsewhere:
    'Kontot är redan kopplat till en annan användare här, så inget har ändrats. För att flytta det, logga in med det och ta bort det där först.',
  account_last: 'Detta är ditt enda sätt att logga in, så det togs inte bort. Lägg till ett annat först.',
  account_not_found: 'Kontot är inte kopplat till dig, så inget har ändrats. Öppna din kontosida igen.',
  account_link_expired:
    'Det tog för lång tid att lägga till kontot, så inget lades till. Logga in med det en gång till.',
  session_required: 'Du är inte inloggad. Logga in först.',
  session_not_allowed:
    'Du är inloggad, men sidan är inte till för ditt konto. Om den borde vara det, fråga dem som driver webbplatsen.',
  session_not_fresh:
    'Det har gått för lång tid sedan du loggade in, så inget har ändrats. Bekräfta att det är du genom att logga in igen.',
  session_not_ended:
    'Du är utloggad i den här webbläsaren, men vår server kunde inte nås för att avsluta sessionen även där. På en delad dator: kom tillbaka om några minuter, logga in och välj ”Logga ut överallt annars”.',
  session_other_person:
    'Du bekräftade med ett annat konto än det du är inloggad med, så inget har ändrats. Försök igen.',
  session_other_provider:
    'Du bekräftade med ett annat sätt att logga in än det du använde för det här besöket, så inget har ändrats. Använd det sättet.',
  session_too_large:
    'Din profil är för stor för webbplatsen, så du loggades inte in. Vänligen säg till dem som driver webbplatsen.',
  token_absent:
    'Webbplatsen har inget tillstånd från dig hos den andra tjänsten, så inget har gjorts. Anslut ditt konto där.',
  token_revoked:
    'Ditt tillstånd hos den andra tjänsten har upphört, så inget har gjorts. Anslut ditt konto där igen.',
  token_unavailable: 'Den andra tjänsten svarar inte just nu. Försök igen om en minut.',
  token_origin_refused: 'Något gick fel hos oss. Försök igen.',
  token_wrong_account:
    'Du valde ett annat konto hos den andra tjänsten än det som behöver ditt tillstånd, så inget har ändrats. Försök igen med det kontot.',
  user_not_found: 'Användaren finns inte längre här, så inget har ändrats. Ladda om sidan.',
  user_fields_invalid:
    'Webbplatsen kan inte läsa din profil, så inget har gjorts. Vänligen säg till dem som driver webbplatsen.',
  upstream_unavailable:
    'Programmet bakom den här sidan svarar inte just nu. Du har inte gjort något fel. Försök igen om en minut.',
  store_unavailable: 'Webbplatsen når inte sina data just nu. Försök igen om en minut.',
  request_cross_site_named:
    'Begäran kom från {received} och inte från {expected}, så inget har gjorts. Gå tillbaka till våra sidor och försök igen.',
  provider_denied_consent:
    'Inloggningstjänsten behöver ditt tillstånd och fick det inte, så du loggades inte in. Börja om när du vill ge det.',
  token_unavailable_refused:
    'Den andra tjänsten förnyade inte ditt tillstånd, så inget har gjorts. Anslut ditt konto där igen.',

  // Apps without cookies, and devices
  clientConfirm: 'Logga in i {client}?',
  clientConfirmLead: 'En app på den här enheten ber att få logga in som du:',
  clientConfirmLeadHere: 'Ett program på den här datorn ber att få logga in som du:',
  clientConfirmWhen:
    'Tillåt bara om du nyss påbörjade den här inloggningen i {client}. Den kan göra det du kan göra här, tills du loggar ut den på din kontosida.',
  allow: 'Tillåt',
  doNotSignIn: 'Nej, logga inte in',
  otherAccount: 'Använd ett annat konto',
  deviceCode: 'Logga in en enhet',
  deviceCodeLead: 'Skriv koden som din enhet visar.',
  deviceCodeField: 'Kod',
  deviceCodeWarning:
    'Har någon skickat dig en kod eller bett dig öppna sidan? Stäng den då: den personen skulle loggas in som du.',
  continue: 'Fortsätt',
  deviceConfirm: 'Logga in den här enheten?',
  deviceConfirmLead: 'En enhet med {client} ber att få logga in som du:',
  deviceCompare: 'Titta på enheten framför dig. Visar den exakt den här koden?',
  deviceWarning:
    'Har någon skickat dig den här koden eller en länk hit? Säg då nej. Personen med enheten skulle kunna göra allt du kan göra här. Vi ber dig aldrig om en kod.',
  deviceAllow: 'Tillåt, det är min enhet',
  deviceAsked: 'Enheten bad om det {time}.',
  deviceDone: 'Gå tillbaka till din enhet',
  deviceDoneLead: '{client} loggas in där inom några sekunder. Du kan stänga sidan.',
  deviceDoneMistake: 'Var det ett misstag? Logga ut enheten på din kontosida.',
  deviceDenied: 'Enheten loggades inte in',
  deviceDeniedLead: 'Inget har gjorts. Du kan stänga sidan.',

  // Errors of apps and devices
  request_not_local:
    'Sidan kan inte öppnas härifrån: den är för datorn där webbplatsen utvecklas. Gå tillbaka dit du var.',
  client_unknown:
    'Webbplatsen känner inte till appen som skickade dig hit, så inget har gjorts. Gå tillbaka till appen och säg till dem som driver den.',
  client_not_public:
    'Appen som du använder bad om något som webbplatsen inte kan, så inget har gjorts. Börja om i appen, eller säg till dem som driver webbplatsen.',
  client_redirect_uri_unknown:
    'Appen som skickade dig hit vill ha svaret på en adress som inte är dess egen, så inget har gjorts. Stäng sidan och säg till dem som driver appen.',
  client_denied:
    'Du tillät inte inloggningen, så inget har gjorts. Om det var ett misstag, börja om i appen.',
  client_grant_invalid: 'Appen är inte längre inloggad, så inget har gjorts. Logga in där igen.',
  bearer_not_accepted:
    'Sidan fungerar bara med inloggningen i en webbläsare, så inget har gjorts. Öppna den i din webbläsare.',
  device_code_unknown:
    'Webbplatsen känner inte till koden, eller så är den för gammal, så inget har gjorts. Titta på din enhet igen.',
  device_code_expired: 'Det tog för lång tid att svara, så inget har gjorts. Börja om på din enhet.',
  device_guesses_exceeded:
    'Du har skrivit för många fel koder, så sidan tar inte emot några just nu. Vänta tio minuter och försök sedan igen.',
  bearer_token_missing:
    'Adressen är för appar som är anslutna till ditt konto, så inget har gjorts. Öppna den i en sådan app.',
  bearer_request_malformed:
    'Appen skickade en begäran som inte gick att förstå. Uppdatera appen, eller säg till dem som gör den.',
  bearer_token_invalid: 'Appens åtkomst har upphört, så inget har gjorts. Anslut appen till ditt konto igen.',
  bearer_scope_insufficient:
    'Appen får inte göra detta, eftersom du inte har tillåtit det. Anslut appen igen och tillåt det där.',
  bearer_level_insufficient:
    'Appen behöver ett nytt bevis på att det är du, så inget har gjorts. Logga in i appen igen.',
  dpop_proof_invalid: 'Appen kunde inte styrka att det är den du loggade in med. Logga in där igen.',
  dpop_nonce_required: 'Appen måste en gång till styrka att det är den du loggade in med. Försök igen där.',
}
