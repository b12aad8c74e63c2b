// Hungarian.
import type { Translation } from './en.ts'

/** The sentences of the pages and of errors in this language. */
export const messages: Translation = {
  // Every page
  home: 'Kezdőlap',
  or: 'vagy',
  signIn: 'Bejelentkezés',
  signOut: 'Kijelentkezés',
  signedInAs: 'Bejelentkezve: {name}.',
  signedInAsWith: 'Bejelentkezve: {name} ({email}).',
  signedInNameless: 'Be van jelentkezve.',
  yourAccount: 'az Ön fiókja',

  // Sign-in page
  signInLead: 'Válasszon egy fiókot, amellyel már rendelkezik.',
  signInLeadSite: 'Egy meglévő fiókkal folytathatja ide: {site}.',
  signInLeadAgain: 'Folytassa így, vagy használjon másik fiókot.',
  continueWith: 'Folytatás ezzel: {provider}',
  continueAs: 'Folytatás mint {name}',
  lastUsed: 'Legutóbb használt',
  noProviders: 'Jelenleg nincs mód a bejelentkezésre.',
  confirmTitle: 'Erősítse meg, hogy Ön az',
  confirmLead: 'Az oldal megnyitásához jelentkezzen be újra.',
  confirmWith: 'Megerősítés ezzel: {provider}',

  // Account page
  account: 'Fiók',
  waysToSignIn: 'Bejelentkezési módok',
  inUse: 'Most használatban',
  accountTimes: 'Hozzáadva: {added} · utoljára használva: {used}',
  onlyWay: 'Ez az egyetlen bejelentkezési módja, ezért nem távolítható el.',
  unlink: 'Eltávolítás',
  addAnother: 'Másik hozzáadása',
  addProvider: '{provider} hozzáadása',
  changeAccounts: 'Fiók hozzáadása vagy eltávolítása',
  confirmFirst: 'Fiókja védelmében kérjük, előbb erősítse meg, hogy Ön az.',
  signInAgainFirst: 'Fiókja védelmében kérjük, előbb jelentkezzen ki, majd be újra.',
  whereSignedIn: 'Hol van bejelentkezve',
  thisBrowser: 'Ez a böngésző',
  sessionWith: '{provider}',
  sessionWithFrom: '{provider} · innen: {address}',
  sessionTimes: 'Kezdete: {start} · utoljára aktív: {seen}',
  signOutElsewhere: 'Kijelentkezés mindenhol máshol',
  browserOnSystem: '{browser} – {system}',
  browserOfSystem: 'Böngésző – {system}',
  browserUnknown: 'Ismeretlen böngésző',

  // Sign-out pages
  signOutTitle: 'Kijelentkezik?',
  signOutLead: 'Ezzel véget ér a munkamenete ebben a böngészőben.',
  staySignedIn: 'Maradjon bejelentkezve',
  signedOut: 'Kijelentkezett',
  signedOutLead: 'Most már bezárhatja ezt az ablakot.',
  signInAgain: 'Bejelentkezés újra',
  sharedComputer:
    'Közösen használt számítógép ez? Lehet, hogy annál a szolgáltatásnál, amellyel bejelentkezett, még be van jelentkezve. Jelentkezzen ki ott is.',

  // Adding an account
  linkOffer: 'Már van fiókja',
  linkOfferLead:
    'Jelentkezzen be egyszer abba, és hozzáadjuk ezt: {provider}. Onnantól mindkettő ugyanazt a fiókot nyitja meg.',
  migration: 'Járt már itt?',
  migrationLead:
    'Ezen a webhelyen új a bejelentkezés módja. Ha van itt fiókja, jelentkezzen be egyszer a régi módon. Onnantól ezzel nyithatja meg: {provider}.',
  toBeAdded: 'Hozzáadandó',
  newHere: 'Most vagyok itt először',
  separateAccount: 'Külön fiók létrehozása',
  linkConfirm: 'Hozzáadja a fiókjához: {provider}?',
  linkConfirmLead: 'Ha beleegyezik, ezzel a fiókkal is bejelentkezhet:',
  linkYes: 'Igen, hozzáadom',
  linkNo: 'Nem, maradjon minden így',

  // Data deletion
  codeUnknown: 'Ezt a kódot nem ismerjük',
  codeUnknownLead: {
    one: 'Kérjük, vesse össze azzal a kóddal, amelyet kapott. Egy kérés {count} napig kereshető vissza.',
    other: 'Kérjük, vesse össze azzal a kóddal, amelyet kapott. Egy kérés {count} napig kereshető vissza.',
  },
  dataDeleted: 'Adatait töröltük',
  dataDeletedLead:
    'Kérését teljesítettük. Annak a szolgáltatásnak a fiókja itt többé nem jelentkezhet be. Töröltük, amit a szolgáltatás Önről küldött, és kijelentkeztettük az összes eszközt, amely ezzel jelentkezett be.',
  confirmationCode: 'Megerősítő kód: {code}',

  // Notices above a page
  noticeLinked: 'A fiókot hozzáadtuk. Mostantól bejelentkezhet vele.',
  noticeUnlinked:
    'A fiókot eltávolítottuk. Többé nem lehet vele bejelentkezni, és a vele bejelentkezett eszközöket kijelentkeztettük.',
  noticeUnlinkedHere:
    'A fiókot eltávolítottuk, és ezt a böngészőt, amely vele jelentkezett be, kijelentkeztettük. Kérjük, jelentkezzen be más módon.',
  noticeSessionEnded: 'Azt az eszközt kijelentkeztettük.',
  noticeSessionsEnded: 'Minden más eszközt kijelentkeztettünk.',
  noticeLinkDeclined: 'Semmit sem adtunk hozzá.',

  // Error page
  errorNotFound: 'Nem található',
  errorUnchanged: 'Semmi sem változott',
  errorUnavailable: 'Jelenleg nem elérhető',
  errorOurs: 'Hiba történt',
  errorSession: 'A folytatáshoz jelentkezzen be',
  errorSignIn: 'A bejelentkezés nem fejeződött be',
  errorOther: 'Ez nem sikerült',
  tryAgain: 'Próbálja újra',
  goHome: 'Vissza az elejére',
  reference: 'Hivatkozás: {code}',

  // Errors
  config_origin_missing:
    'Ez a webhely még nincs teljesen beállítva, ezért még nem tud bejelentkezni. Kérjük, szóljon a webhely üzemeltetőinek.',
  config_store_missing:
    'Ez a webhely ezt nem kínálja, ezért nem történt semmi. Kérjük, térjen vissza az előző oldalra.',
  request_not_found: 'Ezen a címen nincs oldal. Kérjük, ellenőrizze a címet, vagy térjen vissza az elejére.',
  request_method_not_allowed:
    'Ez a cím így nem működik, ezért nem történt semmi. Kérjük, térjen vissza az oldalainkra, és próbálja újra.',
  request_cross_site:
    'Ez a kérés egy másik webhelyről érkezett, ezért nem történt semmi. Kérjük, térjen vissza az oldalainkra, és próbálja újra.',
  request_not_navigation:
    'Ez a cím csak olyan oldalként működik, amelyet Ön nyit meg, ezért nem történt semmi. Kérjük, térjen vissza az oldalainkra, és próbálja újra.',
  request_wrong_host:
    'Ez a webhely nincs beállítva a böngészőjében látható címre, ezért nem történt semmi. Kérjük, szóljon a webhely üzemeltetőinek.',
  request_too_large:
    'A böngészője többet küldött, mint amennyit ez az oldal elfogad, ezért nem történt semmi. Kérjük, lépjen vissza, és küldjön kevesebbet.',
  request_malformed:
    'A böngészője olyasmit küldött, amit ez az oldal nem tud elolvasni, ezért nem történt semmi. Kérjük, lépjen vissza, és próbálja újra.',
  attempt_missing:
    'Ezt a bejelentkezést már felhasználták, vagy másik böngészőben vagy ablakban kezdték el. Kérjük, kezdje újra.',
  attempt_invalid:
    'Ez a webhely már nem tudja elolvasni a megkezdett bejelentkezést, ezért a bejelentkezés nem történt meg. Kérjük, kezdje újra.',
  attempt_expired:
    'A bejelentkezés túl sokáig tartott, ezért a bejelentkezés nem történt meg. Kérjük, kezdje újra.',
  attempt_wrong_provider:
    'A válasz nem attól a bejelentkezési szolgáltatástól érkezett, amelyet választott, ezért a bejelentkezés nem történt meg. Kérjük, kezdje újra.',
  attempt_already_used: 'Ezt a bejelentkezést már felhasználták. Kérjük, kezdje újra.',
  attempt_session_changed:
    'Közben kijelentkezett vagy fiókot váltott, ezért semmit sem adtunk hozzá. Kérjük, próbálja újra.',
  provider_unknown: 'Ez a webhely nem kínálja ezt a bejelentkezési módot. Kérjük, válasszon másikat.',
  provider_place_invalid:
    'Ezzel a címmel itt nem lehet bejelentkezni. Kérjük, ellenőrizze a helyesírását, és próbálja újra.',
  provider_unavailable:
    'Ez a bejelentkezési szolgáltatás most nem válaszol. Kérjük, próbálja újra egy perc múlva, vagy jelentkezzen be más módon.',
  provider_certificate_invalid:
    'Ez a webhely nem tud biztonságosan csatlakozni ehhez a bejelentkezési szolgáltatáshoz. Kérjük, jelentkezzen be más módon, vagy szóljon a webhely üzemeltetőinek.',
  provider_denied:
    'A bejelentkezési szolgáltatás nem engedélyezte ezt, ezért a bejelentkezés nem történt meg. Kérjük, kezdje újra, vagy jelentkezzen be más módon.',
  provider_interaction_required:
    'A bejelentkezési szolgáltatás előbb választ vár Öntől, ezért a bejelentkezés nem történt meg. Kérjük, kezdje újra.',
  provider_freshness_unproven:
    'A bejelentkezési szolgáltatás nem erősítette meg, hogy Ön most jelentkezett be, ezért nem történt semmi. Kérjük, próbálja újra, vagy előbb jelentkezzen ki, majd be újra.',
  provider_freshness_unsupported:
    'Ehhez az oldalhoz friss bejelentkezés kell, és a használt szolgáltatás ezt nem tudja igazolni. Kérjük, jelentkezzen be más módon.',
  provider_level_unsupported:
    'Ehhez az oldalhoz erősebb bejelentkezés kell, mint amit a használt szolgáltatás kínál. Kérjük, jelentkezzen be más módon.',
  provider_refused:
    'A bejelentkezési szolgáltatás elutasította ezt, ezért a bejelentkezés nem történt meg. Kérjük, kezdje újra, vagy jelentkezzen be más módon.',
  provider_redirect_uri_mismatch:
    'Ez a webhely nincs teljesen beállítva a bejelentkezési szolgáltatásnál, ezért a bejelentkezés nem történt meg. Kérjük, jelentkezzen be más módon, vagy szóljon a webhely üzemeltetőinek.',
  provider_answer_invalid:
    'A bejelentkezési szolgáltatás olyan választ adott, amelyben nem bízhatunk meg, ezért a bejelentkezés nem történt meg. Kérjük, kezdje újra.',
  provider_notification_invalid:
    'Ez az üzenet nem bizonyítja, hogy a bejelentkezési szolgáltatástól származik, ezért nem történt semmi. Kérjük, küldje el újra a szolgáltatás által meghatározott formában.',
  account_refused:
    'Ez a fiók itt nem jelentkezhet be. Kérjük, használjon másik fiókot, vagy kérdezze meg a webhely üzemeltetőit.',
  account_not_created:
    'Ez a webhely nem tudott Önnek fiókot létrehozni. Ha már van fiókja, kérjük, jelentkezzen be a régi módon, majd adja hozzá ezt a módot a fiókja oldalán.',
  account_linked_elsewhere:
    'Ez a fiók itt már egy másik felhasználóhoz tartozik, ezért semmi sem változott. Az áthelyezéséhez jelentkezzen be vele, és előbb ott távolítsa el.',
  account_last:
    'Ez az egyetlen bejelentkezési módja, ezért nem távolítottuk el. Kérjük, előbb adjon hozzá egy másikat.',
  account_not_found:
    'Ez a fiók nem Önhöz tartozik, ezért semmi sem változott. Kérjük, nyissa meg újra a fiókja oldalát.',
  account_link_expired:
    'A fiók hozzáadása túl sokáig tartott, ezért semmit sem adtunk hozzá. Kérjük, jelentkezzen be vele még egyszer.',
  session_required: 'Nincs bejelentkezve. Kérjük, előbb jelentkezzen be.',
  session_not_allowed:
    'Be van jelentkezve, de ez az oldal nem az Ön fiókjához való. Ha annak kellene lennie, kérjük, kérdezze meg a webhely üzemeltetőit.',
  session_not_fresh:
    'Túl sok idő telt el a bejelentkezése óta, ezért semmi sem változott. Kérjük, újbóli bejelentkezéssel erősítse meg, hogy Ön az.',
  session_not_ended:
    'Ebben a böngészőben kijelentkezett, de a szerverünket nem lehetett elérni, hogy ott is véget érjen a munkamenet. Közös számítógépen kérjük, jöjjön vissza néhány perc múlva, jelentkezzen be, és válassza ezt: „Kijelentkezés mindenhol máshol”.',
  session_other_person:
    'Nem azzal a fiókkal erősítette meg, amellyel be van jelentkezve, ezért semmi sem változott. Kérjük, próbálja újra.',
  session_other_provider:
    'Nem azzal a bejelentkezési móddal erősítette meg, amelyet most használt, ezért semmi sem változott. Kérjük, azt használja.',
  session_too_large:
    'A profilja túl nagy ehhez a webhelyhez, ezért a bejelentkezés nem történt meg. Kérjük, szóljon a webhely üzemeltetőinek.',
  token_absent:
    'Ennek a webhelynek nincs engedélye Öntől a másik szolgáltatásnál, ezért nem történt semmi. Kérjük, csatlakoztassa ott a fiókját.',
  token_revoked:
    'Az engedélye a másik szolgáltatásnál megszűnt, ezért nem történt semmi. Kérjük, csatlakoztassa ott újra a fiókját.',
  token_unavailable: 'A másik szolgáltatás most nem válaszol. Kérjük, próbálja újra egy perc múlva.',
  token_origin_refused: 'Nálunk történt hiba. Kérjük, próbálja újra.',
  token_wrong_account:
    'A másik szolgáltatásnál nem azt a fiókot választotta, amelyiknek az engedélyére szükség van, ezért semmi sem változott. Kérjük, próbálja újra azzal a fiókkal.',
  user_not_found:
    'Ez a felhasználó már nincs itt, ezért semmi sem változott. Kérjük, töltse be újra az oldalt.',
  user_fields_invalid:
    'Ez a webhely nem tudja elolvasni a profilját, ezért nem történt semmi. Kérjük, szóljon a webhely üzemeltetőinek.',
  upstream_unavailable:
    'Az oldal mögötti alkalmazás jelenleg nem válaszol. Ön semmit sem rontott el. Próbálja újra egy perc múlva.',
  store_unavailable: 'Ez a webhely most nem éri el az adatait. Kérjük, próbálja újra egy perc múlva.',
  request_cross_site_named:
    'Ez a kérés innen érkezett: {received}, és nem innen: {expected}, ezért nem történt semmi. Kérjük, térjen vissza az oldalainkra, és próbálja újra.',
  provider_denied_consent:
    'A bejelentkezési szolgáltatásnak szüksége van az engedélyére, és nem kapta meg, ezért a bejelentkezés nem történt meg. Kérjük, kezdje újra, ha meg szeretné adni.',
  token_unavailable_refused:
    'A másik szolgáltatás nem újította meg az engedélyét, ezért nem történt semmi. Kérjük, csatlakoztassa ott újra a fiókját.',

  // Apps without cookies, and devices
  clientConfirm: 'Bejelentkezik ide: {client}?',
  clientConfirmLead: 'Egy alkalmazás ezen az eszközön az Ön nevében szeretne bejelentkezni:',
  clientConfirmLeadHere: 'Egy program ezen a számítógépen az Ön nevében szeretne bejelentkezni:',
  clientConfirmWhen:
    'Csak akkor engedélyezze, ha ezt a bejelentkezést most Ön kezdte itt: {client}. Mindent megtehet, amit Ön itt megtehet, amíg a fiókja oldalán ki nem jelentkezteti.',
  allow: 'Engedélyezés',
  doNotSignIn: 'Nem, ne jelentkezzen be',
  otherAccount: 'Másik fiók használata',
  deviceCode: 'Eszköz bejelentkeztetése',
  deviceCodeLead: 'Írja be az eszközén látható kódot.',
  deviceCodeField: 'Kód',
  deviceCodeWarning:
    'Valaki kódot küldött, vagy arra kérte, hogy nyissa meg ezt az oldalt? Akkor zárja be: az illető az Ön nevében jelentkezne be.',
  continue: 'Folytatás',
  deviceConfirm: 'Bejelentkezteti ezt az eszközt?',
  deviceConfirmLead: 'Egy eszköz ({client}) az Ön nevében szeretne bejelentkezni:',
  deviceCompare: 'Nézze meg az Ön előtt lévő eszközt. Pontosan ezt a kódot mutatja?',
  deviceWarning:
    'Valaki küldte Önnek ezt a kódot vagy az oldal hivatkozását? Akkor utasítsa el. Akinél az eszköz van, mindent megtehetne, amit Ön itt megtehet. Mi sosem kérünk Öntől kódot.',
  deviceAllow: 'Engedélyezem, az én eszközöm',
  deviceAsked: 'A kérés ideje: {time}.',
  deviceDone: 'Térjen vissza az eszközéhez',
  deviceDoneLead:
    '{client}: a bejelentkezés ott néhány másodpercen belül megtörténik. Ezt az oldalt bezárhatja.',
  deviceDoneMistake: 'Tévedés volt? Jelentkeztesse ki az eszközt a fiókja oldalán.',
  deviceDenied: 'Az eszköz nem jelentkezett be',
  deviceDeniedLead: 'Nem történt semmi. Ezt az oldalt bezárhatja.',

  // Errors of apps and devices
  request_not_local:
    'Ez az oldal innen nem nyitható meg: arra a számítógépre való, amelyen ezt a webhelyet fejlesztik. Kérjük, térjen vissza oda, ahol volt.',
  client_unknown:
    'Ez a webhely nem ismeri az alkalmazást, amely ide küldte, ezért nem történt semmi. Kérjük, térjen vissza abba az alkalmazásba, és szóljon az üzemeltetőinek.',
  client_not_public:
    'Az alkalmazás olyasmit kért, amire ez a webhely nem képes, ezért nem történt semmi. Kérjük, kezdje újra az alkalmazásban, vagy szóljon a webhely üzemeltetőinek.',
  client_redirect_uri_unknown:
    'Az alkalmazás, amely ide küldte, nem a saját címén várja a választ, ezért nem történt semmi. Kérjük, zárja be ezt az oldalt, és szóljon az alkalmazás üzemeltetőinek.',
  client_denied:
    'Nem engedélyezte ezt a bejelentkezést, ezért nem történt semmi. Ha ez tévedés volt, kérjük, kezdje újra az alkalmazásban.',
  client_grant_invalid:
    'Ez az alkalmazás már nincs bejelentkezve, ezért nem történt semmi. Kérjük, jelentkezzen be ott újra.',
  bearer_not_accepted:
    'Ez az oldal csak böngészős bejelentkezéssel működik, ezért nem történt semmi. Kérjük, nyissa meg a böngészőjében.',
  device_code_unknown:
    'Ez a webhely nem ismeri ezt a kódot, vagy a kód túl régi, ezért nem történt semmi. Kérjük, nézze meg újra az eszközét.',
  device_code_expired:
    'A válasz túl sokáig tartott, ezért nem történt semmi. Kérjük, kezdje újra az eszközén.',
  device_guesses_exceeded:
    'Túl sok hibás kódot írt be, ezért ez az oldal most nem fogad el többet. Kérjük, várjon tíz percet, majd próbálja újra.',
  bearer_token_missing:
    'Ez a cím a fiókjához csatlakoztatott alkalmazásoknak szól, ezért nem történt semmi. Kérjük, egy ilyen alkalmazásban nyissa meg.',
  bearer_request_malformed:
    'Ez az alkalmazás érthetetlen kérést küldött. Kérjük, frissítse az alkalmazást, vagy szóljon a készítőinek.',
  bearer_token_invalid:
    'Ennek az alkalmazásnak a hozzáférése megszűnt, ezért nem történt semmi. Kérjük, csatlakoztassa újra az alkalmazást a fiókjához.',
  bearer_scope_insufficient:
    'Ez az alkalmazás ezt nem teheti meg, mert Ön nem engedélyezte. Kérjük, csatlakoztassa újra, és engedélyezze ott.',
  bearer_level_insufficient:
    'Ennek az alkalmazásnak új igazolás kell arról, hogy Ön az, ezért nem történt semmi. Kérjük, jelentkezzen be újra az alkalmazásban.',
  dpop_proof_invalid:
    'Ez az alkalmazás nem tudta igazolni, hogy vele jelentkezett be. Kérjük, jelentkezzen be ott újra.',
  dpop_nonce_required:
    'Ennek az alkalmazásnak még egyszer igazolnia kell, hogy vele jelentkezett be. Kérjük, próbálja újra ott.',
}
