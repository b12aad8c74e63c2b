// Italian.
import type { Translation } from './en.ts'

/** The sentences of the pages and of errors in this language. */
export const messages: Translation = {
  // Every page
  home: 'Pagina iniziale',
  or: 'oppure',
  signIn: 'Accedi',
  signOut: 'Esci',
  signedInAs: 'Hai eseguito l’accesso come {name}.',
  signedInAsWith: 'Hai eseguito l’accesso come {name} ({email}).',
  signedInNameless: 'Hai eseguito l’accesso.',
  yourAccount: 'il tuo account',

  // Sign-in page
  signInLead: 'Scegli un account che hai già.',
  signInLeadSite: 'Usa un account che hai già per continuare su {site}.',
  signInLeadAgain: 'Continua così come sei, oppure usa un altro account.',
  continueWith: 'Continua con {provider}',
  continueAs: 'Continua come {name}',
  lastUsed: 'Usato l’ultima volta',
  noProviders: 'Al momento non c’è alcun modo per accedere.',
  confirmTitle: 'Conferma la tua identità',
  confirmLead: 'Per aprire questa pagina, accedi di nuovo.',
  confirmWith: 'Conferma con {provider}',

  // Account page
  account: 'Account',
  waysToSignIn: 'Modi per accedere',
  inUse: 'In uso ora',
  accountTimes: 'Aggiunto il {added} · usato l’ultima volta il {used}',
  onlyWay: 'È il tuo unico modo per accedere, quindi non può essere rimosso.',
  unlink: 'Rimuovi',
  addAnother: 'Aggiungi un altro',
  addProvider: 'Aggiungi {provider}',
  changeAccounts: 'Aggiungi o rimuovi un account',
  confirmFirst: 'Per proteggere il tuo account, conferma prima la tua identità.',
  signInAgainFirst: 'Per proteggere il tuo account, prima esci e accedi di nuovo.',
  whereSignedIn: 'Dove hai eseguito l’accesso',
  thisBrowser: 'Questo browser',
  sessionWith: 'Con {provider}',
  sessionWithFrom: 'Con {provider} · da {address}',
  sessionTimes: 'Dal {start} · ultima attività il {seen}',
  signOutElsewhere: 'Esci da tutti gli altri dispositivi',
  browserOnSystem: '{browser} su {system}',
  browserOfSystem: 'Un browser su {system}',
  browserUnknown: 'Browser sconosciuto',

  // Sign-out pages
  signOutTitle: 'Vuoi uscire?',
  signOutLead: 'La tua sessione in questo browser finisce qui.',
  staySignedIn: 'Resta connesso',
  signedOut: 'Sei uscito',
  signedOutLead: 'Ora puoi chiudere questa finestra.',
  signInAgain: 'Accedi di nuovo',
  sharedComputer:
    'Questo computer è condiviso? Potresti essere ancora connesso al servizio con cui hai eseguito l’accesso. Esci anche da lì.',

  // Adding an account
  linkOffer: 'Hai già un account',
  linkOfferLead:
    'Accedi una volta per aggiungere {provider}. Da quel momento entrambi aprono lo stesso account.',
  migration: 'Sei già stato qui?',
  migrationLead:
    'Questo sito ha un nuovo modo per accedere. Se hai un account qui, accedi una volta nel vecchio modo. Da quel momento {provider} lo apre.',
  toBeAdded: 'Da aggiungere',
  newHere: 'Sono nuovo qui',
  separateAccount: 'Crea un account separato',
  linkConfirm: 'Aggiungere {provider} al tuo account?',
  linkConfirmLead: 'Se accetti, potrai accedere anche con questo account:',
  linkYes: 'Sì, aggiungilo',
  linkNo: 'No, lascia tutto com’è',

  // Data deletion
  codeUnknown: 'Non conosciamo questo codice',
  codeUnknownLead: {
    one: 'Confrontalo con il codice che hai ricevuto. Una richiesta si può consultare per {count} giorno.',
    many: 'Confrontalo con il codice che hai ricevuto. Una richiesta si può consultare per {count} di giorni.',
    other: 'Confrontalo con il codice che hai ricevuto. Una richiesta si può consultare per {count} giorni.',
  },
  dataDeleted: 'I tuoi dati sono stati eliminati',
  dataDeletedLead:
    'La tua richiesta è stata eseguita. L’account di quel servizio non può più accedere qui. Abbiamo eliminato ciò che il servizio ci aveva inviato su di te e disconnesso tutti i dispositivi che avevano eseguito l’accesso con esso.',
  confirmationCode: 'Codice di conferma: {code}',

  // Notices above a page
  noticeLinked: 'L’account è stato aggiunto. Da ora puoi accedere con questo account.',
  noticeUnlinked:
    'L’account è stato rimosso. Non può più accedere, e i dispositivi che lo avevano usato per accedere sono stati disconnessi.',
  noticeUnlinkedHere:
    'L’account è stato rimosso, e questo browser, che lo aveva usato per accedere, è stato disconnesso. Accedi in un altro modo.',
  noticeSessionEnded: 'Quel dispositivo è stato disconnesso.',
  noticeSessionsEnded: 'Tutti gli altri dispositivi sono stati disconnessi.',
  noticeLinkDeclined: 'Non è stato aggiunto nulla.',

  // Error page
  errorNotFound: 'Non trovato',
  errorUnchanged: 'Non è stato cambiato nulla',
  errorUnavailable: 'Non disponibile al momento',
  errorOurs: 'Qualcosa è andato storto',
  errorSession: 'Accedi per continuare',
  errorSignIn: 'Accesso non completato',
  errorOther: 'Non ha funzionato',
  tryAgain: 'Riprova',
  goHome: 'Torna alla pagina iniziale',
  reference: 'Riferimento {code}',

  // Errors
  config_origin_missing:
    'Questo sito non è configurato del tutto, quindi non puoi ancora accedere. Per favore, avvisa i responsabili di questo sito.',
  config_store_missing:
    'Questo sito non lo offre, quindi non è stato fatto nulla. Torna alla pagina da cui provieni.',
  request_not_found:
    'A questo indirizzo non c’è alcuna pagina. Controlla l’indirizzo o torna alla pagina iniziale.',
  request_method_not_allowed:
    'Questo indirizzo non funziona in questo modo, quindi non è stato fatto nulla. Torna alle nostre pagine e riprova.',
  request_cross_site:
    'Questa richiesta è arrivata da un altro sito, quindi non è stato fatto nulla. Torna alle nostre pagine e riprova.',
  request_not_navigation:
    'Questo indirizzo funziona solo come pagina che apri tu, quindi non è stato fatto nulla. Torna alle nostre pagine e riprova.',
  request_wrong_host:
    'Questo sito non è configurato per l’indirizzo nel tuo browser, quindi non è stato fatto nulla. Per favore, avvisa i responsabili di questo sito.',
  request_too_large:
    'Il tuo browser ha inviato più di quanto questa pagina accetti, quindi non è stato fatto nulla. Torna indietro e invia di meno.',
  request_malformed:
    'Il tuo browser ha inviato qualcosa che questa pagina non può leggere, quindi non è stato fatto nulla. Torna indietro e riprova.',
  attempt_missing:
    'Questo accesso è già stato usato, oppure è stato iniziato in un altro browser o in un’altra finestra. Ricomincia da capo.',
  attempt_invalid:
    'Questo sito non può più leggere l’accesso che avevi iniziato, quindi l’accesso non è avvenuto. Ricomincia da capo.',
  attempt_expired:
    'Questo accesso ha richiesto troppo tempo, quindi l’accesso non è avvenuto. Ricomincia da capo.',
  attempt_wrong_provider:
    'La risposta è arrivata da un servizio di accesso diverso da quello che hai scelto, quindi l’accesso non è avvenuto. Ricomincia da capo.',
  attempt_already_used: 'Questo accesso è già stato usato. Ricomincia da capo.',
  attempt_session_changed:
    'Nel frattempo sei uscito o hai cambiato account, quindi non è stato aggiunto nulla. Riprova.',
  provider_unknown: 'Questo sito non offre questo modo per accedere. Scegline un altro.',
  provider_place_invalid: 'Con questo indirizzo non puoi accedere qui. Controlla come è scritto e riprova.',
  provider_unavailable:
    'Questo servizio di accesso al momento non risponde. Riprova tra un minuto o accedi in un altro modo.',
  provider_certificate_invalid:
    'Questo sito non riesce a collegarsi in modo sicuro a questo servizio di accesso. Accedi in un altro modo o avvisa i responsabili di questo sito.',
  provider_denied:
    'Il servizio di accesso non ha consentito questo accesso, quindi l’accesso non è avvenuto. Ricomincia da capo o accedi in un altro modo.',
  provider_interaction_required:
    'Il servizio di accesso ha prima bisogno di una tua risposta, quindi l’accesso non è avvenuto. Ricomincia da capo.',
  provider_freshness_unproven:
    'Il servizio di accesso non ha confermato che hai appena eseguito l’accesso, quindi non è stato fatto nulla. Riprova, oppure prima esci e accedi di nuovo.',
  provider_freshness_unsupported:
    'Questa pagina richiede un accesso recente, e il servizio con cui hai eseguito l’accesso non può dimostrarlo. Accedi in un altro modo.',
  provider_level_unsupported:
    'Questa pagina richiede un accesso più sicuro di quello del servizio che hai usato. Accedi in un altro modo.',
  provider_refused:
    'Il servizio di accesso ha rifiutato questo accesso, quindi l’accesso non è avvenuto. Ricomincia da capo o accedi in un altro modo.',
  provider_redirect_uri_mismatch:
    'Questo sito non è configurato del tutto presso il servizio di accesso, quindi l’accesso non è avvenuto. Accedi in un altro modo o avvisa i responsabili di questo sito.',
  provider_answer_invalid:
    'Il servizio di accesso ha dato una risposta di cui non possiamo fidarci, quindi l’accesso non è avvenuto. Ricomincia da capo.',
  provider_notification_invalid:
    'Questo messaggio non dimostra di venire dal servizio di accesso, quindi non è stato fatto nulla. Invialo di nuovo nella forma che il servizio prevede.',
  account_refused:
    'Questo account non può accedere qui. Usa un altro account o chiedi ai responsabili di questo sito.',
  account_not_created:
    'Questo sito non ha potuto creare un account per te. Se ne hai già uno, accedi come prima e aggiungi questo modo per accedere nella pagina del tuo account.',
  account_linked_elsewhere:
    'Questo account è già collegato a un altro utente qui, quindi non è stato cambiato nulla. Per spostarlo, accedi con esso e rimuovilo prima da lì.',
  account_last: 'È il tuo unico modo per accedere, quindi non è stato rimosso. Aggiungine prima un altro.',
  account_not_found:
    'Questo account non è collegato a te, quindi non è stato cambiato nulla. Apri di nuovo la pagina del tuo account.',
  account_link_expired:
    'Hai impiegato troppo tempo per aggiungere questo account, quindi non è stato aggiunto nulla. Accedi con esso ancora una volta.',
  session_required: 'Non hai eseguito l’accesso. Accedi prima.',
  session_not_allowed:
    'Hai eseguito l’accesso, ma questa pagina non è per il tuo account. Se dovrebbe esserlo, chiedi ai responsabili di questo sito.',
  session_not_fresh:
    'È passato troppo tempo da quando hai eseguito l’accesso, quindi non è stato cambiato nulla. Conferma la tua identità accedendo di nuovo.',
  session_not_ended:
    'Sei uscito in questo browser, ma non è stato possibile raggiungere il nostro server per terminare la sessione anche lì. Su un computer condiviso, torna tra qualche minuto, accedi e scegli «Esci da tutti gli altri dispositivi».',
  session_other_person:
    'Hai confermato con un account diverso da quello con cui hai eseguito l’accesso, quindi non è stato cambiato nulla. Riprova.',
  session_other_provider:
    'Hai confermato con un modo per accedere diverso da quello di questa visita, quindi non è stato cambiato nulla. Usa quello.',
  session_too_large:
    'Il tuo profilo è troppo grande per questo sito, quindi l’accesso non è avvenuto. Per favore, avvisa i responsabili di questo sito.',
  token_absent:
    'Questo sito non ha il tuo permesso presso l’altro servizio, quindi non è stato fatto nulla. Collega lì il tuo account.',
  token_revoked:
    'Il tuo permesso presso l’altro servizio è terminato, quindi non è stato fatto nulla. Collega lì di nuovo il tuo account.',
  token_unavailable: 'L’altro servizio al momento non risponde. Riprova tra un minuto.',
  token_origin_refused: 'Qualcosa è andato storto da parte nostra. Riprova.',
  token_wrong_account:
    'Presso l’altro servizio hai scelto un account diverso da quello che ha bisogno del tuo permesso, quindi non è stato cambiato nulla. Riprova con quell’account.',
  user_not_found: 'Questo utente non esiste più qui, quindi non è stato cambiato nulla. Ricarica la pagina.',
  user_fields_invalid:
    'Questo sito non può leggere il tuo profilo, quindi non è stato fatto nulla. Per favore, avvisa i responsabili di questo sito.',
  upstream_unavailable:
    'L’applicazione dietro questa pagina al momento non risponde. Non ha fatto nulla di sbagliato. Riprovi tra un minuto.',
  store_unavailable: 'Questo sito al momento non può raggiungere i suoi dati. Riprova tra un minuto.',
  request_cross_site_named:
    'Questa richiesta è arrivata da {received} e non da {expected}, quindi non è stato fatto nulla. Torna alle nostre pagine e riprova.',
  provider_denied_consent:
    'Il servizio di accesso ha bisogno del tuo permesso e non lo ha ricevuto, quindi l’accesso non è avvenuto. Ricomincia da capo quando vorrai darlo.',
  token_unavailable_refused:
    'L’altro servizio non ha rinnovato il tuo permesso, quindi non è stato fatto nulla. Collega lì di nuovo il tuo account.',

  // Apps without cookies, and devices
  clientConfirm: 'Accedere a {client}?',
  clientConfirmLead: 'Un’app su questo dispositivo chiede di accedere a tuo nome:',
  clientConfirmLeadHere: 'Un programma su questo computer chiede di accedere a tuo nome:',
  clientConfirmWhen:
    'Consenti solo se hai appena iniziato questo accesso in {client}. Potrà fare ciò che puoi fare tu qui, finché non lo disconnetti nella pagina del tuo account.',
  allow: 'Consenti',
  doNotSignIn: 'No, non accedere',
  otherAccount: 'Usa un altro account',
  deviceCode: 'Collega un dispositivo',
  deviceCodeLead: 'Inserisci il codice che il tuo dispositivo mostra.',
  deviceCodeField: 'Codice',
  deviceCodeWarning:
    'Qualcuno ti ha inviato un codice o chiesto di aprire questa pagina? Allora chiudila: quella persona accederebbe a tuo nome.',
  continue: 'Continua',
  deviceConfirm: 'Collegare questo dispositivo?',
  deviceConfirmLead: 'Un dispositivo con {client} chiede di accedere a tuo nome:',
  deviceCompare: 'Guarda il dispositivo davanti a te. Mostra esattamente questo codice?',
  deviceWarning:
    'Qualcuno ti ha inviato questo codice o un link a questa pagina? Allora rifiuta. Chi ha il dispositivo potrebbe fare tutto ciò che puoi fare tu qui. Noi non ti chiediamo mai un codice.',
  deviceAllow: 'Consenti, è il mio dispositivo',
  deviceAsked: 'Il dispositivo l’ha chiesto il {time}.',
  deviceDone: 'Torna al tuo dispositivo',
  deviceDoneLead: '{client} avrà l’accesso entro pochi secondi. Puoi chiudere questa pagina.',
  deviceDoneMistake: 'È stato un errore? Disconnetti il dispositivo nella pagina del tuo account.',
  deviceDenied: 'Il dispositivo non è stato collegato',
  deviceDeniedLead: 'Non è stato fatto nulla. Puoi chiudere questa pagina.',

  // Errors of apps and devices
  request_not_local:
    'Questa pagina non si può aprire da qui: è per il computer su cui questo sito viene sviluppato. Torna dove eri.',
  client_unknown:
    'Questo sito non conosce l’app che ti ha inviato qui, quindi non è stato fatto nulla. Torna a quell’app e avvisa i suoi responsabili.',
  client_not_public:
    'L’app che usi ha chiesto qualcosa che questo sito non può fare, quindi non è stato fatto nulla. Ricomincia in quell’app o avvisa i responsabili di questo sito.',
  client_redirect_uri_unknown:
    'L’app che ti ha inviato qui vuole la risposta a un indirizzo che non è suo, quindi non è stato fatto nulla. Chiudi questa pagina e avvisa i responsabili di quell’app.',
  client_denied:
    'Non hai consentito questo accesso, quindi non è stato fatto nulla. Se è stato un errore, ricomincia nell’app.',
  client_grant_invalid:
    'Questa app non ha più l’accesso, quindi non è stato fatto nulla. Accedi lì di nuovo.',
  bearer_not_accepted:
    'Questa pagina funziona solo con l’accesso di un browser, quindi non è stato fatto nulla. Aprila nel tuo browser.',
  device_code_unknown:
    'Questo sito non conosce questo codice, oppure è troppo vecchio, quindi non è stato fatto nulla. Guarda di nuovo il tuo dispositivo.',
  device_code_expired:
    'Hai impiegato troppo tempo a rispondere, quindi non è stato fatto nulla. Ricomincia sul tuo dispositivo.',
  device_guesses_exceeded:
    'Hai inserito troppi codici errati, quindi questa pagina per ora non ne accetta altri. Attendi dieci minuti e riprova.',
  bearer_token_missing:
    'Questo indirizzo è per le app collegate al tuo account, quindi non è stato fatto nulla. Aprilo in una di esse.',
  bearer_request_malformed:
    'Questa app ha inviato una richiesta incomprensibile. Aggiorna l’app o avvisa chi la realizza.',
  bearer_token_invalid:
    'L’accesso di questa app è terminato, quindi non è stato fatto nulla. Collega di nuovo l’app al tuo account.',
  bearer_scope_insufficient:
    'Questa app non può farlo, perché non l’hai consentito. Collega di nuovo l’app e consentilo lì.',
  bearer_level_insufficient:
    'Questa app ha bisogno di una nuova prova che sei tu, quindi non è stato fatto nulla. Accedi di nuovo nell’app.',
  dpop_proof_invalid:
    'Questa app non ha potuto dimostrare di essere quella con cui hai eseguito l’accesso. Accedi lì di nuovo.',
  dpop_nonce_required:
    'Questa app deve dimostrare ancora una volta di essere quella con cui hai eseguito l’accesso. Riprova lì.',
}
