// The French sentences of the host's own pages.
import type { HostWords } from './words.en.ts'

export const hostWordsFr: HostWords = {
  lang: 'fr',
  closedTitle: 'Cette page a besoin de son lien',
  closedText:
    'Daybook s’ouvre avec un lien valable pour une visite dans un navigateur. Démarrez Daybook une nouvelle fois : il ouvre un nouveau lien et en affiche un autre, sans déranger ce qui est en cours.',
  openingTitle: 'Ouverture de Daybook',
  opening: 'Continuer vers Daybook',
  unbuiltTitle: 'L’interface n’est pas encore construite',
  unbuiltText:
    'Lancez « npm start » dans le dossier de Daybook : la commande la construit et rouvre cette page.',
  problemTitle: 'Daybook ne peut pas ouvrir ses données',
  folder: 'Dossier de données',
  technical: 'Détail technique',
  retry: 'Réessayer',
  restore: 'Restaurer la sauvegarde du {{at}}',
  restoreText:
    'Le fichier endommagé est mis de côté dans le dossier de données et y reste. Ce qui a été enregistré après la sauvegarde ne figure que dans ce fichier.',
  lostText:
    'La base de données a disparu ou a été vidée, et il en existe une sauvegarde. Ce qu’il en reste est mis de côté dans le dossier de données et y reste.',
  freshBeside: 'Commencer avec des données vides ; les sauvegardes restent',
  noBackup: 'Aucune sauvegarde ne réussit sa vérification.',
  fresh: 'Mettre de côté le fichier endommagé et commencer avec des données vides',
  notFound: 'Il n’y a rien à cette adresse.',
}
