// Romanian.
import type { Translation } from './en.ts'

/** The sentences of the pages and of errors in this language. */
export const messages: Translation = {
  // Every page
  home: 'Pagina principală',
  or: 'sau',
  signIn: 'Conectare',
  signOut: 'Deconectare',
  signedInAs: 'Sunteți conectat ca {name}.',
  signedInAsWith: 'Sunteți conectat ca {name} ({email}).',
  signedInNameless: 'Sunteți conectat.',
  yourAccount: 'contul dvs.',

  // Sign-in page
  signInLead: 'Alegeți un cont pe care îl aveți deja.',
  signInLeadSite: 'Folosiți un cont pe care îl aveți deja pentru a continua către {site}.',
  signInLeadAgain: 'Continuați așa sau folosiți alt cont.',
  continueWith: 'Continuați cu {provider}',
  continueAs: 'Continuați ca {name}',
  lastUsed: 'Folosit ultima dată',
  noProviders: 'Momentan nu există nicio cale de conectare.',
  confirmTitle: 'Confirmați că sunteți dvs.',
  confirmLead: 'Pentru a deschide această pagină, vă rugăm să vă conectați din nou.',
  confirmWith: 'Confirmați cu {provider}',

  // Account page
  account: 'Cont',
  waysToSignIn: 'Moduri de conectare',
  inUse: 'Folosit acum',
  accountTimes: 'Adăugat {added} · folosit ultima dată {used}',
  onlyWay: 'Acesta este singurul mod în care vă puteți conecta, deci nu poate fi eliminat.',
  unlink: 'Eliminare',
  addAnother: 'Adăugați altul',
  addProvider: 'Adăugați {provider}',
  changeAccounts: 'Adăugați sau eliminați un cont',
  confirmFirst: 'Pentru siguranța contului, vă rugăm să confirmați mai întâi că sunteți dvs.',
  signInAgainFirst:
    'Pentru siguranța contului, vă rugăm să vă deconectați mai întâi și să vă conectați din nou.',
  whereSignedIn: 'Unde sunteți conectat',
  thisBrowser: 'Acest browser',
  sessionWith: 'Cu {provider}',
  sessionWithFrom: 'Cu {provider} · de la {address}',
  sessionTimes: 'Din {start} · văzut ultima dată {seen}',
  signOutElsewhere: 'Deconectare de peste tot în rest',
  browserOnSystem: '{browser} pe {system}',
  browserOfSystem: 'Un browser pe {system}',
  browserUnknown: 'Browser necunoscut',

  // Sign-out pages
  signOutTitle: 'Vă deconectați?',
  signOutLead: 'Sesiunea dvs. din acest browser se încheie.',
  staySignedIn: 'Rămâneți conectat',
  signedOut: 'V-ați deconectat',
  signedOutLead: 'Acum puteți închide această fereastră.',
  signInAgain: 'Conectați-vă din nou',
  sharedComputer:
    'Este un computer folosit în comun? Poate că sunteți încă conectat la serviciul cu care v-ați conectat. Deconectați-vă și acolo.',

  // Adding an account
  linkOffer: 'Aveți deja un cont',
  linkOfferLead:
    'Conectați-vă o dată la el pentru a adăuga {provider}. De atunci, ambele deschid același cont.',
  migration: 'Ați mai fost aici?',
  migrationLead:
    'Acest site are un nou mod de conectare. Dacă aveți un cont aici, conectați-vă o dată în modul vechi. De atunci, {provider} îl deschide.',
  toBeAdded: 'De adăugat',
  newHere: 'Sunt nou aici',
  separateAccount: 'Creați un cont separat',
  linkConfirm: 'Adăugați {provider} la contul dvs.?',
  linkConfirmLead: 'Dacă sunteți de acord, vă puteți conecta și cu acest cont:',
  linkYes: 'Da, adăugați-l',
  linkNo: 'Nu, lăsați totul așa cum este',

  // Data deletion
  codeUnknown: 'Nu cunoaștem acest cod',
  codeUnknownLead: {
    one: 'Vă rugăm să îl comparați cu codul primit. O cerere poate fi căutată timp de o zi ({count}).',
    few: 'Vă rugăm să îl comparați cu codul primit. O cerere poate fi căutată timp de {count} zile.',
    other: 'Vă rugăm să îl comparați cu codul primit. O cerere poate fi căutată timp de {count} de zile.',
  },
  dataDeleted: 'Datele dvs. au fost șterse',
  dataDeletedLead:
    'Cererea dvs. a fost îndeplinită. Contul acelui serviciu nu se mai poate conecta aici. Am șters ce ne trimisese serviciul despre dvs. și am deconectat toate dispozitivele care se conectaseră cu el.',
  confirmationCode: 'Cod de confirmare: {code}',

  // Notices above a page
  noticeLinked: 'Contul a fost adăugat. De acum vă puteți conecta cu el.',
  noticeUnlinked:
    'Contul a fost eliminat. Nu se mai poate conecta, iar dispozitivele conectate cu el au fost deconectate.',
  noticeUnlinkedHere:
    'Contul a fost eliminat, iar acest browser, conectat cu el, a fost deconectat. Vă rugăm să vă conectați în alt mod.',
  noticeSessionEnded: 'Acel dispozitiv a fost deconectat.',
  noticeSessionsEnded: 'Toate celelalte dispozitive au fost deconectate.',
  noticeLinkDeclined: 'Nu s-a adăugat nimic.',

  // Error page
  errorNotFound: 'Negăsit',
  errorUnchanged: 'Nu s-a schimbat nimic',
  errorUnavailable: 'Indisponibil momentan',
  errorOurs: 'Ceva nu a mers bine',
  errorSession: 'Conectați-vă pentru a continua',
  errorSignIn: 'Conectare nefinalizată',
  errorOther: 'Nu a reușit',
  tryAgain: 'Încercați din nou',
  goHome: 'Înapoi la început',
  reference: 'Referință {code}',

  // Errors
  config_origin_missing:
    'Acest site nu este configurat complet, de aceea nu vă puteți conecta încă. Vă rugăm să anunțați administratorii acestui site.',
  config_store_missing:
    'Acest site nu oferă acest lucru, de aceea nu s-a făcut nimic. Vă rugăm să reveniți la pagina de la care ați venit.',
  request_not_found:
    'Nu există nicio pagină la această adresă. Vă rugăm să verificați adresa sau să reveniți la început.',
  request_method_not_allowed:
    'Această adresă nu funcționează în acest fel, de aceea nu s-a făcut nimic. Vă rugăm să reveniți la paginile noastre și să încercați din nou.',
  request_cross_site:
    'Această cerere a venit de la alt site, de aceea nu s-a făcut nimic. Vă rugăm să reveniți la paginile noastre și să încercați din nou.',
  request_not_navigation:
    'Această adresă funcționează doar ca pagină pe care o deschideți chiar dvs., de aceea nu s-a făcut nimic. Vă rugăm să reveniți la paginile noastre și să încercați din nou.',
  request_wrong_host:
    'Acest site nu este configurat pentru adresa din browserul dvs., de aceea nu s-a făcut nimic. Vă rugăm să anunțați administratorii acestui site.',
  request_too_large:
    'Browserul dvs. a trimis mai mult decât acceptă această pagină, de aceea nu s-a făcut nimic. Vă rugăm să reveniți și să trimiteți mai puțin.',
  request_malformed:
    'Browserul dvs. a trimis ceva ce această pagină nu poate citi, de aceea nu s-a făcut nimic. Vă rugăm să reveniți și să încercați din nou.',
  attempt_missing:
    'Această conectare a fost deja folosită sau a fost începută în alt browser sau în altă fereastră. Vă rugăm să începeți din nou.',
  attempt_invalid:
    'Acest site nu mai poate citi conectarea pe care ați început-o, de aceea nu v-ați conectat. Vă rugăm să începeți din nou.',
  attempt_expired:
    'Această conectare a durat prea mult, de aceea nu v-ați conectat. Vă rugăm să începeți din nou.',
  attempt_wrong_provider:
    'Răspunsul a venit de la alt serviciu de conectare decât cel ales, de aceea nu v-ați conectat. Vă rugăm să începeți din nou.',
  attempt_already_used: 'Această conectare a fost deja folosită. Vă rugăm să începeți din nou.',
  attempt_session_changed:
    'Între timp v-ați deconectat sau ați schimbat contul, de aceea nu s-a adăugat nimic. Vă rugăm să încercați din nou.',
  provider_unknown: 'Acest site nu oferă acest mod de conectare. Vă rugăm să alegeți altul.',
  provider_place_invalid:
    'Nu vă puteți conecta aici cu această adresă. Vă rugăm să verificați cum este scrisă și să încercați din nou.',
  provider_unavailable:
    'Acest serviciu de conectare nu răspunde momentan. Vă rugăm să încercați din nou peste un minut sau să vă conectați în alt mod.',
  provider_certificate_invalid:
    'Acest site nu se poate conecta în siguranță la acest serviciu de conectare. Vă rugăm să vă conectați în alt mod sau să anunțați administratorii acestui site.',
  provider_denied:
    'Serviciul de conectare nu a permis această conectare, de aceea nu v-ați conectat. Vă rugăm să începeți din nou sau să vă conectați în alt mod.',
  provider_interaction_required:
    'Serviciul de conectare are nevoie mai întâi de un răspuns de la dvs., de aceea nu v-ați conectat. Vă rugăm să începeți din nou.',
  provider_freshness_unproven:
    'Serviciul de conectare nu a confirmat că tocmai v-ați conectat, de aceea nu s-a făcut nimic. Vă rugăm să încercați din nou sau să vă deconectați mai întâi și să vă conectați iar.',
  provider_freshness_unsupported:
    'Această pagină cere o conectare recentă, iar serviciul folosit nu o poate dovedi. Vă rugăm să vă conectați în alt mod.',
  provider_level_unsupported:
    'Această pagină cere o conectare mai sigură decât cea oferită de serviciul folosit. Vă rugăm să vă conectați în alt mod.',
  provider_refused:
    'Serviciul de conectare a refuzat această conectare, de aceea nu v-ați conectat. Vă rugăm să începeți din nou sau să vă conectați în alt mod.',
  provider_redirect_uri_mismatch:
    'Acest site nu este configurat complet la serviciul de conectare, de aceea nu v-ați conectat. Vă rugăm să vă conectați în alt mod sau să anunțați administratorii acestui site.',
  provider_answer_invalid:
    'Serviciul de conectare a dat un răspuns în care nu putem avea încredere, de aceea nu v-ați conectat. Vă rugăm să începeți din nou.',
  provider_notification_invalid:
    'Acest mesaj nu dovedește că vine de la serviciul de conectare, de aceea nu s-a făcut nimic. Vă rugăm să îl trimiteți din nou în forma stabilită de serviciu.',
  account_refused:
    'Acest cont nu are voie să se conecteze aici. Vă rugăm să folosiți alt cont sau să întrebați administratorii acestui site.',
  account_not_created:
    'Acest site nu a putut crea un cont pentru dvs. Dacă aveți deja unul, vă rugăm să vă conectați ca înainte și să adăugați acest mod de conectare pe pagina contului.',
  account_linked_elsewhere:
    'Acest cont este deja asociat aici cu alt utilizator, de aceea nu s-a schimbat nimic. Pentru a-l muta, conectați-vă cu el și eliminați-l mai întâi acolo.',
  account_last:
    'Acesta este singurul mod în care vă puteți conecta, deci nu a fost eliminat. Vă rugăm să adăugați mai întâi altul.',
  account_not_found:
    'Acest cont nu este asociat cu dvs., de aceea nu s-a schimbat nimic. Vă rugăm să deschideți din nou pagina contului.',
  account_link_expired:
    'Adăugarea acestui cont a durat prea mult, de aceea nu s-a adăugat nimic. Vă rugăm să vă conectați cu el încă o dată.',
  session_required: 'Nu sunteți conectat. Vă rugăm să vă conectați mai întâi.',
  session_not_allowed:
    'Sunteți conectat, dar această pagină nu este pentru contul dvs. Dacă ar trebui să fie, vă rugăm să întrebați administratorii acestui site.',
  session_not_fresh:
    'A trecut prea mult timp de când v-ați conectat, de aceea nu s-a schimbat nimic. Vă rugăm să confirmați că sunteți dvs. conectându-vă din nou.',
  session_not_ended:
    'V-ați deconectat în acest browser, dar serverul nostru nu a putut fi contactat pentru a încheia sesiunea și acolo. Pe un computer comun, vă rugăm să reveniți peste câteva minute, să vă conectați și să alegeți „Deconectare de peste tot în rest”.',
  session_other_person:
    'Ați confirmat cu alt cont decât cel cu care sunteți conectat, de aceea nu s-a schimbat nimic. Vă rugăm să încercați din nou.',
  session_other_provider:
    'Ați confirmat cu alt mod de conectare decât cel din această vizită, de aceea nu s-a schimbat nimic. Vă rugăm să îl folosiți pe acela.',
  session_too_large:
    'Profilul dvs. este prea mare pentru acest site, de aceea nu v-ați conectat. Vă rugăm să anunțați administratorii acestui site.',
  token_absent:
    'Acest site nu are permisiunea dvs. la celălalt serviciu, de aceea nu s-a făcut nimic. Vă rugăm să vă conectați contul acolo.',
  token_revoked:
    'Permisiunea dvs. la celălalt serviciu s-a încheiat, de aceea nu s-a făcut nimic. Vă rugăm să vă conectați din nou contul acolo.',
  token_unavailable: 'Celălalt serviciu nu răspunde momentan. Vă rugăm să încercați din nou peste un minut.',
  token_origin_refused: 'Ceva nu a mers bine la noi. Vă rugăm să încercați din nou.',
  token_wrong_account:
    'La celălalt serviciu ați ales alt cont decât cel care are nevoie de permisiunea dvs., de aceea nu s-a schimbat nimic. Vă rugăm să încercați din nou cu acel cont.',
  user_not_found:
    'Acest utilizator nu mai există aici, de aceea nu s-a schimbat nimic. Vă rugăm să reîncărcați pagina.',
  user_fields_invalid:
    'Acest site nu vă poate citi profilul, de aceea nu s-a făcut nimic. Vă rugăm să anunțați administratorii acestui site.',
  upstream_unavailable:
    'Aplicația din spatele acestei pagini nu răspunde momentan. Nu ați greșit cu nimic. Încercați din nou peste un minut.',
  store_unavailable:
    'Acest site nu poate ajunge momentan la datele sale. Vă rugăm să încercați din nou peste un minut.',
  request_cross_site_named:
    'Această cerere a venit de la {received} și nu de la {expected}, de aceea nu s-a făcut nimic. Vă rugăm să reveniți la paginile noastre și să încercați din nou.',
  provider_denied_consent:
    'Serviciul de conectare are nevoie de permisiunea dvs. și nu a primit-o, de aceea nu v-ați conectat. Vă rugăm să începeți din nou când doriți să o dați.',
  token_unavailable_refused:
    'Celălalt serviciu nu v-a reînnoit permisiunea, de aceea nu s-a făcut nimic. Vă rugăm să vă conectați din nou contul acolo.',

  // Apps without cookies, and devices
  clientConfirm: 'Vă conectați la {client}?',
  clientConfirmLead: 'O aplicație de pe acest dispozitiv cere să fie conectată în numele dvs.:',
  clientConfirmLeadHere: 'Un program de pe acest computer cere să fie conectat în numele dvs.:',
  clientConfirmWhen:
    'Permiteți doar dacă tocmai ați început această conectare în {client}. Va putea face ce puteți face dvs. aici, până când o deconectați pe pagina contului.',
  allow: 'Permiteți',
  doNotSignIn: 'Nu, nu conectați',
  otherAccount: 'Folosiți alt cont',
  deviceCode: 'Conectați un dispozitiv',
  deviceCodeLead: 'Scrieți codul afișat de dispozitivul dvs.',
  deviceCodeField: 'Cod',
  deviceCodeWarning:
    'V-a trimis cineva un cod sau v-a cerut să deschideți această pagină? Atunci închideți-o: acea persoană s-ar conecta în numele dvs.',
  continue: 'Continuați',
  deviceConfirm: 'Conectați acest dispozitiv?',
  deviceConfirmLead: 'Un dispozitiv cu {client} cere să fie conectat în numele dvs.:',
  deviceCompare: 'Priviți dispozitivul din fața dvs. Afișează exact acest cod?',
  deviceWarning:
    'V-a trimis cineva acest cod sau un link către această pagină? Atunci refuzați. Persoana cu dispozitivul ar putea face tot ce puteți face dvs. aici. Noi nu vă cerem niciodată un cod.',
  deviceAllow: 'Permiteți, este dispozitivul meu',
  deviceAsked: 'Dispozitivul a cerut acest lucru la {time}.',
  deviceDone: 'Reveniți la dispozitivul dvs.',
  deviceDoneLead: '{client} va fi conectat acolo în câteva secunde. Puteți închide această pagină.',
  deviceDoneMistake: 'A fost o greșeală? Deconectați dispozitivul pe pagina contului.',
  deviceDenied: 'Dispozitivul nu a fost conectat',
  deviceDeniedLead: 'Nu s-a făcut nimic. Puteți închide această pagină.',

  // Errors of apps and devices
  request_not_local:
    'Această pagină nu poate fi deschisă de aici: este pentru computerul pe care se dezvoltă acest site. Vă rugăm să reveniți unde erați.',
  client_unknown:
    'Acest site nu cunoaște aplicația care v-a trimis aici, de aceea nu s-a făcut nimic. Vă rugăm să reveniți la acea aplicație și să îi anunțați administratorii.',
  client_not_public:
    'Aplicația pe care o folosiți a cerut ceva ce acest site nu poate face, de aceea nu s-a făcut nimic. Vă rugăm să începeți din nou în acea aplicație sau să anunțați administratorii acestui site.',
  client_redirect_uri_unknown:
    'Aplicația care v-a trimis aici vrea răspunsul la o adresă care nu este a ei, de aceea nu s-a făcut nimic. Vă rugăm să închideți această pagină și să anunțați administratorii acelei aplicații.',
  client_denied:
    'Nu ați permis această conectare, de aceea nu s-a făcut nimic. Dacă a fost o greșeală, vă rugăm să începeți din nou în aplicație.',
  client_grant_invalid:
    'Această aplicație nu mai este conectată, de aceea nu s-a făcut nimic. Vă rugăm să vă conectați acolo din nou.',
  bearer_not_accepted:
    'Această pagină funcționează doar cu conectarea dintr-un browser, de aceea nu s-a făcut nimic. Vă rugăm să o deschideți în browser.',
  device_code_unknown:
    'Acest site nu cunoaște acest cod sau codul este prea vechi, de aceea nu s-a făcut nimic. Vă rugăm să priviți din nou dispozitivul.',
  device_code_expired:
    'Răspunsul a durat prea mult, de aceea nu s-a făcut nimic. Vă rugăm să începeți din nou pe dispozitiv.',
  device_guesses_exceeded:
    'Ați scris prea multe coduri greșite, de aceea această pagină nu mai acceptă deocamdată. Vă rugăm să așteptați zece minute și să încercați din nou.',
  bearer_token_missing:
    'Această adresă este pentru aplicațiile legate de contul dvs., de aceea nu s-a făcut nimic. Vă rugăm să o deschideți într-o astfel de aplicație.',
  bearer_request_malformed:
    'Această aplicație a trimis o cerere care nu a putut fi înțeleasă. Vă rugăm să actualizați aplicația sau să îi anunțați autorii.',
  bearer_token_invalid:
    'Accesul acestei aplicații s-a încheiat, de aceea nu s-a făcut nimic. Vă rugăm să legați din nou aplicația de contul dvs.',
  bearer_scope_insufficient:
    'Această aplicație nu poate face acest lucru, pentru că nu l-ați permis. Vă rugăm să legați din nou aplicația și să îl permiteți acolo.',
  bearer_level_insufficient:
    'Această aplicație are nevoie de o nouă dovadă că sunteți dvs., de aceea nu s-a făcut nimic. Vă rugăm să vă conectați din nou în aplicație.',
  dpop_proof_invalid:
    'Această aplicație nu a putut dovedi că este cea cu care v-ați conectat. Vă rugăm să vă conectați acolo din nou.',
  dpop_nonce_required:
    'Această aplicație trebuie să dovedească încă o dată că este cea cu care v-ați conectat. Vă rugăm să încercați acolo din nou.',
}
