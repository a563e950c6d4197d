// The French sentence for every refusal: what is wrong, and what to do.
import type { OwnErrorCode } from '../contract/errors.ts'

export const errorsFr: Record<OwnErrorCode | 'guard.projectDelete' | 'guard.assignmentDelete', string> = {
  'request.unknown': 'Aucune requête ne porte ce nom. Vérifiez l’orthographe.',
  'request.invalid': 'Une valeur saisie n’est pas valable. Corrigez ce qui est indiqué et réessayez.',
  'request.notPermitted': 'Votre rôle ne le permet pas. Adressez-vous à un administrateur.',
  'request.conflict':
    'Quelqu’un d’autre a modifié cela entre-temps. Vérifiez, puis refaites votre modification.',
  internal:
    'Une erreur s’est produite dans Daybook ; rien n’a été modifié. Réessayez, et signalez-la si elle se reproduit.',
  'notFound.change': 'Cette modification est inconnue ici.',
  'notFound.export': 'Cet export n’est plus connu. Relancez-le.',
  'notFound.browser': 'Ce navigateur n’est plus connecté.',
  'notFound.backup': 'Il n’y a pas de sauvegarde vérifiée à restaurer.',
  'name.taken': 'Le nom « {{name}} » est déjà utilisé. Choisissez-en un autre.',
  'name.unknown': 'Rien ne s’appelle « {{name}} ».',
  'name.ambiguous': 'Plusieurs éléments s’appellent « {{name}} ».',
  'timer.alreadyRunning':
    'Un chronomètre est déjà en cours. Arrêtez-le d’abord, ou basculez vers le nouveau.',
  'timer.notRunning': 'Aucun chronomètre n’est en cours. Démarrez-en un d’abord.',
  'timer.notPaused': 'Le chronomètre n’est pas en pause.',
  'timer.notStopped': 'Le chronomètre n’est pas encore arrêté. Arrêtez-le avant de l’enregistrer.',
  'timer.startInFuture': 'Le début est dans le futur. Saisissez une heure passée.',
  'timer.startTooLongAgo':
    'Ce début remonte à plus de 24 heures. Ajoutez plutôt le temps de chaque jour dans le relevé d’heures.',
  'timer.startAfterEnd': 'Le début est après la fin de la session. Saisissez un début plus tôt.',
  'timer.atBeforeSegment':
    'Ce moment se situe dans le temps déjà compté par ce chronomètre, ou avant. Indiquez-en un plus tard.',
  'timer.earlierStop':
    'Le même chronomètre a été arrêté plus tôt sur un autre appareil, et c’est l’arrêt le plus tôt qui compte. Ce qui a été noté ici est conservé : reprenez-le ou laissez-le.',
  'timer.inFuture': 'Cette heure est dans le futur. Saisissez une heure passée.',
  'rule.customerRequired': 'Le client est obligatoire. Choisissez-en un.',
  'rule.categoryRequired': 'La catégorie est obligatoire. Choisissez-en une.',
  'rule.noteRequired': 'La note est obligatoire. Écrivez ce qui a été fait.',
  'rule.tooShort':
    'La session est plus courte que les {{minutes}} minutes exigées par vos règles. Laissez-la continuer, ou abandonnez-la.',
  'rule.tooLong':
    'La session est plus longue que les {{minutes}} minutes permises par vos règles. Corrigez ses heures.',
  'clientTimer.off':
    'Le chronomètre est désactivé pour vous. Demandez à un administrateur d’activer « Chronomètre client ».',
  'module.off':
    'Le module « {{module}} » est désactivé. Un administrateur peut l’activer dans Paramètres, Modules, ou pour certains utilisateurs dans Paramètres, Utilisateurs.',
  'module.notPerUser':
    'Le module « {{module}} » ne s’active que pour toute l’organisation, dans Paramètres, Modules.',
  'record.priorPeriod': 'Impossible d’enregistrer le temps : la date appartient à la période précédente.',
  'record.inactiveCategory': 'Impossible d’enregistrer le temps : la catégorie est inactive.',
  'record.inactiveTag': 'L’étiquette {{name}} est inactive. Choisissez-en une autre, ou retirez-la.',
  'record.inactiveUser':
    'Impossible d’enregistrer le temps : {{name}} est inactif. Rendez d’abord l’utilisateur actif.',
  'record.inactiveCustomer':
    'Impossible d’enregistrer le temps : le client {{name}} n’est pas actif. Rendez-le actif, ou choisissez-en un autre.',
  'project.otherCustomer':
    'Le projet {{code}} appartient à un autre client. Choisissez un projet de ce client, ou aucun.',
  'project.completed':
    'Le projet {{code}} a été terminé le {{date}} et n’accepte plus de temps après ce jour. Choisissez-en un autre, ou rouvrez-le.',
  'code.taken': 'Le code « {{code}} » est déjà pris. Choisissez-en un autre.',
  'assignment.second':
    'Cet utilisateur a déjà une affectation pour le même client, ou pour tous les clients. Modifiez plutôt celle-ci.',
  'project.codeTaken': 'Un autre projet a le code « {{code}} ». Choisissez un autre code.',
  'project.hasTime':
    'Du temps est enregistré sur {{code}} pour son client : le projet ne peut pas passer à un autre. Ajoutez-y plutôt un nouveau projet.',
  'project.hasCases':
    'Des tickets sont liés à {{code}} : le projet ne peut pas passer à un autre client. Déliez-les, ou ajoutez-y plutôt un nouveau projet.',
  'opportunity.otherCustomer':
    'L’opportunité {{name}} appartient à un autre client. Choisissez-en une de ce client, ou aucune.',
  'opportunity.closed':
    'L’opportunité {{name}} est close et n’accepte plus de temps. Rouvrez-la, ou choisissez-en une autre.',
  'case.otherCustomer':
    'Le ticket {{code}} appartient à un autre client. Choisissez un ticket de ce client, ou aucun.',
  'case.hasTime':
    'Du temps est enregistré sur {{code}} pour son client : le ticket ne peut pas passer à un autre. Ajoutez-y plutôt un nouveau ticket.',
  'case.closed':
    'Le ticket {{code}} est fermé et n’accepte plus de temps. Rouvrez-le, ou choisissez-en un autre.',
  'case.projectRequired':
    'Le ticket {{code}} n’est lié à aucun projet, et seuls les tickets liés à un projet acceptent du temps. Choisissez d’abord son projet.',
  'entry.stopBeforeStart': 'La fin est avant le début. Corrigez l’un des deux.',
  'entry.zeroDuration': 'Saisissez une durée supérieure à zéro.',
  'entry.exceedsDay':
    'À partir de ce début, il reste au plus {{maxMinutes, duration}} h dans la journée. Saisissez une durée plus courte ou un début plus tôt.',
  'entry.dayFull':
    'Le {{date}}, il reste au plus {{maxMinutes, duration}} h : un jour ne contient pas plus de temps qu’il ne dure. Saisissez moins, ou une autre date.',
  'entry.inFuture': 'Cette heure est dans le futur. Seul le temps passé peut être enregistré.',
  'entry.someRefused':
    'Rien n’a été modifié, car {{count}} saisies sur {{all}} ne peuvent pas l’être. Laissez-les de côté et réessayez.',
  'entry.overlaps':
    'Ce temps chevauche une autre saisie du même utilisateur. Modifiez les heures, ou l’autre saisie.',
  'time.missing':
    'Cette heure n’existe pas ce jour-là, à cause du passage à l’heure d’été. Saisissez-en une plus tôt ou plus tard.',
  'time.twice':
    'Cette heure existe deux fois ce jour-là, à cause du passage à l’heure d’hiver. Précisez laquelle, avec son décalage UTC.',
  'time.invalid': 'Ce n’est pas une date avec une heure. Écrivez par exemple 2026-03-03 09:15.',
  'duration.unreadable': 'Cette durée n’est pas lisible. Écrivez par exemple 1:30, 2h 30min, 2,5 ou 90min.',
  'absence.overlap':
    'Le {{date}}, cela dépasse un jour entier d’absence. Modifiez les jours, ou l’absence déjà saisie.',
  'absence.endBeforeStart':
    'Le dernier jour est avant le premier. Choisissez le {{date}} ou un jour plus tard.',
  'absence.tooLong': 'Une absence dure au plus {{days}} jours. Saisissez le reste séparément.',
  'absence.hoursMissing':
    'Saisissez le nombre d’heures par jour : plus de zéro, et seulement pour une absence en heures.',
  'absence.closed':
    'La période jusqu’au {{through}} est clôturée : ses absences restent telles quelles. Choisissez des jours plus tard, ou rouvrez d’abord la période.',
  'absence.afterLastDay':
    'Le dernier jour de {{name}} était le {{date}}. Choisissez un premier jour plus tôt.',
  'absence.kindInactive': 'Le type {{name}} est inactif. Choisissez un autre type d’absence.',
  'absence.decided':
    'Cette absence est approuvée. Demandez à un responsable de la modifier ou de la retirer.',
  'absence.already': 'Cette absence a déjà fait l’objet de cette décision.',
  'absence.reasonMissing': 'Saisissez un motif. La personne qui a fait la demande le verra.',
  'account.closed':
    'La période jusqu’au {{through}} est clôturée : ses soldes restent tels quels. Choisissez une date plus tard, ou rouvrez d’abord la période.',
  'approval.locked':
    'Le {{date}} de {{name}} est approuvé : son temps ne peut plus changer. Un responsable peut d’abord annuler l’approbation.',
  'approval.closed':
    'La période jusqu’au {{through}} est clôturée : ses approbations restent telles quelles. Choisissez des jours plus tard, ou rouvrez d’abord la période.',
  'approval.future': 'Ces jours sont encore à venir. Soumettez des jours jusqu’à aujourd’hui.',
  'approval.range':
    'Choisissez un dernier jour qui ne précède pas le premier, et au plus {{days}} jours à la fois.',
  'approval.nothingToSubmit': 'Tous ces jours sont déjà soumis ou approuvés.',
  'approval.notSubmitted':
    'Rien de {{name}} n’attend de décision pour ces jours. Soumettez-les d’abord ; modifier le temps d’un jour retire sa soumission.',
  'approval.notApproved': 'Aucun de ces jours de {{name}} n’est approuvé.',
  'approval.timerRuns':
    'Un chronomètre a du temps non enregistré pour ces jours. Arrêtez-le et enregistrez-le d’abord, ou laissez ce jour de côté.',
  'approval.reasonMissing': 'Saisissez le motif : la personne qui a soumis les jours le lira.',
  'exception.reasonMissing': 'Saisissez le motif. Il est conservé dans l’historique.',
  'account.reasonMissing': 'Saisissez un motif. Il est conservé avec l’écriture.',
  'account.noAmount': 'Saisissez une valeur autre que zéro. Un paiement n’a pas de signe moins.',
  'package.noHours': 'Saisissez plus de zéro heure.',
  'package.expiryBefore':
    'Le forfait expirerait avant de commencer, le {{date}}. Choisissez ce jour ou un jour plus tard.',
  'package.beforePurchase': 'Le forfait commence le {{date}}. Choisissez ce jour ou un jour plus tard.',
  'package.reasonMissing': 'Saisissez le motif : il figure dans les mouvements du forfait.',
  'package.notLeft':
    'Il ne reste que {{minutes, duration}} h dans ce forfait : impossible d’en retirer davantage.',
  'package.nothingLeft': 'Il ne reste rien à reporter dans ce forfait.',
  'rate.priorPeriod':
    'Les tarifs horaires d’une période clôturée restent tels quels. Choisissez un premier jour plus tard, ou rouvrez d’abord la période.',
  'invoice.nothing':
    'Il n’y a rien à facturer : aucun temps facturable qui ne soit déjà facturé. Choisissez d’autres dates, ou ajoutez vos propres lignes.',
  'invoice.noRate':
    'Aucun tarif horaire ne vaut pour ce temps : il n’a pas de prix. Définissez d’abord un tarif pour le client, le projet, l’utilisateur ou l’organisation.',
  'invoice.tooManyLines':
    'La facture aurait {{count}} lignes ; le maximum est {{most}}. Regroupez son temps par jour, projet ou catégorie, ou faites deux factures.',
  'invoice.tooManyEntries':
    'Il y a {{count}} saisies entre ces dates ; le maximum par facture est {{most}}. Choisissez une durée plus courte.',
  'invoice.twoCurrencies':
    'Ce brouillon est en {{was}}, mais les tarifs sont désormais en {{is}}. Supprimez le brouillon et faites-en un nouveau.',
  'invoice.incomplete':
    'Il manque une mention obligatoire de la facture. Complétez ce qui est indiqué, dans les paramètres de facturation ou chez le client.',
  'invoice.untaxedMixed':
    'Ce qui n’est pas soumis à la TVA figure sur une facture à part. Choisissez un seul régime pour toutes les lignes, ou faites deux factures.',
  'invoice.negative':
    'Le total est négatif. Ajoutez des lignes, ou annulez la facture qui doit être reprise.',
  'invoice.inFuture':
    'Une facture porte la date d’aujourd’hui ou une date passée. Choisissez une autre date.',
  'invoice.dueBefore': 'L’échéance précède la date de la facture. Choisissez-en une plus tard.',
  'invoice.priorPeriod':
    'La période jusqu’au {{through}} est clôturée : aucune facture ne peut y être datée. Choisissez une date plus tard ; son temps peut être antérieur.',
  'invoice.numberTaken':
    'Le numéro {{number}} est déjà pris par un autre format. Modifiez le format des numéros dans les paramètres de facturation.',
  'invoice.frozen':
    'La facture {{number}} est émise et reste telle quelle. Annulez-la plutôt : un avoir la reprend.',
  'invoice.entryTaken':
    'Ce temps figure déjà sur une autre facture ({{number}}). Il n’est facturé qu’une fois.',
  'invoice.entryLocked':
    'Ce temps figure sur la facture {{number}} et reste tel quel. Annulez d’abord la facture pour le modifier.',
  'invoice.otherCustomer':
    'Ce temps concerne un autre client que celui de la facture. Choisissez du temps de son client.',
  'invoice.isCreditNote':
    'C’est un avoir : il ne se paie pas et ne s’annule pas. Faites plutôt une nouvelle facture.',
  'invoice.alreadyVoid':
    'La facture {{number}} est annulée. Son temps peut figurer sur une nouvelle facture.',
  'invoice.notIssued': 'C’est un brouillon. Émettez-le d’abord, ou supprimez-le.',
  'invoice.reasonMissing': 'Indiquez pourquoi la facture est annulée. Le motif figure sur l’avoir.',
  'invoice.creditBefore':
    'Un avoir ne peut pas être antérieur à sa facture du {{date}}. Choisissez une date plus tard.',
  'invoice.paidAlready': 'La facture {{number}} est entièrement payée.',
  'report.tooManyRows':
    'Ce rapport aurait plus de {{most}} lignes. Choisissez une durée plus courte, moins de regroupements, ou des mois au lieu de jours.',
  'invoice.currencyXml':
    'Une facture électronique a au plus deux décimales, et {{currency}} en a davantage. Envoyez le PDF ou le classeur.',
  'tax.invalid':
    'Seul le régime normal a un pourcentage supérieur à 0, et il en a toujours un. Modifiez le régime ou le pourcentage.',
  'logo.unreadable': 'Ce n’est pas une image PNG ou JPEG. Choisissez un autre fichier.',
  'logo.tooLarge': 'L’image est trop grande. Choisissez-en une d’au plus 1 Mo.',
  'payment.tooMuch':
    'Il ne reste que {{open}} à payer sur la facture {{number}}. Saisissez ce montant ou moins.',
  'payment.priorPeriod':
    'La période jusqu’au {{through}} est clôturée : ses paiements restent tels quels. Choisissez une date plus tard, ou rouvrez d’abord la période.',
  'meeting.stopBeforeStart': 'La réunion finit avant de commencer. Corrigez l’un des deux.',
  'meeting.tooLong':
    'Une réunion dure au plus {{hours}} heures. Choisissez une fin plus tôt, ou des journées entières.',
  'meeting.daysTooMany':
    'Une réunion en journées entières en compte au plus {{days}}. Choisissez une fin plus tôt, ou faites-la se répéter.',
  'meeting.repeatTooFine':
    'Une réunion se répète au plus une fois par jour ({{part}}). Répétez-la chaque jour ou plus rarement, ou créez plusieurs réunions.',
  'meeting.repeatUnknown':
    'Cette règle de répétition n’est pas lisible : {{part}}. Écrivez par exemple FREQ=WEEKLY;BYDAY=MO;COUNT=10.',
  'meeting.repeatEndless':
    'Une réunion ne peut pas se répéter sans fin. Indiquez jusqu’à quel jour elle se répète, ou combien de fois.',
  'meeting.repeatTooFar': 'Une réunion se répète sur au plus {{years}} ans. Choisissez une fin plus tôt.',
  'meeting.repeatNever':
    'Selon cette règle, la réunion n’a jamais lieu une seconde fois. Modifiez la règle, ou ne la répétez pas.',
  'meeting.tooManyExceptions':
    'Au plus {{most}} occurrences d’une série peuvent être déplacées ou annulées. Terminez cette série et commencez-en une autre.',
  'meeting.allDayLog':
    'Une réunion en journées entières n’a pas d’heures à saisir. Donnez-lui un début et une fin, ou ne l’incluez pas.',
  'meeting.othersLog':
    'Vous ne pouvez inclure une réunion que dans votre propre temps. Retirez les autres, ne l’incluez pas, ou demandez à un responsable.',
  'meeting.tooManyLogs':
    'Plus de {{most}} saisies seraient ajoutées d’un coup. Faites commencer la série plus tard, ou ne l’incluez pas.',
  'meeting.noOccurrence':
    'Cette réunion n’a pas lieu à ce moment. Consultez ses occurrences dans le calendrier, ou avec « daybook meeting list ».',
  'meeting.severalOccurrences':
    'Cette réunion se répète. Précisez quelle occurrence vous visez, ou que vous les visez toutes.',
  'meeting.oneOnly':
    'Une occurrence seule n’a en propre que son heure, son titre et son lieu. Modifiez toutes les occurrences, ou celle-ci et les suivantes.',
  'meeting.moveNeedsRule':
    'Les jours de cette règle ne peuvent pas être simplement décalés. Indiquez comment la réunion se répète à partir du nouveau jour.',
  'meeting.followingFixed':
    'À partir de cette occurrence, du temps est facturé ou dans une période clôturée. Choisissez une occurrence plus tard, ou celle-ci seule.',
  'meeting.notLogged': 'Cette réunion n’est pas incluse comme saisie de temps. Incluez-la d’abord.',
  'meeting.notOver':
    'Cette réunion n’est pas encore terminée. Son temps sera saisi une fois qu’elle le sera.',
  'task.stopBeforeStart': 'La tâche finit avant de commencer. Corrigez l’un des deux.',
  'task.dueOrTimed':
    'Une tâche a une échéance à un jour ou une heure, pas les deux. Laissez l’une des deux de côté.',
  'guard.userInactive': 'Impossible de rendre cette personne inactive : son chronomètre est en cours.',
  'guard.assignmentDelete': 'Un chronomètre s’en sert – suppression impossible.',
  'guard.projectDelete': 'Impossible de supprimer {{code}} : un chronomètre s’en sert.',
  'guard.periodTimers':
    'La période ne peut pas être clôturée tant que des chronomètres commencés pendant celle-ci ne sont pas enregistrés. Arrêtez-les et enregistrez-les d’abord, ou clôturez malgré tout : ce qu’ils y comptent attend alors comme exception.',
  'user.lastAdministrator': 'C’est le dernier administrateur actif. Nommez d’abord un autre administrateur.',
  'user.inClosedPeriod':
    'Cet utilisateur compte dans les chiffres de la période clôturée, jusqu’au {{through}}. Choisissez une date d’entrée plus tard, ou rouvrez la période.',
  'user.lastDateClosed':
    'La période jusqu’au {{through}} est clôturée : ses chiffres restent tels quels. Choisissez le {{through}} ou un dernier jour plus tard, ou rouvrez la période.',
  'organisation.currencyClosed':
    'La devise reste {{currency}} tant qu’une période est clôturée : ses montants sont dans cette devise. Rouvrez la période pour en changer.',
  'employment.extraNeedsDays':
    'Les heures supplémentaires par jour ou par semaine demandent des heures théoriques par jour de la semaine. Videz les heures théoriques du mois, ou décomptez par mois.',
  'period.inFuture':
    'Une période se clôture au plus tard jusqu’à hier, car la journée n’est pas finie. Choisissez un jour antérieur.',
  'period.reasonMissing': 'Indiquez pourquoi la période est rouverte. Le motif figure dans l’historique.',
  'user.notOffered':
    'Vous ne pouvez pas choisir {{name}} : d’autres noms sont proposés à votre rôle. Choisissez-en un autre, ou adressez-vous à un administrateur.',
  'user.self': 'Vous ne pouvez pas le faire pour vous-même. Adressez-vous à un autre administrateur.',
  'undo.changedSince':
    'Annulation impossible : ce qui avait été modifié l’a été de nouveau depuis. Annulez d’abord la modification plus récente.',
  'undo.tooOld': 'Annulation impossible : la modification date de plus de 30 jours.',
  'undo.periodClosed': 'Annulation impossible : la période est clôturée. Rouvrez-la d’abord.',
  'undo.nothing': 'Il n’y a rien à annuler.',
  'undo.cancelled': 'Interrompu ; tout est resté tel quel.',
  'setup.done': 'Daybook est déjà configuré dans ce dossier de données.',
  'setup.missing':
    'Daybook n’est pas encore configuré dans ce dossier de données. Ouvrez-le et répondez à l’accueil, ou configurez-le en ligne de commande.',
  'sample.notEmpty':
    'Les données d’exemple ne se chargent que dans un dossier de données vide. Démarrez avec un autre dossier : --data FOLDER.',
  'disk.full': 'Le disque est plein : rien ne peut être enregistré. Libérez de l’espace et réessayez.',
  'disk.readonly':
    'Impossible d’écrire dans le dossier de données. Vérifiez ses droits, ou choisissez un autre dossier.',
  'db.locked': 'Un autre programme utilise les données en ce moment. Réessayez, ou fermez ce programme.',
  'db.newer':
    'Ces données ont été écrites par une version plus récente de Daybook. Installez cette version ou une version ultérieure ; rien n’a été modifié.',
  'db.damaged':
    'La base de données est endommagée. Restaurez la dernière sauvegarde ; le fichier endommagé est mis de côté et conservé.',
  'db.missing':
    'La base de données ou son dossier est introuvable. Vérifiez le dossier de données, ou restaurez une sauvegarde.',
  'db.migrationFailed':
    'Les données n’ont pas pu être adaptées à cette version et sont restées telles quelles. Gardez votre version précédente, et signalez le problème.',
  'mail.noAddress': 'Ce n’est pas une adresse e-mail. Écrivez par exemple ana@example.org.',
  'mail.noProgram':
    'Aucun programme de messagerie n’a pu être ouvert. Choisissez-en un dans les réglages de cet ordinateur, ou joignez vous-même le PDF enregistré.',
  'invoice.sentInFuture':
    'L’envoi ne peut pas être postérieur à aujourd’hui. Choisissez aujourd’hui ou un jour passé.',
  'invoice.sentBefore':
    'L’envoi ne peut pas précéder la date de la facture. Choisissez le {{date}} ou un jour plus tard.',
  'export.letters':
    'Aucune police ne contient ici les caractères {{letters}}. Installez-en une qui les contient, comme Noto, ou écrivez ces textes avec d’autres caractères.',
  'export.cancelled': 'L’export a été annulé ; aucun fichier n’a été écrit.',
  'export.failed':
    'L’export a échoué ; aucun fichier n’a été écrit. Réessayez, et signalez le problème s’il se reproduit.',
  'session.signedOut': 'Vous êtes déconnecté. Reconnectez-vous pour continuer.',
  'session.ended': 'Ce navigateur est déconnecté. Démarrez Daybook une nouvelle fois pour l’ouvrir ici.',
  'session.locked': 'Daybook est verrouillé. Saisissez d’abord le code PIN de votre profil.',
  'pin.needed': 'Le profil {{name}} a un code PIN. Saisissez-le.',
  'pin.wrong':
    'Ce n’est pas le code PIN de {{name}}. Réessayez, ou demandez à un administrateur de le réinitialiser.',
  'pin.wait': 'Trop de codes PIN erronés pour {{name}}. Attendez {{seconds}} secondes, puis réessayez.',
  'file.foreignLink':
    'Sur le chemin de ce fichier se trouve un lien créé par un autre utilisateur de cet ordinateur. Choisissez un autre emplacement.',
  'calendarFile.notReadable':
    'Ce fichier n’est pas lisible : {{file}}. Vérifiez son nom et vos droits de lecture.',
  'calendarFile.tooLarge':
    'Ce fichier dépasse {{most}} Mo. Exportez une durée plus courte de l’autre calendrier, et importez-la.',
  'calendarFile.tooMany':
    'Ce fichier contient {{count}} réunions et tâches ; {{most}} au plus s’importent à la fois. Exportez une durée plus courte de l’autre calendrier.',
  'calendarFile.none':
    'Ce n’est pas un calendrier : il ne commence pas par BEGIN:VCALENDAR. Choisissez un fichier qui se termine par .ics.',
  'calendarFile.empty': 'Ce calendrier ne contient ni réunion ni tâche.',
  'calendarFile.cutOff':
    'Ce fichier s’arrête au milieu. Exportez-le ou téléchargez-le de nouveau ; rien n’a été importé.',
  'calendarFile.broken':
    'Ce fichier est endommagé : la partie {{part}} ne se termine pas où elle devrait. Exportez-le de nouveau ; rien n’a été importé.',
  'calendarFile.tooHard':
    'Ce fichier demande trop de travail : il se répète trop, ou est fait pour cela. Exportez une durée plus courte de l’autre calendrier ; rien n’a été importé.',
  'calendarFile.gone': 'Le fichier transmis n’est plus là. Choisissez-le de nouveau.',
  'range.endBeforeStart': 'Le dernier jour est avant le premier. Corrigez l’un des deux.',
  'calendarRow.unreadable': 'Illisible ({{text}}).',
  'calendarRow.noStart': 'Sans début.',
  'calendarRow.badTime': 'L’heure « {{text}} » n’est ni une date ni une heure.',
  'calendarRow.tooOld': 'Antérieur à 1970.',
  'calendarRow.zoneUnknown': 'Le fuseau horaire « {{zone}} » est inconnu. Indiquez lequel c’est.',
  'calendarRow.otherRule':
    'Se répète à des dates isolées ou par exclusion ({{part}}), ce qu’une réunion ne permet pas ici.',
  'calendarRow.thisAndFuture':
    'L’une des modifications vaut pour tout ce qui suit, ce qu’une réunion ne permet pas ici. Exportez deux séries.',
  'calendarRow.taskRepeats': 'C’est une tâche qui se répète, ce que les tâches ne permettent pas ici.',
  'calendarRow.recordedTime': 'C’est du temps enregistré, pas une réunion.',
  'calendarRow.twice': 'Présent deux fois dans le fichier ; le plus récent est retenu.',
  'calendarRow.notYours':
    'Appartient à quelqu’un d’autre. Demandez à cette personne ou à un responsable de l’importer.',
  'importFile.notReadable':
    'Ce fichier n’est pas lisible : {{file}}. Vérifiez son nom et vos droits de lecture.',
  'importFile.tooLarge':
    'Les fichiers dépassent {{most}} Mo. Importez-les un par un, ou une durée plus courte.',
  'importFile.tooMany':
    '{{file}} contient plus de {{most}} lignes. Exportez une durée plus courte, et importez-la.',
  'importFile.unknown':
    '{{file}} ne contient pas de tableau de temps. Choisissez un fichier CSV ou Excel, ou un export de votre outil précédent.',
  'importFile.empty': '{{file}} ne contient aucune ligne.',
  'importFile.cutOff':
    '{{file}} s’arrête au milieu. Exportez-le ou téléchargez-le de nouveau ; rien n’a été importé.',
  'importFile.broken':
    '{{file}} est endommagé ou n’est pas ce que dit son nom (ligne {{line}}). Exportez-le de nouveau ; rien n’a été importé.',
  'importFile.protected':
    '{{file}} est protégé par un mot de passe, ou vient d’un Excel antérieur à 2007. Enregistrez-le en .xlsx sans mot de passe.',
  'importFile.bomb':
    '{{file}} serait, une fois décompressé, bien plus grand que sa taille : il n’a pas été ouvert.',
  'importFile.tooHard':
    'Ce fichier demande trop de travail ou de mémoire. Importez une durée plus courte ; rien n’a été importé.',
  'importFile.gone': 'Les fichiers ne sont plus là. Choisissez-les de nouveau.',
  'template.notWorkbook':
    '{{file}} n’est pas un classeur Excel. Choisissez un fichier qui se termine par .xlsx ; les autres formats peuvent être enregistrés ainsi.',
  'template.protected':
    '{{file}} est protégé par un mot de passe, ou provient d’un Excel antérieur à 2007. Enregistrez-le en .xlsx sans mot de passe.',
  'template.macros':
    '{{file}} contient des macros, que Daybook ne transmet pas. Enregistrez-le en .xlsx sans elles.',
  'template.tooLarge':
    '{{file}} dépasse {{most}} Mo. Supprimez ce dont un modèle n’a pas besoin, comme de grandes images.',
  'template.broken':
    '{{file}} est endommagé : {{part}} ne peut pas être lu. Ouvrez-le dans Excel ou LibreOffice et enregistrez-le de nouveau.',
  'template.noNames':
    '{{file}} n’a aucun emplacement que Daybook pourrait remplir : donnez à des cellules des noms comme daybook_total. Le modèle d’exemple montre tous les noms.',
  'template.unknownName':
    'Le modèle a un nom {{name}}, qui ne peut pas être rempli ici. Le plus proche est {{nearest}}. Le modèle d’exemple montre tous les noms.',
  'template.unknownField':
    'La ligne {{name}} du modèle contient {{field}}, qui n’en est pas un champ. Le plus proche est {{nearest}}.',
  'template.nowhere':
    'Le nom {{name}} du modèle ne renvoie à aucune cellule d’une feuille. Faites-le renvoyer à des cellules, ou supprimez-le.',
  'template.noFields':
    'La première ligne de {{name}} dans le modèle ne contient aucun champ comme {{field}}. Écrivez des champs entre accolades dans ses cellules.',
  'template.sideBySide':
    '{{name}} et {{other}} se trouvent sur les mêmes lignes du modèle. Placez l’un sous l’autre, ou sur sa propre feuille.',
  'template.tooMany':
    '{{name}} aurait {{count}} lignes ; un modèle en prend {{most}} au plus, et autant que sa feuille peut en contenir. Choisissez un mois, ou réduisez la liste.',
  'everything.notEmpty':
    'Il y a déjà des données ici. Une archive ne peut être lue que dans un Daybook vide.',
  'everything.unknown': 'Ce n’est pas une archive complète. Choisissez le fichier ZIP que Daybook a exporté.',
  'everything.newer':
    'Cette archive vient d’un Daybook plus récent ({{version}}). Mettez d’abord celui-ci à jour.',
  'everything.broken':
    'Cette archive est endommagée ou incomplète : {{file}}, ligne {{line}}. Rien n’a été lu. Exportez-la de nouveau.',
  'import.cancelled': 'Annulé ; rien n’a été importé.',
  'import.busy': 'Un import est en cours d’écriture. Attendez qu’il soit terminé.',
  'import.team':
    'Les appareils d’une équipe ne peuvent pas encore importer de fichiers. Importez-les dans un Daybook seul, avant qu’il ne devienne une équipe.',
  'import.needs':
    'Indiquez d’abord ce que contiennent les colonnes, le format des dates et le fuseau horaire.',
  'importRow.noStart': 'Sans date.',
  'importRow.noEnd': 'Sans fin : peut-être encore en cours.',
  'importRow.noLength': 'Sans heures ni durée.',
  'importRow.longer': 'La durée est plus longue que du début à la fin ({{minutes}} min).',
  'importRow.badTime': '« {{text}} » n’est ni une date ni une heure.',
  'importRow.badDuration': '« {{text}} » n’est pas une durée.',
  'importRow.tooOld': 'Antérieur à 1970.',
  'importRow.tooLong': 'Le texte « {{text}}… » dépasse {{most}} caractères.',
  'importRow.manyTags': 'Plus de 20 étiquettes.',
  'importRow.cutOff': 'Le fichier s’arrête au milieu de cette ligne.',
  'importRow.break': 'C’est une pause, pas du temps travaillé.',
  'importRow.twice':
    'Passage à l’heure d’hiver : {{text}} existe deux fois ce jour-là. Précisez laquelle retenir.',
  'importRow.missing': 'Passage à l’heure d’été : {{text}} n’existe pas ce jour-là. Indiquez que faire.',
  'importRow.ambiguous': 'Plusieurs portent le nom « {{name}} ». Renommez-en d’abord un.',
  'importRow.mayNotAdd':
    '« {{name}} » n’existe pas ici, et vous ne pouvez pas l’ajouter. Demandez à un administrateur.',
  'importRow.notYours': 'C’est le temps de quelqu’un d’autre. Demandez à un responsable de l’importer.',
  'file.notWritable':
    'Impossible d’écrire le fichier à cet endroit. Fermez-le là où il est ouvert, ou choisissez un autre emplacement.',
  'notFound.attention': 'Cela ne demande plus d’attention.',
  'attention.counts':
    'Cela compte déjà, mais pas comme c’était prévu. Gardez ce qui vaut maintenant ou annulez la modification.',
  'team.alone': 'Daybook fonctionne seul ici ; il n’y a pas d’équipe. Créez-en une, ou rejoignez-en une.',
  'team.already': 'Ce Daybook fait déjà partie d’une équipe. Quittez-la d’abord.',
  'team.notEmpty':
    'Il y a déjà des données ici, et celles de l’équipe les remplaceraient. Rejoignez l’équipe depuis un dossier de données vide.',
  'team.filling':
    'Les données de l’équipe sont encore en cours de transfert vers cet appareil. Attendez qu’elles y soient.',
  'team.badAddress': 'Ce n’est pas l’adresse d’un serveur. Écrivez par exemple https://daybook.example.com.',
  'team.insecure':
    'Sans https, n’importe qui pourrait lire les échanges en chemin. Utilisez une adresse https ; http simple ne convient qu’à un serveur sur cet ordinateur.',
  'team.offline':
    'Le serveur de l’équipe est injoignable. Le travail continue ici et sera envoyé dès que possible.',
  'team.noAnswer':
    'Le serveur de l’équipe ne répond pas, et cette action est impossible sans lui. Vérifiez l’adresse et la connexion, puis réessayez.',
  'team.certificate':
    'Le certificat du serveur de l’équipe n’est pas valable : rien n’y a été envoyé. Adressez-vous à la personne qui gère le serveur.',
  'team.nonsense':
    'Ce qui a répondu n’est pas le serveur de l’équipe, ou celui-ci est en panne. Vérifiez l’adresse, ou adressez-vous à la personne qui gère le serveur.',
  'team.busy':
    'Le serveur de l’équipe ne peut pas répondre pour le moment. Une nouvelle tentative se fera d’elle-même.',
  'team.tooLarge': 'C’est plus que ce que le serveur de l’équipe accepte en une fois.',
  'team.otherVersion':
    'Les versions du serveur de l’équipe et de ce Daybook sont trop éloignées. Mettez à jour la plus ancienne.',
  'team.refusedNewer':
    'Le serveur de l’équipe est plus récent et a refusé cela pour une raison que cette version ne connaît pas. Mettez Daybook à jour.',
  'team.copied':
    'Une autre copie de ces données a continué sous le nom de cet appareil. Il reçoit un nom à lui.',
  'team.otherEpoch':
    'Le serveur de l’équipe a été restauré à partir d’une sauvegarde. Ce qu’il a oublié de cet appareil lui est renvoyé.',
  'team.otherHistory':
    'Le serveur de l’équipe n’a pas le même historique que cet appareil : il a été restauré depuis une sauvegarde, ou modifié. Rien n’est envoyé ni reçu tant que personne ne l’a vérifié.',
  'team.foundAgain':
    'La copie en cours de transfert vers le serveur n’existe plus. Quittez l’équipe, et créez-la de nouveau sur un serveur vide.',
  'team.founding':
    'Les données de cette équipe sont encore en cours de transfert vers le serveur. Réessayez plus tard.',
  'team.founded': 'Cette équipe a déjà ses données.',
  'team.closed': 'Ce serveur a déjà son équipe, et n’en accepte pas d’autre.',
  'team.signedOut':
    'Le serveur de l’équipe ne connaît pas cet appareil. Quittez l’équipe, puis rejoignez-la de nouveau.',
  'team.revoked':
    'Cet appareil a été exclu de l’équipe. Ce qui n’était pas encore envoyé se trouve chez un administrateur ; quittez l’équipe pour continuer seul.',
  'team.notMember': 'Vous ne faites plus partie de cette équipe. Quittez-la pour continuer seul.',
  'team.memberAlready':
    'Cette personne fait déjà partie de l’équipe. Connectez-vous plutôt avec l’adresse e-mail et le mot de passe.',
  'team.wrongPassword': 'L’adresse e-mail ou le mot de passe est incorrect.',
  'team.factorNeeded': 'Le mot de passe est correct. Saisissez maintenant le code de votre second facteur.',
  'team.factorWrong': 'Le code est faux ou a déjà servi. Attendez le suivant.',
  'team.factorMissing': 'Cette entreprise exige un second facteur. Configurez-en un maintenant.',
  'team.factorThere': 'Vous avez déjà un second facteur.',
  'team.noFactor': 'Il n’y a pas de second facteur.',
  'team.factorDemanded': 'Votre entreprise exige un second facteur ; il reste donc en place.',
  'team.noPasswordCode':
    'Ce code n’est pas valable : il n’est pas pour cette adresse, a déjà servi ou date de plus d’un jour. Demandez-en un nouveau à votre administrateur.',
  'team.inAnotherFirm':
    'Cette personne est aussi dans une autre entreprise sur ce serveur : personne de celle-ci ne peut lui donner un nouveau mot de passe. Qui gère le serveur peut aider.',
  'team.factorFirst':
    'Configurez d’abord votre propre second facteur ; vous pourrez ensuite l’exiger de tous.',
  'team.noGrant': 'Ce code est inconnu ici, ou ses dix minutes sont écoulées. Recommencez sur l’appareil.',
  'team.deviceDenied': 'Cet appareil n’a pas été autorisé.',
  'team.passkeyWrong': 'Cette clé d’accès ne vous connecte pas ici. Connectez-vous autrement.',
  'team.noPasskey': 'Cette clé d’accès n’existe plus.',
  'team.tooManyPasskeys': 'Vous avez déjà le nombre maximal de clés d’accès. Supprimez-en une d’abord.',
  'team.signInAgain': 'Il faut pour cela s’être connecté à l’instant. Connectez-vous à nouveau.',
  'team.oidcAway': '{{name}} est injoignable pour le moment. Réessayez, ou connectez-vous autrement.',
  'team.oidcWrong': 'La connexion a été interrompue ou a pris trop de temps. Recommencez.',
  'team.oidcUnknown':
    'Vous y êtes connecté, mais vous êtes inconnu ici. Demandez à un administrateur une invitation pour cette adresse e-mail.',
  'team.oidcOnly':
    'Votre entreprise ne se connecte que par sa propre connexion : choisissez-la sur la page du serveur et, sur un appareil, « Se connecter avec un navigateur ».',
  'team.oidcFirst':
    'Connectez-vous d’abord une fois vous-même par la connexion de l’entreprise ; vous pourrez ensuite l’exiger de tous.',
  'team.noInvitation':
    'Cette invitation n’est pas valable : elle est destinée à une autre adresse, a déjà servi ou est trop ancienne. Demandez-en une nouvelle.',
  'team.noDevice': 'Cet appareil n’existe pas, ou il est déjà exclu.',
  'team.wait': 'Trop de tentatives. Attendez une minute, puis réessayez.',
  'team.noBrowsers':
    'Le serveur ne sait pas à quelle adresse les navigateurs le trouvent. La personne qui le gère le démarre avec --address.',
  'team.conflict':
    'Quelqu’un d’autre a modifié la même chose entre-temps. Vérifiez ce qui vaut maintenant, et choisissez.',
  'team.quarantined': 'Le serveur a mis cela de côté ; un administrateur l’examine.',
  'team.oneUser':
    'Dans une équipe, chaque appareil appartient à une seule personne. Quittez l’équipe, ou utilisez un autre dossier de données.',
  'team.noSample':
    'L’entreprise d’exemple n’est pas faite pour une équipe. Chargez-la là où Daybook fonctionne seul.',
  'channel.closed':
    'Daybook n’est pas démarré. Démarrez-le de nouveau ; tout ce qui a été confirmé est enregistré.',
  'device.unavailable': 'Ce n’est pas disponible sur cet ordinateur.',
  'shortcut.taken': 'Un autre programme utilise ce raccourci. Choisissez-en un autre.',
  'shortcut.invalid': 'Ce raccourci n’est pas utilisable. Combinez Ctrl, Alt ou Maj avec une touche.',
}
