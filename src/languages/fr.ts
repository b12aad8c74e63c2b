// French.
import type { Translation } from './en.ts'

/** The sentences of the pages and of errors in this language. */
export const messages: Translation = {
  // Every page
  home: 'Accueil',
  or: 'ou',
  signIn: 'Se connecter',
  signOut: 'Se déconnecter',
  signedInAs: 'Vous êtes connecté en tant que {name}.',
  signedInAsWith: 'Vous êtes connecté en tant que {name} ({email}).',
  signedInNameless: 'Vous êtes connecté.',
  yourAccount: 'votre compte',

  // Sign-in page
  signInLead: 'Choisissez un compte que vous avez déjà.',
  signInLeadSite: 'Utilisez un compte que vous avez déjà pour continuer vers {site}.',
  signInLeadAgain: 'Continuez ainsi, ou utilisez un autre compte.',
  continueWith: 'Continuer avec {provider}',
  continueAs: 'Continuer en tant que {name}',
  lastUsed: 'Utilisé la dernière fois',
  noProviders: 'Aucun moyen de se connecter n’est disponible pour le moment.',
  confirmTitle: 'Confirmez que c’est bien vous',
  confirmLead: 'Pour ouvrir cette page, veuillez vous connecter à nouveau.',
  confirmWith: 'Confirmer avec {provider}',

  // Account page
  account: 'Compte',
  waysToSignIn: 'Moyens de connexion',
  inUse: 'Utilisé actuellement',
  accountTimes: 'Ajouté le {added} · dernière utilisation le {used}',
  onlyWay: 'C’est votre seul moyen de connexion, il ne peut donc pas être retiré.',
  unlink: 'Retirer',
  addAnother: 'Ajouter un autre compte',
  addProvider: 'Ajouter {provider}',
  changeAccounts: 'Ajouter ou retirer un compte',
  confirmFirst: 'Pour protéger votre compte, veuillez d’abord confirmer que c’est bien vous.',
  signInAgainFirst: 'Pour protéger votre compte, veuillez d’abord vous déconnecter puis vous reconnecter.',
  whereSignedIn: 'Où vous êtes connecté',
  thisBrowser: 'Ce navigateur',
  sessionWith: 'Avec {provider}',
  sessionWithFrom: 'Avec {provider} · depuis {address}',
  sessionTimes: 'Depuis le {start} · vu pour la dernière fois le {seen}',
  signOutElsewhere: 'Se déconnecter partout ailleurs',
  browserOnSystem: '{browser} sur {system}',
  browserOfSystem: 'Un navigateur sur {system}',
  browserUnknown: 'Navigateur inconnu',

  // Sign-out pages
  signOutTitle: 'Se déconnecter ?',
  signOutLead: 'Cela met fin à votre session dans ce navigateur.',
  staySignedIn: 'Rester connecté',
  signedOut: 'Vous êtes déconnecté',
  signedOutLead: 'Vous pouvez maintenant fermer cette fenêtre.',
  signInAgain: 'Se reconnecter',
  sharedComputer:
    'Cet ordinateur est-il partagé ? Vous êtes peut-être encore connecté au service avec lequel vous vous êtes connecté. Déconnectez-vous aussi de ce service.',

  // Adding an account
  linkOffer: 'Vous avez déjà un compte',
  linkOfferLead:
    'Connectez-vous-y une fois pour ajouter {provider}. Ensuite, les deux ouvriront le même compte.',
  migration: 'Êtes-vous déjà venu ici ?',
  migrationLead:
    'Ce site utilise un nouveau moyen de connexion. Si vous avez un compte ici, connectez-vous une fois de l’ancienne façon. Ensuite, {provider} l’ouvrira.',
  toBeAdded: 'À ajouter',
  newHere: 'Je suis nouveau ici',
  separateAccount: 'Créer un compte séparé',
  linkConfirm: 'Ajouter {provider} à votre compte ?',
  linkConfirmLead: 'Si vous acceptez, vous pourrez aussi vous connecter avec ce compte :',
  linkYes: 'Oui, l’ajouter',
  linkNo: 'Non, ne rien changer',

  // Data deletion
  codeUnknown: 'Nous ne connaissons pas ce code',
  codeUnknownLead: {
    one: 'Veuillez le comparer avec le code que vous avez reçu. Une demande peut être consultée pendant {count} jour.',
    many: 'Veuillez le comparer avec le code que vous avez reçu. Une demande peut être consultée pendant {count} de jours.',
    other:
      'Veuillez le comparer avec le code que vous avez reçu. Une demande peut être consultée pendant {count} jours.',
  },
  dataDeleted: 'Vos données ont été supprimées',
  dataDeletedLead:
    'Votre demande a été exécutée. Le compte de ce service ne permet plus de se connecter ici. Nous avons supprimé ce que le service nous avait envoyé sur vous, et déconnecté tous les appareils qui s’étaient connectés avec lui.',
  confirmationCode: 'Code de confirmation : {code}',

  // Notices above a page
  noticeLinked: 'Le compte a été ajouté. Vous pouvez désormais vous connecter avec lui.',
  noticeUnlinked:
    'Le compte a été retiré. Il ne permet plus de se connecter, et les appareils connectés avec lui ont été déconnectés.',
  noticeUnlinkedHere:
    'Le compte a été retiré, et ce navigateur, qui était connecté avec lui, a été déconnecté. Veuillez vous connecter d’une autre façon.',
  noticeSessionEnded: 'Cet appareil a été déconnecté.',
  noticeSessionsEnded: 'Tous les autres appareils ont été déconnectés.',
  noticeLinkDeclined: 'Rien n’a été ajouté.',

  // Error page
  errorNotFound: 'Introuvable',
  errorUnchanged: 'Rien n’a été modifié',
  errorUnavailable: 'Indisponible pour le moment',
  errorOurs: 'Une erreur est survenue',
  errorSession: 'Connectez-vous pour continuer',
  errorSignIn: 'Connexion non terminée',
  errorOther: 'Cela n’a pas fonctionné',
  tryAgain: 'Réessayer',
  goHome: 'Retour à l’accueil',
  reference: 'Référence {code}',

  // Errors
  config_origin_missing:
    'La configuration de ce site n’est pas terminée, vous ne pouvez donc pas encore vous connecter. Veuillez prévenir les responsables de ce site.',
  config_store_missing:
    'Ce site ne propose pas cela, rien n’a donc été fait. Veuillez revenir à la page d’où vous venez.',
  request_not_found:
    'Il n’y a pas de page à cette adresse. Veuillez vérifier l’adresse, ou revenir à l’accueil.',
  request_method_not_allowed:
    'Cette adresse ne s’utilise pas de cette façon, rien n’a donc été fait. Veuillez revenir sur nos pages et réessayer.',
  request_cross_site:
    'Cette demande est venue d’un autre site, rien n’a donc été fait. Veuillez revenir sur nos pages et réessayer.',
  request_not_navigation:
    'Cette adresse ne fonctionne que comme une page que vous ouvrez vous-même, rien n’a donc été fait. Veuillez revenir sur nos pages et réessayer.',
  request_wrong_host:
    'Ce site n’est pas configuré pour l’adresse affichée dans votre navigateur, rien n’a donc été fait. Veuillez prévenir les responsables de ce site.',
  request_too_large:
    'Votre navigateur a envoyé plus que cette page n’accepte, rien n’a donc été fait. Veuillez revenir en arrière et envoyer moins.',
  request_malformed:
    'Votre navigateur a envoyé quelque chose que cette page ne peut pas lire, rien n’a donc été fait. Veuillez revenir en arrière et réessayer.',
  attempt_missing:
    'Cette connexion a déjà été utilisée, ou a été commencée dans un autre navigateur ou une autre fenêtre. Veuillez recommencer.',
  attempt_invalid:
    'Ce site ne peut plus lire la connexion que vous avez commencée, vous n’êtes donc pas connecté. Veuillez recommencer.',
  attempt_expired:
    'Cette connexion a pris trop de temps, vous n’êtes donc pas connecté. Veuillez recommencer.',
  attempt_wrong_provider:
    'La réponse est venue d’un autre service de connexion que celui que vous avez choisi, vous n’êtes donc pas connecté. Veuillez recommencer.',
  attempt_already_used: 'Cette connexion a déjà été utilisée. Veuillez recommencer.',
  attempt_session_changed:
    'Vous vous êtes déconnecté ou avez changé de compte entre-temps, rien n’a donc été ajouté. Veuillez réessayer.',
  provider_unknown: 'Ce site ne propose pas ce moyen de connexion. Veuillez en choisir un autre.',
  provider_place_invalid:
    'Cette adresse ne permet pas de se connecter ici. Veuillez vérifier son orthographe et réessayer.',
  provider_unavailable:
    'Ce service de connexion ne répond pas pour le moment. Veuillez réessayer dans une minute, ou vous connecter d’une autre façon.',
  provider_certificate_invalid:
    'Ce site ne peut pas se connecter de façon sûre à ce service de connexion. Veuillez vous connecter d’une autre façon, ou prévenir les responsables de ce site.',
  provider_denied:
    'Le service de connexion n’a pas autorisé cette connexion, vous n’êtes donc pas connecté. Veuillez recommencer, ou vous connecter d’une autre façon.',
  provider_interaction_required:
    'Le service de connexion a d’abord besoin d’une réponse de votre part, vous n’êtes donc pas connecté. Veuillez recommencer.',
  provider_freshness_unproven:
    'Le service de connexion n’a pas confirmé que vous venez de vous connecter, rien n’a donc été fait. Veuillez réessayer, ou d’abord vous déconnecter puis vous reconnecter.',
  provider_freshness_unsupported:
    'Cette page exige une connexion récente, et le service avec lequel vous vous êtes connecté ne peut pas la prouver. Veuillez vous connecter d’une autre façon.',
  provider_level_unsupported:
    'Cette page exige une connexion plus forte que celle du service avec lequel vous vous êtes connecté. Veuillez vous connecter d’une autre façon.',
  provider_refused:
    'Le service de connexion a refusé cette connexion, vous n’êtes donc pas connecté. Veuillez recommencer, ou vous connecter d’une autre façon.',
  provider_redirect_uri_mismatch:
    'La configuration de ce site auprès du service de connexion n’est pas terminée, vous n’êtes donc pas connecté. Veuillez vous connecter d’une autre façon, ou prévenir les responsables de ce site.',
  provider_answer_invalid:
    'Le service de connexion a donné une réponse à laquelle nous ne pouvons pas nous fier, vous n’êtes donc pas connecté. Veuillez recommencer.',
  provider_notification_invalid:
    'Ce message ne prouve pas qu’il vient du service de connexion, rien n’a donc été fait. Veuillez le renvoyer sous la forme que le service définit.',
  account_refused:
    'Ce compte n’est pas autorisé à se connecter ici. Veuillez utiliser un autre compte, ou demander aux responsables de ce site.',
  account_not_created:
    'Ce site n’a pas pu créer de compte pour vous. Si vous en avez déjà un, veuillez vous connecter comme avant, puis ajouter ce moyen de connexion sur la page de votre compte.',
  account_linked_elsewhere:
    'Ce compte est déjà associé à un autre utilisateur ici, rien n’a donc été modifié. Pour le déplacer, connectez-vous avec lui et retirez-le d’abord là-bas.',
  account_last:
    'C’est votre seul moyen de connexion, il n’a donc pas été retiré. Veuillez d’abord en ajouter un autre.',
  account_not_found:
    'Ce compte n’est pas associé au vôtre, rien n’a donc été modifié. Veuillez ouvrir à nouveau la page de votre compte.',
  account_link_expired:
    'L’ajout de ce compte a pris trop de temps, rien n’a donc été ajouté. Veuillez vous connecter encore une fois avec lui.',
  session_required: 'Vous n’êtes pas connecté. Veuillez d’abord vous connecter.',
  session_not_allowed:
    'Vous êtes connecté, mais cette page n’est pas destinée à votre compte. Si elle devait l’être, veuillez demander aux responsables de ce site.',
  session_not_fresh:
    'Trop de temps a passé depuis votre connexion, rien n’a donc été modifié. Veuillez confirmer que c’est bien vous en vous connectant à nouveau.',
  session_not_ended:
    'Vous êtes déconnecté dans ce navigateur, mais notre serveur n’a pas pu être joint pour mettre fin à la session là-bas aussi. Sur un ordinateur partagé, veuillez revenir dans quelques minutes, vous connecter et choisir « Se déconnecter partout ailleurs ».',
  session_other_person:
    'Vous avez confirmé avec un autre compte que celui avec lequel vous êtes connecté, rien n’a donc été modifié. Veuillez réessayer.',
  session_other_provider:
    'Vous avez confirmé avec un autre moyen de connexion que celui de cette visite, rien n’a donc été modifié. Veuillez utiliser celui-ci.',
  session_too_large:
    'Votre profil est trop volumineux pour ce site, vous n’êtes donc pas connecté. Veuillez prévenir les responsables de ce site.',
  token_absent:
    'Ce site n’a pas votre autorisation auprès de l’autre service, rien n’a donc été fait. Veuillez y connecter votre compte.',
  token_revoked:
    'Votre autorisation auprès de l’autre service a pris fin, rien n’a donc été fait. Veuillez y reconnecter votre compte.',
  token_unavailable: 'L’autre service ne répond pas pour le moment. Veuillez réessayer dans une minute.',
  token_origin_refused: 'Une erreur est survenue de notre côté. Veuillez réessayer.',
  token_wrong_account:
    'Vous avez choisi, auprès de l’autre service, un autre compte que celui qui a besoin de votre autorisation, rien n’a donc été modifié. Veuillez réessayer avec ce compte-là.',
  user_not_found: 'Cet utilisateur n’existe plus ici, rien n’a donc été modifié. Veuillez recharger la page.',
  user_fields_invalid:
    'Ce site ne peut pas lire votre profil, rien n’a donc été fait. Veuillez prévenir les responsables de ce site.',
  upstream_unavailable:
    'L’application derrière cette page ne répond pas pour le moment. Vous n’avez rien fait de mal. Veuillez réessayer dans une minute.',
  store_unavailable:
    'Ce site ne peut pas accéder à ses données pour le moment. Veuillez réessayer dans une minute.',
  request_cross_site_named:
    'Cette demande est venue de {received} et non de {expected}, rien n’a donc été fait. Veuillez revenir sur nos pages et réessayer.',
  provider_denied_consent:
    'Le service de connexion a besoin de votre autorisation et ne l’a pas reçue, vous n’êtes donc pas connecté. Veuillez recommencer quand vous voudrez la donner.',
  token_unavailable_refused:
    'L’autre service n’a pas renouvelé votre autorisation, rien n’a donc été fait. Veuillez y reconnecter votre compte.',

  // Apps without cookies, and devices
  clientConfirm: 'Se connecter à {client} ?',
  clientConfirmLead: 'Une application sur cet appareil demande à être connectée en votre nom :',
  clientConfirmLeadHere: 'Un programme sur cet ordinateur demande à être connecté en votre nom :',
  clientConfirmWhen:
    'N’autorisez que si vous venez de commencer cette connexion dans {client}. L’application pourra faire ce que vous pouvez faire ici, jusqu’à ce que vous la déconnectiez sur la page de votre compte.',
  allow: 'Autoriser',
  doNotSignIn: 'Non, ne pas connecter',
  otherAccount: 'Utiliser un autre compte',
  deviceCode: 'Connecter un appareil',
  deviceCodeLead: 'Saisissez le code que votre appareil affiche.',
  deviceCodeField: 'Code',
  deviceCodeWarning:
    'Quelqu’un vous a envoyé un code ou demandé d’ouvrir cette page ? Alors fermez-la : cette personne serait connectée en votre nom.',
  continue: 'Continuer',
  deviceConfirm: 'Connecter cet appareil ?',
  deviceConfirmLead: 'Un appareil avec {client} demande à être connecté en votre nom :',
  deviceCompare: 'Regardez l’appareil devant vous. Affiche-t-il exactement ce code ?',
  deviceWarning:
    'Quelqu’un vous a envoyé ce code ou un lien vers cette page ? Alors refusez. La personne qui a l’appareil pourrait faire tout ce que vous pouvez faire ici. Nous ne vous demandons jamais de code.',
  deviceAllow: 'Autoriser, c’est mon appareil',
  deviceAsked: 'L’appareil a fait la demande le {time}.',
  deviceDone: 'Retournez à votre appareil',
  deviceDoneLead: '{client} y sera connecté dans quelques secondes. Vous pouvez fermer cette page.',
  deviceDoneMistake: 'C’était une erreur ? Déconnectez l’appareil sur la page de votre compte.',
  deviceDenied: 'L’appareil n’a pas été connecté',
  deviceDeniedLead: 'Rien n’a été fait. Vous pouvez fermer cette page.',

  // Errors of apps and devices
  request_not_local:
    'Cette page ne peut pas être ouverte d’ici : elle est réservée à l’ordinateur sur lequel ce site est développé. Veuillez revenir là où vous étiez.',
  client_unknown:
    'Ce site ne connaît pas l’application qui vous a envoyé ici, rien n’a donc été fait. Veuillez revenir à cette application et prévenir ses responsables.',
  client_not_public:
    'L’application que vous utilisez a demandé quelque chose que ce site ne peut pas faire, rien n’a donc été fait. Veuillez recommencer dans cette application, ou prévenir les responsables de ce site.',
  client_redirect_uri_unknown:
    'L’application qui vous a envoyé ici veut la réponse à une adresse qui n’est pas la sienne, rien n’a donc été fait. Veuillez fermer cette page et prévenir les responsables de cette application.',
  client_denied:
    'Vous n’avez pas autorisé cette connexion, rien n’a donc été fait. Si c’était une erreur, veuillez recommencer dans l’application.',
  client_grant_invalid:
    'Cette application n’est plus connectée, rien n’a donc été fait. Veuillez vous y connecter à nouveau.',
  bearer_not_accepted:
    'Cette page ne fonctionne qu’avec la connexion d’un navigateur, rien n’a donc été fait. Veuillez l’ouvrir dans votre navigateur.',
  device_code_unknown:
    'Ce site ne connaît pas ce code, ou il est trop ancien, rien n’a donc été fait. Veuillez regarder à nouveau votre appareil.',
  device_code_expired:
    'Vous avez mis trop de temps à répondre, rien n’a donc été fait. Veuillez recommencer sur votre appareil.',
  device_guesses_exceeded:
    'Vous avez saisi trop de codes erronés, cette page n’en accepte donc plus pour le moment. Veuillez attendre dix minutes, puis réessayer.',
  bearer_token_missing:
    'Cette adresse est destinée aux applications reliées à votre compte, rien n’a donc été fait. Veuillez l’ouvrir dans une telle application.',
  bearer_request_malformed:
    'Cette application a envoyé une demande incompréhensible. Veuillez la mettre à jour, ou prévenir ceux qui la font.',
  bearer_token_invalid:
    'L’accès de cette application a pris fin, rien n’a donc été fait. Veuillez relier à nouveau l’application à votre compte.',
  bearer_scope_insufficient:
    'Cette application ne peut pas faire cela, car vous ne l’avez pas autorisé. Veuillez relier à nouveau l’application et l’y autoriser.',
  bearer_level_insufficient:
    'Cette application a besoin d’une nouvelle preuve que c’est bien vous, rien n’a donc été fait. Veuillez vous connecter à nouveau dans l’application.',
  dpop_proof_invalid:
    'Cette application n’a pas pu prouver que c’est avec elle que vous vous êtes connecté. Veuillez vous y connecter à nouveau.',
  dpop_nonce_required:
    'Cette application doit prouver encore une fois que c’est avec elle que vous vous êtes connecté. Veuillez y réessayer.',
}
