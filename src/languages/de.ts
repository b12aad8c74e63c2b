// German.
import type { Translation } from './en.ts'

/** The sentences of the pages and of errors in this language. */
export const messages: Translation = {
  // Every page
  home: 'Startseite',
  or: 'oder',
  signIn: 'Anmelden',
  signOut: 'Abmelden',
  signedInAs: 'Sie sind als {name} angemeldet.',
  signedInAsWith: 'Sie sind als {name} ({email}) angemeldet.',
  signedInNameless: 'Sie sind angemeldet.',
  yourAccount: 'Ihrem Konto',

  // Sign-in page
  signInLead: 'Wählen Sie ein Konto, das Sie schon haben.',
  signInLeadSite: 'Nutzen Sie ein Konto, das Sie schon haben, um zu {site} zu gelangen.',
  signInLeadAgain: 'Machen Sie weiter wie bisher, oder nutzen Sie ein anderes Konto.',
  continueWith: 'Weiter mit {provider}',
  continueAs: 'Weiter als {name}',
  lastUsed: 'Zuletzt benutzt',
  noProviders: 'Zurzeit gibt es keine Möglichkeit, sich anzumelden.',
  confirmTitle: 'Bestätigen Sie, dass Sie es sind',
  confirmLead: 'Um diese Seite zu öffnen, melden Sie sich bitte noch einmal an.',
  confirmWith: 'Bestätigen mit {provider}',

  // Account page
  account: 'Konto',
  waysToSignIn: 'Wege zur Anmeldung',
  inUse: 'Gerade in Gebrauch',
  accountTimes: 'Hinzugefügt am {added} · zuletzt benutzt am {used}',
  onlyWay: 'Das ist Ihr einziger Weg zur Anmeldung, daher lässt er sich nicht entfernen.',
  unlink: 'Entfernen',
  addAnother: 'Weiteres Konto hinzufügen',
  addProvider: '{provider} hinzufügen',
  changeAccounts: 'Konto hinzufügen oder entfernen',
  confirmFirst: 'Damit Ihr Konto sicher bleibt, bestätigen Sie bitte zuerst, dass Sie es sind.',
  signInAgainFirst: 'Damit Ihr Konto sicher bleibt, melden Sie sich bitte zuerst ab und wieder an.',
  whereSignedIn: 'Wo Sie angemeldet sind',
  thisBrowser: 'Dieser Browser',
  sessionWith: 'Mit {provider}',
  sessionWithFrom: 'Mit {provider} · von {address}',
  sessionTimes: 'Seit {start} · zuletzt gesehen {seen}',
  signOutElsewhere: 'Überall sonst abmelden',
  browserOnSystem: '{browser} unter {system}',
  browserOfSystem: 'Ein Browser unter {system}',
  browserUnknown: 'Unbekannter Browser',

  // Sign-out pages
  signOutTitle: 'Abmelden?',
  signOutLead: 'Damit endet Ihre Sitzung in diesem Browser.',
  staySignedIn: 'Angemeldet bleiben',
  signedOut: 'Sie sind abgemeldet',
  signedOutLead: 'Sie können dieses Fenster jetzt schließen.',
  signInAgain: 'Wieder anmelden',
  sharedComputer:
    'Nutzen auch andere diesen Computer? Bei dem Dienst, mit dem Sie sich angemeldet haben, sind Sie vielleicht noch angemeldet. Melden Sie sich auch dort ab.',

  // Adding an account
  linkOffer: 'Sie haben schon ein Konto',
  linkOfferLead:
    'Melden Sie sich dort einmal an, um {provider} hinzuzufügen. Danach öffnen beide dasselbe Konto.',
  migration: 'Waren Sie schon einmal hier?',
  migrationLead:
    'Auf dieser Website meldet man sich jetzt auf einem neuen Weg an. Wenn Sie hier ein Konto haben, melden Sie sich noch einmal auf dem alten Weg an. Danach öffnet {provider} es.',
  toBeAdded: 'Wird hinzugefügt',
  newHere: 'Ich bin neu hier',
  separateAccount: 'Eigenes Konto anlegen',
  linkConfirm: '{provider} zu Ihrem Konto hinzufügen?',
  linkConfirmLead: 'Wenn Sie zustimmen, können Sie sich auch mit diesem Konto anmelden:',
  linkYes: 'Ja, hinzufügen',
  linkNo: 'Nein, alles lassen, wie es ist',

  // Apps without cookies, and devices
  clientConfirm: 'Bei {client} anmelden?',
  clientConfirmLead: 'Eine App auf diesem Gerät möchte in Ihrem Namen angemeldet werden:',
  clientConfirmLeadHere: 'Ein Programm auf diesem Computer möchte in Ihrem Namen angemeldet werden:',
  clientConfirmWhen:
    'Erlauben Sie es nur, wenn Sie diese Anmeldung gerade eben in {client} begonnen haben. Es kann hier alles, was Sie können, bis Sie es auf Ihrer Kontoseite abmelden.',
  allow: 'Erlauben',
  doNotSignIn: 'Nein, nicht anmelden',
  otherAccount: 'Ein anderes Konto nehmen',
  deviceCode: 'Ein Gerät anmelden',
  deviceCodeLead: 'Geben Sie den Code ein, den Ihr Gerät zeigt.',
  deviceCodeField: 'Code',
  deviceCodeWarning:
    'Hat Ihnen jemand einen Code geschickt oder Sie gebeten, diese Seite zu öffnen? Dann schließen Sie sie: Sonst wäre er in Ihrem Namen angemeldet.',
  continue: 'Weiter',
  deviceConfirm: 'Dieses Gerät anmelden?',
  deviceConfirmLead: 'Ein Gerät mit {client} möchte in Ihrem Namen angemeldet werden:',
  deviceCompare: 'Sehen Sie auf das Gerät vor Ihnen. Zeigt es genau diesen Code?',
  deviceWarning:
    'Hat Ihnen jemand diesen Code oder einen Link zu dieser Seite geschickt? Dann sagen Sie Nein. Wer das Gerät hat, könnte hier alles, was Sie können. Von dieser Website fragt Sie niemand nach einem Code.',
  deviceAllow: 'Erlauben, es ist mein Gerät',
  deviceAsked: 'Das Gerät hat am {time} gefragt.',
  deviceDone: 'Gehen Sie zurück zu Ihrem Gerät',
  deviceDoneLead: '{client} wird dort in ein paar Sekunden angemeldet. Sie können diese Seite schließen.',
  deviceDoneMistake: 'War es ein Versehen? Melden Sie das Gerät auf Ihrer Kontoseite ab.',
  deviceDenied: 'Das Gerät wurde nicht angemeldet',
  deviceDeniedLead: 'Es ist nichts geschehen. Sie können diese Seite schließen.',

  // Data deletion
  codeUnknown: 'Diesen Code kennen wir nicht',
  codeUnknownLead: {
    one: 'Bitte vergleichen Sie ihn mit dem Code, den Sie bekommen haben. Eine Anfrage lässt sich {count} Tag lang abrufen.',
    other:
      'Bitte vergleichen Sie ihn mit dem Code, den Sie bekommen haben. Eine Anfrage lässt sich {count} Tage lang abrufen.',
  },
  dataDeleted: 'Ihre Daten wurden gelöscht',
  dataDeletedLead:
    'Ihre Anfrage wurde ausgeführt. Das Konto bei jenem Dienst kann sich hier nicht mehr anmelden. Wir haben gelöscht, was der Dienst uns über Sie gesendet hatte, und alle Geräte abgemeldet, die damit angemeldet waren.',
  confirmationCode: 'Bestätigungscode: {code}',

  // Notices above a page
  noticeLinked: 'Das Konto wurde hinzugefügt. Sie können sich ab jetzt damit anmelden.',
  noticeUnlinked:
    'Das Konto wurde entfernt. Es kann sich nicht mehr anmelden, und Geräte, die damit angemeldet waren, wurden abgemeldet.',
  noticeUnlinkedHere:
    'Das Konto wurde entfernt, und dieser Browser, der damit angemeldet war, wurde abgemeldet. Bitte melden Sie sich auf einem anderen Weg an.',
  noticeSessionEnded: 'Das Gerät wurde abgemeldet.',
  noticeSessionsEnded: 'Alle anderen Geräte wurden abgemeldet.',
  noticeLinkDeclined: 'Es wurde nichts hinzugefügt.',

  // Error page
  errorNotFound: 'Nicht gefunden',
  errorUnchanged: 'Es wurde nichts geändert',
  errorUnavailable: 'Zurzeit nicht verfügbar',
  errorOurs: 'Etwas ist schiefgegangen',
  errorSession: 'Melden Sie sich an, um fortzufahren',
  errorSignIn: 'Anmeldung nicht abgeschlossen',
  errorOther: 'Das hat nicht geklappt',
  tryAgain: 'Noch einmal versuchen',
  goHome: 'Zurück zum Anfang',
  reference: 'Kennung {code}',

  // Errors
  config_origin_missing:
    'Diese Website ist noch nicht fertig eingerichtet, daher können Sie sich noch nicht anmelden. Bitte sagen Sie es den Betreibern dieser Website.',
  config_store_missing:
    'Das bietet diese Website nicht an, daher ist nichts geschehen. Bitte gehen Sie zurück auf die Seite, von der Sie kamen.',
  request_not_found:
    'Unter dieser Adresse gibt es keine Seite. Bitte prüfen Sie die Adresse, oder gehen Sie zurück zum Anfang.',
  request_method_not_allowed:
    'Diese Adresse lässt sich so nicht benutzen, daher ist nichts geschehen. Bitte gehen Sie auf unsere Seiten zurück und versuchen Sie es noch einmal.',
  request_cross_site:
    'Diese Anfrage kam von einer anderen Website, daher ist nichts geschehen. Bitte gehen Sie auf unsere Seiten zurück und versuchen Sie es noch einmal.',
  request_not_navigation:
    'Diese Adresse funktioniert nur als Seite, die Sie selbst öffnen, daher ist nichts geschehen. Bitte gehen Sie auf unsere Seiten zurück und versuchen Sie es noch einmal.',
  request_wrong_host:
    'Für die Adresse in Ihrem Browser ist diese Website nicht eingerichtet, daher ist nichts geschehen. Bitte sagen Sie es den Betreibern dieser Website.',
  request_too_large:
    'Ihr Browser hat mehr gesendet, als diese Seite annimmt, daher ist nichts geschehen. Bitte gehen Sie zurück und senden Sie weniger.',
  request_malformed:
    'Ihr Browser hat etwas gesendet, das diese Seite nicht lesen kann, daher ist nichts geschehen. Bitte gehen Sie zurück und versuchen Sie es noch einmal.',
  attempt_missing:
    'Diese Anmeldung wurde schon benutzt, oder sie wurde in einem anderen Browser oder Fenster begonnen. Bitte beginnen Sie von vorn.',
  attempt_invalid:
    'Diese Website kann die Anmeldung, die Sie begonnen haben, nicht mehr lesen, daher wurden Sie nicht angemeldet. Bitte beginnen Sie von vorn.',
  attempt_expired:
    'Diese Anmeldung hat zu lange gedauert, daher wurden Sie nicht angemeldet. Bitte beginnen Sie von vorn.',
  attempt_wrong_provider:
    'Die Antwort kam von einem anderen Anmeldedienst als dem, den Sie gewählt haben, daher wurden Sie nicht angemeldet. Bitte beginnen Sie von vorn.',
  attempt_already_used: 'Diese Anmeldung wurde schon benutzt. Bitte beginnen Sie von vorn.',
  attempt_session_changed:
    'Sie haben sich inzwischen abgemeldet oder das Konto gewechselt, daher wurde nichts hinzugefügt. Bitte versuchen Sie es noch einmal.',
  provider_unknown: 'Diesen Weg zur Anmeldung bietet diese Website nicht an. Bitte wählen Sie einen anderen.',
  provider_place_invalid:
    'Mit dieser Adresse können Sie sich hier nicht anmelden. Bitte prüfen Sie, ob sie richtig geschrieben ist, und versuchen Sie es noch einmal.',
  provider_unavailable:
    'Dieser Anmeldedienst antwortet zurzeit nicht. Bitte versuchen Sie es in einer Minute noch einmal, oder melden Sie sich auf einem anderen Weg an.',
  provider_certificate_invalid:
    'Diese Website kann zu diesem Anmeldedienst keine sichere Verbindung aufbauen. Bitte melden Sie sich auf einem anderen Weg an, oder sagen Sie es den Betreibern dieser Website.',
  provider_denied:
    'Der Anmeldedienst hat diese Anmeldung nicht erlaubt, daher wurden Sie nicht angemeldet. Bitte beginnen Sie von vorn, oder melden Sie sich auf einem anderen Weg an.',
  provider_interaction_required:
    'Der Anmeldedienst braucht zuerst eine Antwort von Ihnen, daher wurden Sie nicht angemeldet. Bitte beginnen Sie von vorn.',
  provider_freshness_unproven:
    'Der Anmeldedienst hat nicht bestätigt, dass Sie sich gerade eben angemeldet haben, daher ist nichts geschehen. Bitte versuchen Sie es noch einmal, oder melden Sie sich zuerst ab und wieder an.',
  provider_freshness_unsupported:
    'Für diese Seite muss die Anmeldung frisch sein, und der Dienst, mit dem Sie sich angemeldet haben, kann das nicht bestätigen. Bitte melden Sie sich auf einem anderen Weg an.',
  provider_level_unsupported:
    'Für diese Seite braucht es eine stärkere Anmeldung als die des Dienstes, mit dem Sie sich angemeldet haben. Bitte melden Sie sich auf einem anderen Weg an.',
  provider_refused:
    'Der Anmeldedienst hat diese Anmeldung abgelehnt, daher wurden Sie nicht angemeldet. Bitte beginnen Sie von vorn, oder melden Sie sich auf einem anderen Weg an.',
  provider_redirect_uri_mismatch:
    'Diese Website ist beim Anmeldedienst noch nicht fertig eingerichtet, daher wurden Sie nicht angemeldet. Bitte melden Sie sich auf einem anderen Weg an, oder sagen Sie es den Betreibern dieser Website.',
  provider_answer_invalid:
    'Der Anmeldedienst hat eine Antwort gegeben, der wir nicht trauen können, daher wurden Sie nicht angemeldet. Bitte beginnen Sie von vorn.',
  provider_notification_invalid:
    'Diese Nachricht beweist nicht, dass sie vom Anmeldedienst kommt, daher ist nichts geschehen. Bitte senden Sie sie noch einmal in der Form, die der Dienst vorgibt.',
  account_refused:
    'Dieses Konto darf sich hier nicht anmelden. Bitte nutzen Sie ein anderes Konto, oder fragen Sie die Betreiber dieser Website.',
  account_not_created:
    'Diese Website konnte kein Konto für Sie anlegen. Wenn Sie schon eines haben, melden Sie sich wie bisher an, und fügen Sie diesen Weg auf Ihrer Kontoseite hinzu.',
  account_linked_elsewhere:
    'Dieses Konto ist hier schon mit einem anderen Benutzer verbunden, daher wurde nichts geändert. Um es zu verschieben, melden Sie sich damit an und entfernen Sie es dort zuerst.',
  account_last:
    'Das ist Ihr einziger Weg zur Anmeldung, daher wurde er nicht entfernt. Bitte fügen Sie zuerst einen anderen hinzu.',
  account_not_found:
    'Dieses Konto ist nicht mit Ihnen verbunden, daher wurde nichts geändert. Bitte öffnen Sie Ihre Kontoseite noch einmal.',
  account_link_expired:
    'Das Hinzufügen dieses Kontos hat zu lange gedauert, daher wurde nichts hinzugefügt. Bitte melden Sie sich noch einmal damit an.',
  session_required: 'Sie sind nicht angemeldet. Bitte melden Sie sich zuerst an.',
  session_not_allowed:
    'Sie sind angemeldet, aber diese Seite ist nicht für Ihr Konto bestimmt. Bitte fragen Sie die Betreiber dieser Website, wenn sie es sein sollte.',
  session_not_fresh:
    'Ihre Anmeldung liegt zu lange zurück, daher wurde nichts geändert. Bitte bestätigen Sie, dass Sie es sind, indem Sie sich noch einmal anmelden.',
  session_not_ended:
    'In diesem Browser sind Sie abgemeldet, aber unser Server war nicht zu erreichen, um die Sitzung auch dort zu beenden. Wenn auch andere diesen Computer nutzen, kommen Sie bitte in ein paar Minuten wieder, melden Sie sich an und wählen Sie „Überall sonst abmelden“.',
  session_other_person:
    'Sie haben mit einem anderen Konto bestätigt als dem, mit dem Sie angemeldet sind, daher wurde nichts geändert. Bitte versuchen Sie es noch einmal.',
  session_other_provider:
    'Sie haben auf einem anderen Weg bestätigt als dem, auf dem Sie sich diesmal angemeldet haben, daher wurde nichts geändert. Bitte nehmen Sie denselben.',
  session_too_large:
    'Ihr Profil ist zu groß für diese Website, daher wurden Sie nicht angemeldet. Bitte sagen Sie es den Betreibern dieser Website.',
  client_unknown:
    'Diese Website kennt die App nicht, von der Sie kommen, daher ist nichts geschehen. Bitte gehen Sie zurück zu dieser App, und sagen Sie es ihren Betreibern.',
  client_not_public:
    'Die App, die Sie benutzen, möchte etwas, das diese Website nicht kann, daher ist nichts geschehen. Bitte beginnen Sie in dieser App von vorn, oder sagen Sie es ihren Betreibern.',
  client_redirect_uri_unknown:
    'Die App, von der Sie kommen, möchte die Antwort an eine Adresse, die nicht ihre eigene ist, daher haben wir nichts getan. Bitte schließen Sie diese Seite, und sagen Sie es den Betreibern dieser App.',
  client_denied:
    'Sie haben diese Anmeldung nicht erlaubt, daher ist nichts geschehen. Bitte beginnen Sie in der App von vorn, wenn das ein Versehen war.',
  client_grant_invalid:
    'Diese App ist nicht mehr angemeldet, daher ist nichts geschehen. Bitte melden Sie sich dort noch einmal an.',
  bearer_not_accepted:
    'Diese Seite geht nur mit der Anmeldung eines Browsers, daher ist nichts geschehen. Bitte öffnen Sie sie in Ihrem Browser.',
  device_code_unknown:
    'Diese Website kennt diesen Code nicht, oder er ist zu alt, daher ist nichts geschehen. Bitte sehen Sie noch einmal auf Ihr Gerät.',
  device_code_expired:
    'Ihre Antwort hat zu lange gedauert, daher ist nichts geschehen. Bitte beginnen Sie auf Ihrem Gerät von vorn.',
  device_guesses_exceeded:
    'Sie haben zu viele falsche Codes eingegeben, daher nimmt diese Seite zurzeit keinen an. Bitte warten Sie zehn Minuten, und versuchen Sie es dann noch einmal.',
  token_absent:
    'Diese Website hat von Ihnen keine Erlaubnis bei dem anderen Dienst, daher ist nichts geschehen. Bitte verbinden Sie Ihr Konto dort.',
  token_revoked:
    'Ihre Erlaubnis bei dem anderen Dienst ist erloschen, daher ist nichts geschehen. Bitte verbinden Sie Ihr Konto dort noch einmal.',
  token_unavailable:
    'Der andere Dienst antwortet zurzeit nicht. Bitte versuchen Sie es in einer Minute noch einmal.',
  token_origin_refused: 'Bei uns ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.',
  token_wrong_account:
    'Sie haben bei dem anderen Dienst ein anderes Konto gewählt als das, um dessen Erlaubnis es geht, daher wurde nichts geändert. Bitte versuchen Sie es noch einmal mit jenem Konto.',
  bearer_token_missing:
    'Diese Adresse ist für Apps, die mit Ihrem Konto verbunden sind, daher wurde nichts getan. Bitte öffnen Sie sie in einer solchen App.',
  bearer_request_malformed:
    'Die Anfrage dieser App war nicht zu verstehen. Bitte aktualisieren Sie die App, oder sagen Sie es den Leuten, die sie herstellen.',
  bearer_token_invalid:
    'Der Zugang dieser App ist beendet, daher wurde nichts getan. Bitte verbinden Sie die App noch einmal mit Ihrem Konto.',
  bearer_scope_insufficient:
    'Diese App darf das nicht tun, weil Sie es nicht erlaubt haben. Bitte verbinden Sie die App noch einmal, und erlauben Sie es dort.',
  bearer_level_insufficient:
    'Diese App braucht einen neuen Beweis, dass Sie es sind, daher wurde nichts getan. Bitte melden Sie sich in der App noch einmal an.',
  dpop_proof_invalid:
    'Diese App konnte nicht beweisen, dass sie die ist, mit der Sie sich angemeldet haben. Bitte melden Sie sich dort noch einmal an.',
  dpop_nonce_required:
    'Diese App muss noch einmal beweisen, dass sie die ist, mit der Sie sich angemeldet haben. Bitte versuchen Sie es dort noch einmal.',
  user_not_found:
    'Diesen Benutzer gibt es hier nicht mehr, daher wurde nichts geändert. Bitte laden Sie die Seite neu.',
  user_fields_invalid:
    'Diese Website kann Ihr Profil nicht lesen, daher ist nichts geschehen. Bitte sagen Sie es den Betreibern dieser Website.',
  upstream_unavailable:
    'Die Anwendung hinter dieser Seite antwortet zurzeit nicht. Sie haben nichts falsch gemacht. Bitte versuchen Sie es in einer Minute noch einmal.',
  store_unavailable:
    'Diese Website kann ihre Daten zurzeit nicht erreichen. Bitte versuchen Sie es in einer Minute noch einmal.',
  request_cross_site_named:
    'Diese Anfrage kam von {received} und nicht von {expected}, daher ist nichts geschehen. Bitte gehen Sie auf unsere Seiten zurück und versuchen Sie es noch einmal.',
  provider_denied_consent:
    'Der Anmeldedienst braucht Ihre Erlaubnis und hat sie nicht bekommen, daher wurden Sie nicht angemeldet. Bitte beginnen Sie von vorn, wenn Sie sie geben möchten.',
  token_unavailable_refused:
    'Der andere Dienst hat Ihre Erlaubnis nicht erneuert, daher ist nichts geschehen. Bitte verbinden Sie Ihr Konto dort noch einmal.',
  request_not_local:
    'Diese Seite lässt sich von hier nicht öffnen: Sie ist für den Computer, auf dem diese Website entwickelt wird. Bitte gehen Sie dorthin zurück, wo Sie waren.',
}
