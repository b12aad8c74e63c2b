// Czech.
import type { Translation } from './en.ts'

/** The sentences of the pages and of errors in this language. */
export const messages: Translation = {
  // Every page
  home: 'Domů',
  or: 'nebo',
  signIn: 'Přihlásit se',
  signOut: 'Odhlásit se',
  signedInAs: 'Jste přihlášeni jako {name}.',
  signedInAsWith: 'Jste přihlášeni jako {name} ({email}).',
  signedInNameless: 'Jste přihlášeni.',
  yourAccount: 'váš účet',

  // Sign-in page
  signInLead: 'Vyberte účet, který už máte.',
  signInLeadSite: 'Použijte účet, který už máte, a pokračujte na {site}.',
  signInLeadAgain: 'Pokračujte takto, nebo použijte jiný účet.',
  continueWith: 'Pokračovat přes {provider}',
  continueAs: 'Pokračovat jako {name}',
  lastUsed: 'Naposledy použito',
  noProviders: 'Momentálně se nelze nijak přihlásit.',
  confirmTitle: 'Potvrďte, že jste to vy',
  confirmLead: 'Chcete-li otevřít tuto stránku, přihlaste se prosím znovu.',
  confirmWith: 'Potvrdit přes {provider}',

  // Account page
  account: 'Účet',
  waysToSignIn: 'Způsoby přihlášení',
  inUse: 'Právě se používá',
  accountTimes: 'Přidáno {added} · naposledy použito {used}',
  onlyWay: 'Je to váš jediný způsob přihlášení, proto ho nelze odebrat.',
  unlink: 'Odebrat',
  addAnother: 'Přidat další',
  addProvider: 'Přidat {provider}',
  changeAccounts: 'Přidat nebo odebrat účet',
  confirmFirst: 'Aby byl váš účet v bezpečí, potvrďte prosím nejdřív, že jste to vy.',
  signInAgainFirst: 'Aby byl váš účet v bezpečí, nejdřív se prosím odhlaste a znovu přihlaste.',
  whereSignedIn: 'Kde jste přihlášeni',
  thisBrowser: 'Tento prohlížeč',
  sessionWith: 'Přes {provider}',
  sessionWithFrom: 'Přes {provider} · z adresy {address}',
  sessionTimes: 'Od {start} · naposledy {seen}',
  signOutElsewhere: 'Odhlásit se všude jinde',
  browserOnSystem: '{browser}, {system}',
  browserOfSystem: 'Prohlížeč, {system}',
  browserUnknown: 'Neznámý prohlížeč',

  // Sign-out pages
  signOutTitle: 'Odhlásit se?',
  signOutLead: 'Tím skončí vaše relace v tomto prohlížeči.',
  staySignedIn: 'Zůstat přihlášeni',
  signedOut: 'Jste odhlášeni',
  signedOutLead: 'Toto okno teď můžete zavřít.',
  signInAgain: 'Znovu se přihlásit',
  sharedComputer:
    'Používají tento počítač i jiní? U služby, přes kterou jste se přihlásili, můžete být stále přihlášeni. Odhlaste se i tam.',

  // Adding an account
  linkOffer: 'Účet už máte',
  linkOfferLead: 'Jednou se k němu přihlaste a přidejte {provider}. Potom oba otevřou stejný účet.',
  migration: 'Byli jste tu už dříve?',
  migrationLead:
    'Tento web má nový způsob přihlášení. Pokud tu máte účet, přihlaste se jednou starým způsobem. Potom ho otevře {provider}.',
  toBeAdded: 'Bude přidáno',
  newHere: 'Jsem tu poprvé',
  separateAccount: 'Vytvořit samostatný účet',
  linkConfirm: 'Přidat {provider} k vašemu účtu?',
  linkConfirmLead: 'Pokud souhlasíte, můžete se přihlašovat i tímto účtem:',
  linkYes: 'Ano, přidat',
  linkNo: 'Ne, nechat vše, jak je',

  // Data deletion
  codeUnknown: 'Tento kód neznáme',
  codeUnknownLead: {
    one: 'Porovnejte ho prosím s kódem, který jste dostali. Žádost lze dohledat {count} den.',
    few: 'Porovnejte ho prosím s kódem, který jste dostali. Žádost lze dohledat {count} dny.',
    many: 'Porovnejte ho prosím s kódem, který jste dostali. Žádost lze dohledat {count} dne.',
    other: 'Porovnejte ho prosím s kódem, který jste dostali. Žádost lze dohledat {count} dní.',
  },
  dataDeleted: 'Vaše data byla smazána',
  dataDeletedLead:
    'Vaší žádosti jsme vyhověli. Účet té služby se tu už nemůže přihlásit. Smazali jsme, co nám o vás služba poslala, a odhlásili jsme všechna zařízení, která se jím přihlásila.',
  confirmationCode: 'Potvrzovací kód: {code}',

  // Notices above a page
  noticeLinked: 'Účet byl přidán. Odteď se jím můžete přihlašovat.',
  noticeUnlinked:
    'Účet byl odebrán. Už se jím nelze přihlásit a zařízení, která se jím přihlásila, byla odhlášena.',
  noticeUnlinkedHere:
    'Účet byl odebrán a tento prohlížeč, který se jím přihlásil, byl odhlášen. Přihlaste se prosím jiným způsobem.',
  noticeSessionEnded: 'To zařízení bylo odhlášeno.',
  noticeSessionsEnded: 'Všechna ostatní zařízení byla odhlášena.',
  noticeLinkDeclined: 'Nic nebylo přidáno.',

  // Error page
  errorNotFound: 'Nenalezeno',
  errorUnchanged: 'Nic se nezměnilo',
  errorUnavailable: 'Momentálně nedostupné',
  errorOurs: 'Něco se pokazilo',
  errorSession: 'Pro pokračování se přihlaste',
  errorSignIn: 'Přihlášení nebylo dokončeno',
  errorOther: 'To se nepovedlo',
  tryAgain: 'Zkusit znovu',
  goHome: 'Zpět na začátek',
  reference: 'Označení {code}',

  // Errors
  config_origin_missing:
    'Tento web ještě není úplně nastaven, proto se zatím nemůžete přihlásit. Prosím dejte vědět správcům tohoto webu.',
  config_store_missing:
    'Tento web to nenabízí, proto se nic nestalo. Vraťte se prosím na stránku, ze které jste přišli.',
  request_not_found:
    'Na této adrese není žádná stránka. Zkontrolujte prosím adresu, nebo se vraťte na začátek.',
  request_method_not_allowed:
    'Tuto adresu takto použít nelze, proto se nic nestalo. Vraťte se prosím na naše stránky a zkuste to znovu.',
  request_cross_site:
    'Tento požadavek přišel z jiného webu, proto se nic nestalo. Vraťte se prosím na naše stránky a zkuste to znovu.',
  request_not_navigation:
    'Tato adresa funguje jen jako stránka, kterou otevřete sami, proto se nic nestalo. Vraťte se prosím na naše stránky a zkuste to znovu.',
  request_wrong_host:
    'Tento web není nastaven pro adresu ve vašem prohlížeči, proto se nic nestalo. Prosím dejte vědět správcům tohoto webu.',
  request_too_large:
    'Váš prohlížeč odeslal víc, než tato stránka přijímá, proto se nic nestalo. Vraťte se prosím a pošlete méně.',
  request_malformed:
    'Váš prohlížeč odeslal něco, co tato stránka neumí přečíst, proto se nic nestalo. Vraťte se prosím a zkuste to znovu.',
  attempt_missing:
    'Toto přihlášení už bylo použito, nebo začalo v jiném prohlížeči či okně. Začněte prosím znovu.',
  attempt_invalid:
    'Tento web už nemůže přečíst přihlášení, které jste začali, proto jste se nepřihlásili. Začněte prosím znovu.',
  attempt_expired: 'Toto přihlášení trvalo příliš dlouho, proto jste se nepřihlásili. Začněte prosím znovu.',
  attempt_wrong_provider:
    'Odpověď přišla od jiné přihlašovací služby, než jakou jste vybrali, proto jste se nepřihlásili. Začněte prosím znovu.',
  attempt_already_used: 'Toto přihlášení už bylo použito. Začněte prosím znovu.',
  attempt_session_changed:
    'Mezitím jste se odhlásili nebo změnili účet, proto nebylo nic přidáno. Zkuste to prosím znovu.',
  provider_unknown: 'Tento web tento způsob přihlášení nenabízí. Vyberte prosím jiný.',
  provider_place_invalid:
    'S touto adresou se tu přihlásit nelze. Zkontrolujte prosím, jak je napsaná, a zkuste to znovu.',
  provider_unavailable:
    'Tato přihlašovací služba momentálně neodpovídá. Zkuste to prosím za minutu znovu, nebo se přihlaste jiným způsobem.',
  provider_certificate_invalid:
    'Tento web se k této přihlašovací službě nemůže bezpečně připojit. Přihlaste se prosím jiným způsobem, nebo dejte vědět správcům tohoto webu.',
  provider_denied:
    'Přihlašovací služba toto přihlášení nepovolila, proto jste se nepřihlásili. Začněte prosím znovu, nebo se přihlaste jiným způsobem.',
  provider_interaction_required:
    'Přihlašovací služba od vás nejdřív potřebuje odpověď, proto jste se nepřihlásili. Začněte prosím znovu.',
  provider_freshness_unproven:
    'Přihlašovací služba nepotvrdila, že jste se přihlásili právě teď, proto se nic nestalo. Zkuste to prosím znovu, nebo se nejdřív odhlaste a znovu přihlaste.',
  provider_freshness_unsupported:
    'Tato stránka vyžaduje nedávné přihlášení a služba, přes kterou jste se přihlásili, ho nedokáže doložit. Přihlaste se prosím jiným způsobem.',
  provider_level_unsupported:
    'Tato stránka vyžaduje silnější přihlášení, než jaké nabízí služba, přes kterou jste se přihlásili. Přihlaste se prosím jiným způsobem.',
  provider_refused:
    'Přihlašovací služba toto přihlášení odmítla, proto jste se nepřihlásili. Začněte prosím znovu, nebo se přihlaste jiným způsobem.',
  provider_redirect_uri_mismatch:
    'Tento web není u přihlašovací služby úplně nastaven, proto jste se nepřihlásili. Přihlaste se prosím jiným způsobem, nebo dejte vědět správcům tohoto webu.',
  provider_answer_invalid:
    'Přihlašovací služba dala odpověď, které nemůžeme věřit, proto jste se nepřihlásili. Začněte prosím znovu.',
  provider_notification_invalid:
    'Tato zpráva nedokazuje, že pochází od přihlašovací služby, proto se nic nestalo. Pošlete ji prosím znovu v podobě, kterou služba stanoví.',
  account_refused:
    'Tento účet se tu přihlásit nesmí. Použijte prosím jiný účet, nebo se zeptejte správců tohoto webu.',
  account_not_created:
    'Tento web vám nemohl vytvořit účet. Pokud už nějaký máte, přihlaste se prosím jako dříve a přidejte tento způsob přihlášení na stránce svého účtu.',
  account_linked_elsewhere:
    'Tento účet už je tu propojen s jiným uživatelem, proto se nic nezměnilo. Chcete-li ho přesunout, přihlaste se jím a nejdřív ho tam odeberte.',
  account_last: 'Je to váš jediný způsob přihlášení, proto nebyl odebrán. Přidejte prosím nejdřív jiný.',
  account_not_found:
    'Tento účet s vámi není propojen, proto se nic nezměnilo. Otevřete prosím znovu stránku svého účtu.',
  account_link_expired:
    'Přidávání tohoto účtu trvalo příliš dlouho, proto nebylo nic přidáno. Přihlaste se jím prosím ještě jednou.',
  session_required: 'Nejste přihlášeni. Nejdřív se prosím přihlaste.',
  session_not_allowed:
    'Jste přihlášeni, ale tato stránka není pro váš účet. Pokud by měla být, zeptejte se prosím správců tohoto webu.',
  session_not_fresh:
    'Od vašeho přihlášení uplynulo příliš mnoho času, proto se nic nezměnilo. Potvrďte prosím, že jste to vy, tím, že se znovu přihlásíte.',
  session_not_ended:
    'V tomto prohlížeči jste odhlášeni, ale nepodařilo se spojit s naším serverem a ukončit relaci i tam. Na sdíleném počítači se prosím za pár minut vraťte, přihlaste se a zvolte „Odhlásit se všude jinde“.',
  session_other_person:
    'Potvrdili jste jiným účtem, než kterým jste přihlášeni, proto se nic nezměnilo. Zkuste to prosím znovu.',
  session_other_provider:
    'Potvrdili jste jiným způsobem přihlášení, než jaký jste použili při této návštěvě, proto se nic nezměnilo. Použijte prosím ten.',
  session_too_large:
    'Váš profil je pro tento web příliš velký, proto jste se nepřihlásili. Prosím dejte vědět správcům tohoto webu.',
  token_absent:
    'Tento web od vás nemá u druhé služby oprávnění, proto se nic nestalo. Připojte tam prosím svůj účet.',
  token_revoked:
    'Vaše oprávnění u druhé služby skončilo, proto se nic nestalo. Připojte tam prosím svůj účet znovu.',
  token_unavailable: 'Druhá služba momentálně neodpovídá. Zkuste to prosím za minutu znovu.',
  token_origin_refused: 'Na naší straně se něco pokazilo. Zkuste to prosím znovu.',
  token_wrong_account:
    'U druhé služby jste vybrali jiný účet, než který potřebuje vaše oprávnění, proto se nic nezměnilo. Zkuste to prosím znovu s tím účtem.',
  user_not_found: 'Tento uživatel tu už není, proto se nic nezměnilo. Načtěte prosím stránku znovu.',
  user_fields_invalid:
    'Tento web nemůže přečíst váš profil, proto se nic nestalo. Prosím dejte vědět správcům tohoto webu.',
  upstream_unavailable:
    'Aplikace za touto stránkou teď neodpovídá. Neudělali jste nic špatně. Zkuste to prosím za minutu znovu.',
  store_unavailable: 'Tento web se momentálně nedostane ke svým datům. Zkuste to prosím za minutu znovu.',
  request_cross_site_named:
    'Tento požadavek přišel z {received}, a ne z {expected}, proto se nic nestalo. Vraťte se prosím na naše stránky a zkuste to znovu.',
  provider_denied_consent:
    'Přihlašovací služba potřebuje vaše oprávnění a nedostala ho, proto jste se nepřihlásili. Až ho budete chtít dát, začněte prosím znovu.',
  token_unavailable_refused:
    'Druhá služba vaše oprávnění neobnovila, proto se nic nestalo. Připojte tam prosím svůj účet znovu.',

  // Apps without cookies, and devices
  clientConfirm: 'Přihlásit se do {client}?',
  clientConfirmLead: 'Aplikace na tomto zařízení žádá o přihlášení vaším jménem:',
  clientConfirmLeadHere: 'Program na tomto počítači žádá o přihlášení vaším jménem:',
  clientConfirmWhen:
    'Povolte to, jen pokud jste toto přihlášení právě začali v {client}. Aplikace bude moci dělat, co zde můžete vy, dokud ji na stránce svého účtu neodhlásíte.',
  allow: 'Povolit',
  doNotSignIn: 'Ne, nepřihlašovat',
  otherAccount: 'Použít jiný účet',
  deviceCode: 'Přihlásit zařízení',
  deviceCodeLead: 'Zadejte kód, který zařízení ukazuje.',
  deviceCodeField: 'Kód',
  deviceCodeWarning:
    'Poslal vám někdo kód, nebo vás požádal o otevření této stránky? Pak ji zavřete: ten člověk by se přihlásil vaším jménem.',
  continue: 'Pokračovat',
  deviceConfirm: 'Přihlásit toto zařízení?',
  deviceConfirmLead: 'Zařízení s {client} žádá o přihlášení vaším jménem:',
  deviceCompare: 'Podívejte se na zařízení před sebou. Ukazuje přesně tento kód?',
  deviceWarning:
    'Poslal vám někdo tento kód nebo odkaz na tuto stránku? Pak odmítněte. Člověk s tím zařízením by tu mohl dělat vše, co můžete vy. My po vás kód nikdy nechceme.',
  deviceAllow: 'Povolit, je to moje zařízení',
  deviceAsked: 'Zařízení o to požádalo {time}.',
  deviceDone: 'Vraťte se ke svému zařízení',
  deviceDoneLead: '{client} se tam během několika sekund přihlásí. Tuto stránku můžete zavřít.',
  deviceDoneMistake: 'Byl to omyl? Odhlaste zařízení na stránce svého účtu.',
  deviceDenied: 'Zařízení nebylo přihlášeno',
  deviceDeniedLead: 'Nic se nestalo. Tuto stránku můžete zavřít.',

  // Errors of apps and devices
  request_not_local:
    'Tuto stránku odsud otevřít nelze: je určena pro počítač, na kterém se tento web vyvíjí. Vraťte se prosím tam, kde jste byli.',
  client_unknown:
    'Tento web nezná aplikaci, která vás sem poslala, proto se nic nestalo. Vraťte se prosím do té aplikace a dejte vědět jejím správcům.',
  client_not_public:
    'Aplikace, kterou používáte, žádala něco, co tento web neumí, proto se nic nestalo. Začněte prosím v té aplikaci znovu, nebo dejte vědět správcům tohoto webu.',
  client_redirect_uri_unknown:
    'Aplikace, která vás sem poslala, chce odpověď na adresu, která jí nepatří, proto se nic nestalo. Zavřete prosím tuto stránku a dejte vědět správcům té aplikace.',
  client_denied:
    'Toto přihlášení jste nepovolili, proto se nic nestalo. Pokud to byl omyl, začněte prosím v aplikaci znovu.',
  client_grant_invalid:
    'Tato aplikace už není přihlášena, proto se nic nestalo. Přihlaste se v ní prosím znovu.',
  bearer_not_accepted:
    'Tato stránka funguje jen s přihlášením v prohlížeči, proto se nic nestalo. Otevřete ji prosím v prohlížeči.',
  device_code_unknown:
    'Tento web tento kód nezná, nebo je příliš starý, proto se nic nestalo. Podívejte se prosím znovu na své zařízení.',
  device_code_expired:
    'Odpověď trvala příliš dlouho, proto se nic nestalo. Začněte prosím na svém zařízení znovu.',
  device_guesses_exceeded:
    'Zadali jste příliš mnoho chybných kódů, proto tato stránka zatím žádný nepřijímá. Počkejte prosím deset minut a zkuste to znovu.',
  bearer_token_missing:
    'Tato adresa je pro aplikace připojené k vašemu účtu, proto se nic nestalo. Otevřete ji prosím v takové aplikaci.',
  bearer_request_malformed:
    'Tato aplikace poslala nesrozumitelný požadavek. Aktualizujte prosím aplikaci, nebo dejte vědět jejím tvůrcům.',
  bearer_token_invalid:
    'Přístup této aplikace skončil, proto se nic nestalo. Připojte prosím aplikaci ke svému účtu znovu.',
  bearer_scope_insufficient:
    'Tato aplikace to nesmí, protože jste jí to nepovolili. Připojte ji prosím znovu a povolte jí to.',
  bearer_level_insufficient:
    'Tato aplikace potřebuje nové potvrzení, že jste to vy, proto se nic nestalo. Přihlaste se prosím v aplikaci znovu.',
  dpop_proof_invalid:
    'Tato aplikace nedokázala, že je to ta, přes kterou jste se přihlásili. Přihlaste se v ní prosím znovu.',
  dpop_nonce_required:
    'Tato aplikace musí ještě jednou dokázat, že je to ta, přes kterou jste se přihlásili. Zkuste to v ní prosím znovu.',
}
