import type { ErrorParams } from '../contract/index.ts'
import type { wordsEn } from './words.en.ts'

const value = (params: ErrorParams, name: string): string => {
  const found = params[name]
  return Array.isArray(found) ? found.join(', ') : String(found ?? '')
}

export const wordsFr: typeof wordsEn = {
  help: `habeas : les services du coffre, sans fenêtre

  create COFFRE [--caseworker NOM]        un coffre neuf et vide
  demo COFFRE                             un coffre neuf avec les dossiers de démonstration
  info COFFRE [--header-only]             nom, version, chiffrement, dérivation de la clé, quantités
  list COFFRE [--limit N] [--offset N]    dossiers
  search COFFRE REQUÊTE [--limit N]       dossiers qui correspondent, les meilleurs d’abord
  show COFFRE RÉF                         un dossier entier
  report COFFRE RÉF --template case [--lang en|es|fr|ar] [--audience NOM] [--date AAAA-MM-JJ] --out FICHIER.pdf [--force]
  backup COFFRE --out FICHIER             tout le coffre en un fichier chiffré, vérifié après l’écriture
  restore FICHIER --to COFFRE             un coffre à partir d’un tel fichier ; sans phrase, vérifié par sommes de contrôle seulement
  verify COFFRE                           vérifie chaque partie ; code 4 au moindre défaut
  rpc COFFRE [--locked]                   les appels de la page, en lignes JSON
  rpc --list                              tous les appels, en JSON

Phrase secrète : --passphrase-file FICHIER, ou --passphrase-stdin (première ligne), ou demandée dans le terminal.
--json écrit un document JSON ; les erreurs vont à la sortie d’erreur.
Codes : 0 fait, 2 usage, 3 coffre non ouvert, 4 dommage, 5 rien de ce nom, 6 entrée refusée, 1 le reste.`,
  askPassphrase: 'Phrase secrète : ',
  askNewPassphrase: 'Nouvelle phrase secrète : ',
  askAgain: 'Encore une fois : ',
  notTheSame: 'Les deux phrases diffèrent ; rien n’a été créé.',
  created: (folder) => `Coffre créé : ${folder}.`,
  demoCreated: (folder, cases) =>
    `Coffre de démonstration créé : ${folder}, ${cases} dossiers ; les personnes marquées comme inventées n’existent pas.`,
  reportWritten: (file, bytes) => `Écrit : ${file} (${bytes} octets). Ce fichier est hors du coffre et n’est pas chiffré.`,
  missingGlyphs: (count) => `${count} caractères différents n’ont pas pu être affichés et sont remplacés par une marque.`,
  backupWritten: (file, bytes) => `Écrit : ${file} (${bytes} octets), chiffré ; relu, ouvert et trouvé entier.`,
  restored: (folder, when) => `Coffre restauré : ${folder}, tel qu’il était le ${when}.`,
  restoredWhole: 'Chaque page, chaque maillon et chaque ligne ont été vérifiés.',
  restoredUnchecked:
    'Vérifié par sommes de contrôle seulement : cela exclut un dommage, pas une falsification. Ouvrez-le avec sa phrase secrète et lancez « verify ».',
  sound: 'Le coffre est en bon état.',
  fault: (what) => `Défaut : ${what}`,
  total: (count) => `${count} en tout`,
  noHits: 'Rien trouvé.',
  labels: {
    name: 'Nom',
    created: 'Créé',
    schema: 'Version du schéma',
    cipher: 'Chiffrement',
    kdf: 'Dérivation de la clé',
    change: 'Dernière modification',
    counts: 'Quantités',
    sources: 'Sources',
    inBin: 'Dans la corbeille',
  },
  errors: {
    usage: (params) => `${value(params, 'reason')}\nVoir « habeas --help ».`,
    invalid_input: (params) => `L’entrée a été refusée à « ${value(params, 'path')} » : ${value(params, 'reason')}. Rien n’a été modifié.`,
    locked: () => 'Le coffre est verrouillé.',
    already_unlocked: () => 'Le coffre est déjà ouvert.',
    not_found: (params) => `Rien ne porte ce nom${params['what'] === undefined ? '' : ` (${value(params, 'what')})`}.`,
    conflict: (params) => `Modifié par quelqu’un d’autre depuis la lecture : ${value(params, 'fields')}. Rien n’a été modifié.`,
    in_bin: () => 'Il est dans la corbeille ; restaurez-le d’abord.',
    undo_refused: (params) => `La modification ne peut pas être annulée : ${value(params, 'reason')}.`,
    wrong_passphrase: () => 'La phrase secrète n’ouvre pas ce coffre. Rien n’a été modifié.',
    weak_passphrase: (params) =>
      `La phrase secrète est trop facile à deviner (${value(params, 'reason')}). Choisissez-en une plus longue, ou plusieurs mots sans rapport.`,
    key_refused: (params) =>
      `Cette clé ne peut être ni ajoutée ni retirée (${value(params, 'reason')}). Les clés du coffre sont restées les mêmes.`,
    recovery_refused: (params) =>
      `Le code ou les cartes de récupération n’ouvrent pas le coffre (${value(params, 'reason')}). Rien n’a été modifié.`,
    older_key: () => 'Cette sauvegarde date d’avant le renouvellement de la clé du coffre. Elle s’ouvre avec la phrase secrète d’alors.',
    no_vault: () => 'Il n’y a pas de coffre à cet endroit.',
    erased: () =>
      'Un effacement rapide a détruit les clés de ce coffre. Plus rien ne l’ouvre ; une sauvegarde gardée ailleurs s’ouvre d’elle-même.',
    exists: () => 'Il y a déjà quelque chose à cet endroit ; il a été laissé tel quel.',
    newer_version: (params) =>
      `Le coffre a été écrit par une version plus récente de Habeas (${value(params, 'version')}). Il a été laissé tel quel.`,
    unsupported_kdf: () => 'Les paramètres de la clé de ce coffre ne sont pas sûrs. Il a été laissé tel quel.',
    vault_in_use: () => 'Le coffre est ouvert dans une autre fenêtre ou un autre programme. Fermez-le là d’abord.',
    damaged: (params) =>
      params['what'] === 'backup'
        ? `La sauvegarde est endommagée (${value(params, 'part')}). Rien n’a été restauré ; essayez-en une autre.`
        : `Une partie du coffre est endommagée : ${value(params, 'what')}. Laissez le dossier tel quel ; la première chose à faire est d’en mettre une copie sur un autre disque.`,
    rolled_back: () =>
      'Le coffre est plus ancien que sa propre trace de la dernière modification. Quelqu’un a pu mettre une copie plus ancienne à sa place.',
    read_only: () => 'On ne peut pas écrire à cet endroit. Rien n’a été modifié.',
    disk_full: () => 'Le disque est plein. Rien n’a été modifié ; libérez de la place et réessayez.',
    disk_failed: () =>
      'Le disque a répondu par une erreur : il est peut-être plein, défaillant ou débranché. Ce qui a été enregistré avant est en sûreté ; vérifiez le disque et réessayez.',
    cancelled: () => 'Arrêté.',
    needs_window: () => 'Cela demande la fenêtre du programme.',
    process_gone: () => 'Une partie du programme s’est terminée. Ce qui est enregistré est en sûreté.',
    busy: () => 'Le même travail est encore en cours.',
    internal: (params) => `Une panne du programme (${value(params, 'where')}). Rien n’a été modifié.`,
  },
}
