// Polish.
import type { Translation } from './en.ts'

/** The sentences of the pages and of errors in this language. */
export const messages: Translation = {
  // Every page
  home: 'Strona główna',
  or: 'lub',
  signIn: 'Zaloguj się',
  signOut: 'Wyloguj się',
  signedInAs: 'Zalogowano jako {name}.',
  signedInAsWith: 'Zalogowano jako {name} ({email}).',
  signedInNameless: 'Masz otwartą sesję.',
  yourAccount: 'Twoje konto',

  // Sign-in page
  signInLead: 'Wybierz konto, które już masz.',
  signInLeadSite: 'Użyj konta, które już masz, aby przejść do {site}.',
  signInLeadAgain: 'Kontynuuj jak dotąd albo użyj innego konta.',
  continueWith: 'Kontynuuj przez {provider}',
  continueAs: 'Kontynuuj jako {name}',
  lastUsed: 'Ostatnio używane',
  noProviders: 'W tej chwili nie ma żadnego sposobu logowania.',
  confirmTitle: 'Potwierdź, że to Ty',
  confirmLead: 'Aby otworzyć tę stronę, zaloguj się ponownie.',
  confirmWith: 'Potwierdź przez {provider}',

  // Account page
  account: 'Konto',
  waysToSignIn: 'Sposoby logowania',
  inUse: 'Teraz w użyciu',
  accountTimes: 'Dodano: {added} · ostatnio użyto: {used}',
  onlyWay: 'To Twój jedyny sposób logowania, więc nie można go usunąć.',
  unlink: 'Usuń',
  addAnother: 'Dodaj kolejne',
  addProvider: 'Dodaj {provider}',
  changeAccounts: 'Dodaj lub usuń konto',
  confirmFirst: 'Dla bezpieczeństwa konta potwierdź najpierw, że to Ty.',
  signInAgainFirst: 'Dla bezpieczeństwa konta najpierw wyloguj się i zaloguj ponownie.',
  whereSignedIn: 'Gdzie trwa Twoja sesja',
  thisBrowser: 'Ta przeglądarka',
  sessionWith: 'Przez {provider}',
  sessionWithFrom: 'Przez {provider} · z adresu {address}',
  sessionTimes: 'Od: {start} · ostatnia aktywność: {seen}',
  signOutElsewhere: 'Wyloguj się wszędzie indziej',
  browserOnSystem: '{browser} w systemie {system}',
  browserOfSystem: 'Przeglądarka w systemie {system}',
  browserUnknown: 'Nieznana przeglądarka',

  // Sign-out pages
  signOutTitle: 'Wylogować się?',
  signOutLead: 'To zakończy Twoją sesję w tej przeglądarce.',
  staySignedIn: 'Nie wylogowuj',
  signedOut: 'Wylogowano',
  signedOutLead: 'Możesz teraz zamknąć to okno.',
  signInAgain: 'Zaloguj się ponownie',
  sharedComputer:
    'Czy to wspólny komputer? Możliwe, że masz nadal otwartą sesję w usłudze, przez którą odbyło się logowanie. Wyloguj się także tam.',

  // Adding an account
  linkOffer: 'Masz już konto',
  linkOfferLead: 'Zaloguj się na nie raz, aby dodać {provider}. Od tej pory oba otwierają to samo konto.',
  migration: 'Czy masz tu już konto?',
  migrationLead:
    'Ta witryna ma nowy sposób logowania. Jeśli masz tu konto, zaloguj się raz w stary sposób. Od tej pory otworzy je {provider}.',
  toBeAdded: 'Do dodania',
  newHere: 'Jestem tu po raz pierwszy',
  separateAccount: 'Utwórz osobne konto',
  linkConfirm: 'Dodać {provider} do Twojego konta?',
  linkConfirmLead: 'Jeśli się zgodzisz, możesz logować się także tym kontem:',
  linkYes: 'Tak, dodaj',
  linkNo: 'Nie, zostaw wszystko bez zmian',

  // Data deletion
  codeUnknown: 'Nie znamy tego kodu',
  codeUnknownLead: {
    one: 'Porównaj go z otrzymanym kodem. Zgłoszenie można sprawdzić przez {count} dzień.',
    few: 'Porównaj go z otrzymanym kodem. Zgłoszenie można sprawdzić przez {count} dni.',
    many: 'Porównaj go z otrzymanym kodem. Zgłoszenie można sprawdzić przez {count} dni.',
    other: 'Porównaj go z otrzymanym kodem. Zgłoszenie można sprawdzić przez {count} dnia.',
  },
  dataDeleted: 'Twoje dane zostały usunięte',
  dataDeletedLead:
    'Zgłoszenie zostało wykonane. Konto tamtej usługi nie może się tu już logować. Usunęliśmy to, co usługa przesłała nam o Tobie, i wylogowaliśmy wszystkie urządzenia zalogowane tym kontem.',
  confirmationCode: 'Kod potwierdzenia: {code}',

  // Notices above a page
  noticeLinked: 'Konto zostało dodane. Od teraz możesz się nim logować.',
  noticeUnlinked:
    'Konto zostało usunięte. Nie można się nim już logować, a zalogowane nim urządzenia zostały wylogowane.',
  noticeUnlinkedHere:
    'Konto zostało usunięte, a ta przeglądarka, zalogowana tym kontem, została wylogowana. Zaloguj się w inny sposób.',
  noticeSessionEnded: 'To urządzenie zostało wylogowane.',
  noticeSessionsEnded: 'Wszystkie inne urządzenia zostały wylogowane.',
  noticeLinkDeclined: 'Nic nie zostało dodane.',

  // Error page
  errorNotFound: 'Nie znaleziono',
  errorUnchanged: 'Nic się nie zmieniło',
  errorUnavailable: 'Chwilowo niedostępne',
  errorOurs: 'Coś poszło nie tak',
  errorSession: 'Zaloguj się, aby kontynuować',
  errorSignIn: 'Logowanie nie zostało ukończone',
  errorOther: 'To się nie udało',
  tryAgain: 'Spróbuj ponownie',
  goHome: 'Wróć na początek',
  reference: 'Numer {code}',

  // Errors
  config_origin_missing:
    'Ta witryna nie jest jeszcze w pełni skonfigurowana, więc nie można się zalogować. Powiadom osoby prowadzące tę witrynę.',
  config_store_missing:
    'Ta witryna tego nie oferuje, więc nic nie zostało zrobione. Wróć na poprzednią stronę.',
  request_not_found: 'Pod tym adresem nie ma strony. Sprawdź adres albo wróć na początek.',
  request_method_not_allowed:
    'Tego adresu nie można użyć w ten sposób, więc nic nie zostało zrobione. Wróć na nasze strony i spróbuj ponownie.',
  request_cross_site:
    'To żądanie przyszło z innej witryny, więc nic nie zostało zrobione. Wróć na nasze strony i spróbuj ponownie.',
  request_not_navigation:
    'Ten adres działa tylko jako strona otwarta bezpośrednio, więc nic nie zostało zrobione. Wróć na nasze strony i spróbuj ponownie.',
  request_wrong_host:
    'Ta witryna nie jest skonfigurowana dla adresu w Twojej przeglądarce, więc nic nie zostało zrobione. Powiadom osoby prowadzące tę witrynę.',
  request_too_large:
    'Twoja przeglądarka wysłała więcej, niż ta strona przyjmuje, więc nic nie zostało zrobione. Wróć i wyślij mniej.',
  request_malformed:
    'Twoja przeglądarka wysłała coś, czego ta strona nie może odczytać, więc nic nie zostało zrobione. Wróć i spróbuj ponownie.',
  attempt_missing:
    'To logowanie zostało już użyte albo zaczęto je w innej przeglądarce lub innym oknie. Zacznij od nowa.',
  attempt_invalid:
    'Ta witryna nie może już odczytać rozpoczętego logowania, więc logowanie się nie odbyło. Zacznij od nowa.',
  attempt_expired: 'To logowanie trwało zbyt długo, więc logowanie się nie odbyło. Zacznij od nowa.',
  attempt_wrong_provider:
    'Odpowiedź przyszła z innej usługi logowania niż wybrana, więc logowanie się nie odbyło. Zacznij od nowa.',
  attempt_already_used: 'To logowanie zostało już użyte. Zacznij od nowa.',
  attempt_session_changed:
    'W międzyczasie nastąpiło wylogowanie lub zmiana konta, więc nic nie zostało dodane. Spróbuj ponownie.',
  provider_unknown: 'Ta witryna nie oferuje tego sposobu logowania. Wybierz inny.',
  provider_place_invalid: 'Tym adresem nie można się tu zalogować. Sprawdź jego pisownię i spróbuj ponownie.',
  provider_unavailable:
    'Ta usługa logowania w tej chwili nie odpowiada. Spróbuj ponownie za minutę albo zaloguj się w inny sposób.',
  provider_certificate_invalid:
    'Ta witryna nie może bezpiecznie połączyć się z tą usługą logowania. Zaloguj się w inny sposób albo powiadom osoby prowadzące tę witrynę.',
  provider_denied:
    'Usługa logowania nie zezwoliła na to logowanie, więc logowanie się nie odbyło. Zacznij od nowa albo zaloguj się w inny sposób.',
  provider_interaction_required:
    'Usługa logowania potrzebuje najpierw Twojej odpowiedzi, więc logowanie się nie odbyło. Zacznij od nowa.',
  provider_freshness_unproven:
    'Usługa logowania nie potwierdziła, że logowanie odbyło się właśnie teraz, więc nic nie zostało zrobione. Spróbuj ponownie albo najpierw wyloguj się i zaloguj jeszcze raz.',
  provider_freshness_unsupported:
    'Ta strona wymaga niedawnego logowania, a użyta usługa nie może go potwierdzić. Zaloguj się w inny sposób.',
  provider_level_unsupported:
    'Ta strona wymaga silniejszego logowania niż to, które oferuje użyta usługa. Zaloguj się w inny sposób.',
  provider_refused:
    'Usługa logowania odrzuciła to logowanie, więc logowanie się nie odbyło. Zacznij od nowa albo zaloguj się w inny sposób.',
  provider_redirect_uri_mismatch:
    'Ta witryna nie jest w pełni skonfigurowana w usłudze logowania, więc logowanie się nie odbyło. Zaloguj się w inny sposób albo powiadom osoby prowadzące tę witrynę.',
  provider_answer_invalid:
    'Usługa logowania dała odpowiedź, której nie możemy zaufać, więc logowanie się nie odbyło. Zacznij od nowa.',
  provider_notification_invalid:
    'Ta wiadomość nie dowodzi, że pochodzi od usługi logowania, więc nic nie zostało zrobione. Wyślij ją ponownie w postaci, którą określa usługa.',
  account_refused:
    'To konto nie może się tu zalogować. Użyj innego konta albo zapytaj osoby prowadzące tę witrynę.',
  account_not_created:
    'Ta witryna nie mogła utworzyć dla Ciebie konta. Jeśli już je masz, zaloguj się tak jak wcześniej i dodaj ten sposób logowania na stronie konta.',
  account_linked_elsewhere:
    'To konto jest tu już połączone z innym użytkownikiem, więc nic się nie zmieniło. Aby je przenieść, zaloguj się nim i najpierw usuń je tam.',
  account_last: 'To Twój jedyny sposób logowania, więc nie został usunięty. Dodaj najpierw inny.',
  account_not_found:
    'To konto nie jest połączone z Tobą, więc nic się nie zmieniło. Otwórz ponownie stronę konta.',
  account_link_expired:
    'Dodawanie tego konta trwało zbyt długo, więc nic nie zostało dodane. Zaloguj się nim jeszcze raz.',
  session_required: 'Nie masz otwartej sesji. Najpierw się zaloguj.',
  session_not_allowed:
    'Masz otwartą sesję, ale ta strona nie jest przeznaczona dla Twojego konta. Jeśli powinna być, zapytaj osoby prowadzące tę witrynę.',
  session_not_fresh:
    'Od logowania minęło zbyt wiele czasu, więc nic się nie zmieniło. Potwierdź, że to Ty, logując się ponownie.',
  session_not_ended:
    'W tej przeglądarce nastąpiło wylogowanie, ale nie udało się połączyć z naszym serwerem, aby zakończyć sesję także tam. Na wspólnym komputerze wróć za kilka minut, zaloguj się i wybierz „Wyloguj się wszędzie indziej”.',
  session_other_person:
    'Potwierdzenie nastąpiło innym kontem niż zalogowane, więc nic się nie zmieniło. Spróbuj ponownie.',
  session_other_provider:
    'Potwierdzenie nastąpiło innym sposobem logowania niż użyty podczas tej wizyty, więc nic się nie zmieniło. Użyj tamtego.',
  session_too_large:
    'Twój profil jest za duży dla tej witryny, więc logowanie się nie odbyło. Powiadom osoby prowadzące tę witrynę.',
  token_absent:
    'Ta witryna nie ma Twojej zgody w drugiej usłudze, więc nic nie zostało zrobione. Połącz tam swoje konto.',
  token_revoked:
    'Twoja zgoda w drugiej usłudze wygasła, więc nic nie zostało zrobione. Połącz tam ponownie swoje konto.',
  token_unavailable: 'Druga usługa w tej chwili nie odpowiada. Spróbuj ponownie za minutę.',
  token_origin_refused: 'Coś poszło nie tak po naszej stronie. Spróbuj ponownie.',
  token_wrong_account:
    'W drugiej usłudze wybrano inne konto niż to, które potrzebuje Twojej zgody, więc nic się nie zmieniło. Spróbuj ponownie z tamtym kontem.',
  user_not_found: 'Tego użytkownika już tu nie ma, więc nic się nie zmieniło. Odśwież stronę.',
  user_fields_invalid:
    'Ta witryna nie może odczytać Twojego profilu, więc nic nie zostało zrobione. Powiadom osoby prowadzące tę witrynę.',
  upstream_unavailable:
    'Aplikacja za tą stroną chwilowo nie odpowiada. To nie Twoja wina. Spróbuj ponownie za minutę.',
  store_unavailable: 'Ta witryna nie ma w tej chwili dostępu do swoich danych. Spróbuj ponownie za minutę.',
  request_cross_site_named:
    'To żądanie przyszło z {received}, a nie z {expected}, więc nic nie zostało zrobione. Wróć na nasze strony i spróbuj ponownie.',
  provider_denied_consent:
    'Usługa logowania potrzebuje Twojej zgody i jej nie otrzymała, więc logowanie się nie odbyło. Zacznij od nowa, gdy zechcesz jej udzielić.',
  token_unavailable_refused:
    'Druga usługa nie odnowiła Twojej zgody, więc nic nie zostało zrobione. Połącz tam ponownie swoje konto.',

  // Apps without cookies, and devices
  clientConfirm: 'Zalogować w {client}?',
  clientConfirmLead: 'Aplikacja na tym urządzeniu prosi o zalogowanie w Twoim imieniu:',
  clientConfirmLeadHere: 'Program na tym komputerze prosi o zalogowanie w Twoim imieniu:',
  clientConfirmWhen:
    'Zezwól tylko wtedy, gdy to logowanie zaczęło się przed chwilą w {client} z Twojej inicjatywy. Aplikacja będzie mogła robić to, co Ty, aż wylogujesz ją na stronie konta.',
  allow: 'Zezwól',
  doNotSignIn: 'Nie, nie loguj',
  otherAccount: 'Użyj innego konta',
  deviceCode: 'Zaloguj urządzenie',
  deviceCodeLead: 'Wpisz kod, który pokazuje Twoje urządzenie.',
  deviceCodeField: 'Kod',
  deviceCodeWarning:
    'Ktoś przysłał Ci kod albo poprosił o otwarcie tej strony? Zamknij ją: ta osoba zalogowałaby się w Twoim imieniu.',
  continue: 'Kontynuuj',
  deviceConfirm: 'Zalogować to urządzenie?',
  deviceConfirmLead: 'Urządzenie z {client} prosi o zalogowanie w Twoim imieniu:',
  deviceCompare: 'Spójrz na urządzenie przed sobą. Czy pokazuje dokładnie ten kod?',
  deviceWarning:
    'Ktoś przysłał Ci ten kod albo link do tej strony? Odmów. Osoba z tym urządzeniem mogłaby robić tu wszystko, co Ty. My nigdy nie prosimy o kod.',
  deviceAllow: 'Zezwól, to moje urządzenie',
  deviceAsked: 'Urządzenie poprosiło o to: {time}.',
  deviceDone: 'Wróć do swojego urządzenia',
  deviceDoneLead: 'Aplikacja {client} zaloguje się tam w ciągu kilku sekund. Możesz zamknąć tę stronę.',
  deviceDoneMistake: 'To pomyłka? Wyloguj urządzenie na stronie konta.',
  deviceDenied: 'Urządzenie nie zostało zalogowane',
  deviceDeniedLead: 'Nic nie zostało zrobione. Możesz zamknąć tę stronę.',

  // Errors of apps and devices
  request_not_local:
    'Tej strony nie można otworzyć stąd: jest przeznaczona dla komputera, na którym powstaje ta witryna. Wróć na poprzednią stronę.',
  client_unknown:
    'Ta witryna nie zna aplikacji, która Cię tu przysłała, więc nic nie zostało zrobione. Wróć do tej aplikacji i powiadom osoby, które ją prowadzą.',
  client_not_public:
    'Używana aplikacja poprosiła o coś, czego ta witryna nie potrafi, więc nic nie zostało zrobione. Zacznij od nowa w tej aplikacji albo powiadom osoby prowadzące tę witrynę.',
  client_redirect_uri_unknown:
    'Aplikacja, która Cię tu przysłała, chce odpowiedzi pod adresem, który do niej nie należy, więc nic nie zostało zrobione. Zamknij tę stronę i powiadom osoby prowadzące tę aplikację.',
  client_denied:
    'Nie było zgody na to logowanie, więc nic nie zostało zrobione. Jeśli to pomyłka, zacznij od nowa w aplikacji.',
  client_grant_invalid:
    'Ta aplikacja nie jest już zalogowana, więc nic nie zostało zrobione. Zaloguj się w niej ponownie.',
  bearer_not_accepted:
    'Ta strona działa tylko z sesją przeglądarki, więc nic nie zostało zrobione. Otwórz ją w przeglądarce.',
  device_code_unknown:
    'Ta witryna nie zna tego kodu albo jest on zbyt stary, więc nic nie zostało zrobione. Spójrz ponownie na swoje urządzenie.',
  device_code_expired:
    'Odpowiedź trwała zbyt długo, więc nic nie zostało zrobione. Zacznij od nowa na swoim urządzeniu.',
  device_guesses_exceeded:
    'Wpisano zbyt wiele błędnych kodów, więc ta strona na razie nie przyjmuje kolejnych. Odczekaj dziesięć minut i spróbuj ponownie.',
  bearer_token_missing:
    'Ten adres jest dla aplikacji połączonych z Twoim kontem, więc nic nie zostało zrobione. Otwórz go w takiej aplikacji.',
  bearer_request_malformed:
    'Ta aplikacja wysłała niezrozumiałe żądanie. Zaktualizuj aplikację albo powiadom jej twórców.',
  bearer_token_invalid:
    'Dostęp tej aplikacji wygasł, więc nic nie zostało zrobione. Połącz ponownie aplikację z kontem.',
  bearer_scope_insufficient:
    'Ta aplikacja nie może tego zrobić, bo nie ma na to Twojej zgody. Połącz ją ponownie i zezwól na to.',
  bearer_level_insufficient:
    'Ta aplikacja potrzebuje nowego potwierdzenia, że to Ty, więc nic nie zostało zrobione. Zaloguj się ponownie w aplikacji.',
  dpop_proof_invalid:
    'Ta aplikacja nie mogła dowieść, że to nią odbyło się logowanie. Zaloguj się w niej ponownie.',
  dpop_nonce_required:
    'Ta aplikacja musi jeszcze raz dowieść, że to nią odbyło się logowanie. Spróbuj w niej ponownie.',
}
