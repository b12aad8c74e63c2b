// Finnish.
import type { Translation } from './en.ts'

/** The sentences of the pages and of errors in this language. */
export const messages: Translation = {
  // Every page
  home: 'Etusivu',
  or: 'tai',
  signIn: 'Kirjaudu sisään',
  signOut: 'Kirjaudu ulos',
  signedInAs: 'Olet kirjautunut nimellä {name}.',
  signedInAsWith: 'Olet kirjautunut nimellä {name} ({email}).',
  signedInNameless: 'Olet kirjautunut sisään.',
  yourAccount: 'tilisi',

  // Sign-in page
  signInLead: 'Valitse tili, joka sinulla jo on.',
  signInLeadSite: 'Käytä tiliä, joka sinulla jo on, ja jatka sivustolle {site}.',
  signInLeadAgain: 'Jatka näin tai käytä toista tiliä.',
  continueWith: 'Jatka palvelulla {provider}',
  continueAs: 'Jatka nimellä {name}',
  lastUsed: 'Viimeksi käytetty',
  noProviders: 'Kirjautumiseen ei ole juuri nyt mitään tapaa.',
  confirmTitle: 'Vahvista, että se olet sinä',
  confirmLead: 'Kirjaudu uudelleen, niin voit avata tämän sivun.',
  confirmWith: 'Vahvista palvelulla {provider}',

  // Account page
  account: 'Tili',
  waysToSignIn: 'Kirjautumistavat',
  inUse: 'Käytössä nyt',
  accountTimes: 'Lisätty {added} · viimeksi käytetty {used}',
  onlyWay: 'Tämä on ainoa kirjautumistapasi, joten sitä ei voi poistaa.',
  unlink: 'Poista',
  addAnother: 'Lisää toinen',
  addProvider: 'Lisää {provider}',
  changeAccounts: 'Lisää tai poista tili',
  confirmFirst: 'Vahvista tilisi turvaamiseksi ensin, että se olet sinä.',
  signInAgainFirst: 'Kirjaudu tilisi turvaamiseksi ensin ulos ja takaisin sisään.',
  whereSignedIn: 'Missä olet kirjautuneena',
  thisBrowser: 'Tämä selain',
  sessionWith: 'Palvelulla {provider}',
  sessionWithFrom: 'Palvelulla {provider} · osoitteesta {address}',
  sessionTimes: 'Alkaen {start} · viimeksi nähty {seen}',
  signOutElsewhere: 'Kirjaudu ulos kaikkialta muualta',
  browserOnSystem: '{browser}, {system}',
  browserOfSystem: 'Selain, {system}',
  browserUnknown: 'Tuntematon selain',

  // Sign-out pages
  signOutTitle: 'Kirjaudutaanko ulos?',
  signOutLead: 'Tämä päättää istuntosi tässä selaimessa.',
  staySignedIn: 'Pysy kirjautuneena',
  signedOut: 'Olet kirjautunut ulos',
  signedOutLead: 'Voit nyt sulkea tämän ikkunan.',
  signInAgain: 'Kirjaudu uudelleen',
  sharedComputer:
    'Onko tämä yhteinen tietokone? Saatat olla vielä kirjautuneena palvelussa, jolla kirjauduit. Kirjaudu ulos sieltäkin.',

  // Adding an account
  linkOffer: 'Sinulla on jo tili',
  linkOfferLead: 'Kirjaudu sille kerran, niin {provider} lisätään. Sen jälkeen molemmat avaavat saman tilin.',
  migration: 'Oletko ollut täällä aiemmin?',
  migrationLead:
    'Sivustolla on uusi kirjautumistapa. Jos sinulla on täällä tili, kirjaudu kerran vanhalla tavalla. Sen jälkeen {provider} avaa sen.',
  toBeAdded: 'Lisätään',
  newHere: 'Olen uusi täällä',
  separateAccount: 'Luo erillinen tili',
  linkConfirm: 'Lisätäänkö {provider} tiliisi?',
  linkConfirmLead: 'Jos suostut, voit kirjautua myös tällä tilillä:',
  linkYes: 'Kyllä, lisää se',
  linkNo: 'Ei, jätä kaikki ennalleen',

  // Data deletion
  codeUnknown: 'Emme tunne tätä koodia',
  codeUnknownLead: {
    one: 'Vertaa sitä saamaasi koodiin. Pyyntöä voi hakea {count} päivän ajan.',
    other: 'Vertaa sitä saamaasi koodiin. Pyyntöä voi hakea {count} päivän ajan.',
  },
  dataDeleted: 'Tietosi on poistettu',
  dataDeletedLead:
    'Pyyntösi on toteutettu. Kyseisen palvelun tilillä ei voi enää kirjautua tänne. Poistimme sen, mitä palvelu oli lähettänyt meille sinusta, ja kirjasimme ulos kaikki laitteet, jotka olivat kirjautuneet sillä.',
  confirmationCode: 'Vahvistuskoodi: {code}',

  // Notices above a page
  noticeLinked: 'Tili lisättiin. Voit nyt kirjautua sillä.',
  noticeUnlinked:
    'Tili poistettiin. Sillä ei voi enää kirjautua, ja sillä kirjautuneet laitteet kirjattiin ulos.',
  noticeUnlinkedHere:
    'Tili poistettiin, ja tämä selain, joka oli kirjautunut sillä, kirjattiin ulos. Kirjaudu toisella tavalla.',
  noticeSessionEnded: 'Laite kirjattiin ulos.',
  noticeSessionsEnded: 'Kaikki muut laitteet kirjattiin ulos.',
  noticeLinkDeclined: 'Mitään ei lisätty.',

  // Error page
  errorNotFound: 'Ei löytynyt',
  errorUnchanged: 'Mitään ei muutettu',
  errorUnavailable: 'Ei käytettävissä juuri nyt',
  errorOurs: 'Jokin meni vikaan',
  errorSession: 'Jatka kirjautumalla sisään',
  errorSignIn: 'Kirjautuminen jäi kesken',
  errorOther: 'Se ei onnistunut',
  tryAgain: 'Yritä uudelleen',
  goHome: 'Takaisin alkuun',
  reference: 'Viite {code}',

  // Errors
  config_origin_missing:
    'Sivuston asetukset ovat vielä kesken, joten et voi vielä kirjautua. Ole hyvä ja kerro asiasta sivuston ylläpitäjille.',
  config_store_missing: 'Sivusto ei tarjoa tätä, joten mitään ei tehty. Palaa sivulle, jolta tulit.',
  request_not_found: 'Tässä osoitteessa ei ole sivua. Tarkista osoite tai palaa alkuun.',
  request_method_not_allowed:
    'Tämä osoite ei toimi näin, joten mitään ei tehty. Palaa sivuillemme ja yritä uudelleen.',
  request_cross_site:
    'Pyyntö tuli toiselta sivustolta, joten mitään ei tehty. Palaa sivuillemme ja yritä uudelleen.',
  request_not_navigation:
    'Tämä osoite toimii vain sivuna, jonka avaat itse, joten mitään ei tehty. Palaa sivuillemme ja yritä uudelleen.',
  request_wrong_host:
    'Sivustoa ei ole asetettu selaimessasi näkyvälle osoitteelle, joten mitään ei tehty. Ole hyvä ja kerro asiasta sivuston ylläpitäjille.',
  request_too_large:
    'Selaimesi lähetti enemmän kuin tämä sivu ottaa vastaan, joten mitään ei tehty. Palaa takaisin ja lähetä vähemmän.',
  request_malformed:
    'Selaimesi lähetti jotain, mitä tämä sivu ei osaa lukea, joten mitään ei tehty. Palaa takaisin ja yritä uudelleen.',
  attempt_missing:
    'Tämä kirjautuminen on jo käytetty, tai se aloitettiin toisessa selaimessa tai ikkunassa. Aloita alusta.',
  attempt_invalid:
    'Sivusto ei voi enää lukea aloittamaasi kirjautumista, joten sinua ei kirjattu sisään. Aloita alusta.',
  attempt_expired: 'Kirjautuminen kesti liian kauan, joten sinua ei kirjattu sisään. Aloita alusta.',
  attempt_wrong_provider:
    'Vastaus tuli toisesta kirjautumispalvelusta kuin valitsit, joten sinua ei kirjattu sisään. Aloita alusta.',
  attempt_already_used: 'Tämä kirjautuminen on jo käytetty. Aloita alusta.',
  attempt_session_changed:
    'Kirjauduit välillä ulos tai vaihdoit tiliä, joten mitään ei lisätty. Yritä uudelleen.',
  provider_unknown: 'Sivusto ei tarjoa tätä kirjautumistapaa. Valitse toinen.',
  provider_place_invalid:
    'Tällä osoitteella ei voi kirjautua tänne. Tarkista sen oikeinkirjoitus ja yritä uudelleen.',
  provider_unavailable:
    'Kirjautumispalvelu ei vastaa juuri nyt. Yritä uudelleen minuutin kuluttua tai kirjaudu toisella tavalla.',
  provider_certificate_invalid:
    'Sivusto ei saa turvallista yhteyttä tähän kirjautumispalveluun. Kirjaudu toisella tavalla tai kerro asiasta sivuston ylläpitäjille.',
  provider_denied:
    'Kirjautumispalvelu ei sallinut tätä kirjautumista, joten sinua ei kirjattu sisään. Aloita alusta tai kirjaudu toisella tavalla.',
  provider_interaction_required:
    'Kirjautumispalvelu tarvitsee ensin vastauksen sinulta, joten sinua ei kirjattu sisään. Aloita alusta.',
  provider_freshness_unproven:
    'Kirjautumispalvelu ei vahvistanut, että kirjauduit juuri nyt, joten mitään ei tehty. Yritä uudelleen, tai kirjaudu ensin ulos ja takaisin sisään.',
  provider_freshness_unsupported:
    'Tämä sivu vaatii tuoreen kirjautumisen, eikä käyttämäsi palvelu pysty todistamaan sitä. Kirjaudu toisella tavalla.',
  provider_level_unsupported:
    'Tämä sivu vaatii vahvemman kirjautumisen kuin käyttämäsi palvelu tarjoaa. Kirjaudu toisella tavalla.',
  provider_refused:
    'Kirjautumispalvelu hylkäsi tämän kirjautumisen, joten sinua ei kirjattu sisään. Aloita alusta tai kirjaudu toisella tavalla.',
  provider_redirect_uri_mismatch:
    'Sivuston asetukset kirjautumispalvelussa ovat kesken, joten sinua ei kirjattu sisään. Kirjaudu toisella tavalla tai kerro asiasta sivuston ylläpitäjille.',
  provider_answer_invalid:
    'Kirjautumispalvelu antoi vastauksen, johon emme voi luottaa, joten sinua ei kirjattu sisään. Aloita alusta.',
  provider_notification_invalid:
    'Viesti ei todista, että se tulee kirjautumispalvelusta, joten mitään ei tehty. Lähetä se uudelleen palvelun määrittelemässä muodossa.',
  account_refused:
    'Tällä tilillä ei saa kirjautua tänne. Käytä toista tiliä tai kysy sivuston ylläpitäjiltä.',
  account_not_created:
    'Sivusto ei voinut luoda sinulle tiliä. Jos sinulla on jo tili, kirjaudu kuten ennen ja lisää tämä kirjautumistapa tilisivullasi.',
  account_linked_elsewhere:
    'Tämä tili on jo liitetty toiseen käyttäjään täällä, joten mitään ei muutettu. Jos haluat siirtää sen, kirjaudu sillä ja poista se ensin sieltä.',
  account_last: 'Tämä on ainoa kirjautumistapasi, joten sitä ei poistettu. Lisää ensin toinen.',
  account_not_found:
    'Tätä tiliä ei ole liitetty sinuun, joten mitään ei muutettu. Avaa tilisivusi uudelleen.',
  account_link_expired:
    'Tilin lisääminen kesti liian kauan, joten mitään ei lisätty. Kirjaudu sillä vielä kerran.',
  session_required: 'Et ole kirjautunut sisään. Kirjaudu ensin.',
  session_not_allowed:
    'Olet kirjautunut, mutta tämä sivu ei ole tilillesi. Jos sen pitäisi olla, kysy sivuston ylläpitäjiltä.',
  session_not_fresh:
    'Kirjautumisestasi on kulunut liian kauan, joten mitään ei muutettu. Vahvista kirjautumalla uudelleen, että se olet sinä.',
  session_not_ended:
    'Olet kirjautunut ulos tässä selaimessa, mutta palvelimeemme ei saatu yhteyttä istunnon päättämiseksi sielläkin. Palaa yhteisellä tietokoneella muutaman minuutin kuluttua, kirjaudu ja valitse ”Kirjaudu ulos kaikkialta muualta”.',
  session_other_person:
    'Vahvistit toisella tilillä kuin sillä, jolla olet kirjautunut, joten mitään ei muutettu. Yritä uudelleen.',
  session_other_provider:
    'Vahvistit toisella kirjautumistavalla kuin sillä, jota käytit tällä käynnillä, joten mitään ei muutettu. Käytä sitä.',
  session_too_large:
    'Profiilisi on liian suuri tälle sivustolle, joten sinua ei kirjattu sisään. Ole hyvä ja kerro asiasta sivuston ylläpitäjille.',
  token_absent:
    'Sivustolla ei ole lupaasi toisessa palvelussa, joten mitään ei tehty. Yhdistä tilisi siellä.',
  token_revoked:
    'Lupasi toisessa palvelussa on päättynyt, joten mitään ei tehty. Yhdistä tilisi siellä uudelleen.',
  token_unavailable: 'Toinen palvelu ei vastaa juuri nyt. Yritä uudelleen minuutin kuluttua.',
  token_origin_refused: 'Jokin meni vikaan meillä. Yritä uudelleen.',
  token_wrong_account:
    'Valitsit toisessa palvelussa eri tilin kuin sen, joka tarvitsee lupasi, joten mitään ei muutettu. Yritä uudelleen sillä tilillä.',
  user_not_found: 'Tätä käyttäjää ei enää ole täällä, joten mitään ei muutettu. Lataa sivu uudelleen.',
  user_fields_invalid:
    'Sivusto ei voi lukea profiiliasi, joten mitään ei tehty. Ole hyvä ja kerro asiasta sivuston ylläpitäjille.',
  upstream_unavailable:
    'Tämän sivun takana oleva sovellus ei vastaa juuri nyt. Et tehnyt mitään väärin. Yritä uudelleen minuutin kuluttua.',
  store_unavailable: 'Sivusto ei juuri nyt pääse tietoihinsa. Yritä uudelleen minuutin kuluttua.',
  request_cross_site_named:
    'Pyyntö tuli osoitteesta {received} eikä osoitteesta {expected}, joten mitään ei tehty. Palaa sivuillemme ja yritä uudelleen.',
  provider_denied_consent:
    'Kirjautumispalvelu tarvitsee lupasi eikä saanut sitä, joten sinua ei kirjattu sisään. Aloita alusta, kun haluat antaa sen.',
  token_unavailable_refused:
    'Toinen palvelu ei uusinut lupaasi, joten mitään ei tehty. Yhdistä tilisi siellä uudelleen.',

  // Apps without cookies, and devices
  clientConfirm: 'Kirjaudutaanko sovellukseen {client}?',
  clientConfirmLead: 'Tällä laitteella oleva sovellus pyytää kirjautumista sinuna:',
  clientConfirmLeadHere: 'Tällä tietokoneella oleva ohjelma pyytää kirjautumista sinuna:',
  clientConfirmWhen:
    'Salli vain, jos aloitit tämän kirjautumisen juuri sovelluksessa {client}. Se voi tehdä täällä kaiken, mitä sinäkin, kunnes kirjaat sen ulos tilisivullasi.',
  allow: 'Salli',
  doNotSignIn: 'Ei, älä kirjaa sisään',
  otherAccount: 'Käytä toista tiliä',
  deviceCode: 'Kirjaa laite sisään',
  deviceCodeLead: 'Kirjoita koodi, jonka laitteesi näyttää.',
  deviceCodeField: 'Koodi',
  deviceCodeWarning:
    'Lähettikö joku sinulle koodin tai pyysikö avaamaan tämän sivun? Sulje se: kyseinen henkilö kirjautuisi sinuna.',
  continue: 'Jatka',
  deviceConfirm: 'Kirjataanko tämä laite sisään?',
  deviceConfirmLead: 'Laite, jossa on {client}, pyytää kirjautumista sinuna:',
  deviceCompare: 'Katso edessäsi olevaa laitetta. Näyttääkö se täsmälleen tämän koodin?',
  deviceWarning:
    'Lähettikö joku sinulle tämän koodin tai linkin tälle sivulle? Kieltäydy. Laitteen haltija voisi tehdä täällä kaiken, mitä sinäkin. Me emme koskaan pyydä sinulta koodia.',
  deviceAllow: 'Salli, se on minun laitteeni',
  deviceAsked: 'Laite pyysi tätä {time}.',
  deviceDone: 'Palaa laitteesi ääreen',
  deviceDoneLead: '{client} kirjautuu siellä muutamassa sekunnissa. Voit sulkea tämän sivun.',
  deviceDoneMistake: 'Oliko se erehdys? Kirjaa laite ulos tilisivullasi.',
  deviceDenied: 'Laitetta ei kirjattu sisään',
  deviceDeniedLead: 'Mitään ei tehty. Voit sulkea tämän sivun.',

  // Errors of apps and devices
  request_not_local:
    'Tätä sivua ei voi avata täältä: se on tietokoneelle, jolla sivustoa kehitetään. Palaa sinne, missä olit.',
  client_unknown:
    'Sivusto ei tunne sovellusta, joka lähetti sinut tänne, joten mitään ei tehty. Palaa sovellukseen ja kerro asiasta sen ylläpitäjille.',
  client_not_public:
    'Käyttämäsi sovellus pyysi jotain, mitä sivusto ei osaa, joten mitään ei tehty. Aloita sovelluksessa alusta tai kerro asiasta sivuston ylläpitäjille.',
  client_redirect_uri_unknown:
    'Sovellus, joka lähetti sinut tänne, haluaa vastauksen osoitteeseen, joka ei ole sen oma, joten mitään ei tehty. Sulje tämä sivu ja kerro asiasta sovelluksen ylläpitäjille.',
  client_denied:
    'Et sallinut tätä kirjautumista, joten mitään ei tehty. Jos se oli erehdys, aloita sovelluksessa alusta.',
  client_grant_invalid:
    'Sovellus ei ole enää kirjautuneena, joten mitään ei tehty. Kirjaudu siellä uudelleen.',
  bearer_not_accepted:
    'Tämä sivu toimii vain selaimen kirjautumisella, joten mitään ei tehty. Avaa se selaimessasi.',
  device_code_unknown:
    'Sivusto ei tunne tätä koodia, tai se on liian vanha, joten mitään ei tehty. Katso laitettasi uudelleen.',
  device_code_expired: 'Vastaaminen kesti liian kauan, joten mitään ei tehty. Aloita alusta laitteellasi.',
  device_guesses_exceeded:
    'Kirjoitit liian monta väärää koodia, joten tämä sivu ei ota niitä nyt vastaan. Odota kymmenen minuuttia ja yritä sitten uudelleen.',
  bearer_token_missing:
    'Tämä osoite on tiliisi yhdistetyille sovelluksille, joten mitään ei tehty. Avaa se sellaisessa sovelluksessa.',
  bearer_request_malformed:
    'Sovellus lähetti pyynnön, jota ei voitu ymmärtää. Päivitä sovellus tai kerro asiasta sen tekijöille.',
  bearer_token_invalid:
    'Sovelluksen käyttöoikeus on päättynyt, joten mitään ei tehty. Yhdistä sovellus tiliisi uudelleen.',
  bearer_scope_insufficient:
    'Sovellus ei saa tehdä tätä, koska et ole sallinut sitä. Yhdistä sovellus uudelleen ja salli se siellä.',
  bearer_level_insufficient:
    'Sovellus tarvitsee uuden todisteen siitä, että se olet sinä, joten mitään ei tehty. Kirjaudu sovelluksessa uudelleen.',
  dpop_proof_invalid: 'Sovellus ei voinut todistaa olevansa se, jolla kirjauduit. Kirjaudu siellä uudelleen.',
  dpop_nonce_required:
    'Sovelluksen on todistettava vielä kerran olevansa se, jolla kirjauduit. Yritä siellä uudelleen.',
}
