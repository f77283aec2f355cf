import type { SameShape } from '../../blocks.ts'
import type { trouble as english } from '../en/trouble.ts'

export const trouble: SameShape<typeof english> = {
  damage: {
    title: 'Quand le coffre est endommagé',
    lead: 'Les disques tombent en panne, on les débranche trop tôt, des fichiers sont altérés. Les dégâts se remarquent, et ne sont jamais montrés comme des données. Habeas ne propose jamais de tout effacer et de recommencer.',
    blocks: [
      {
        kind: 'text',
        text: 'Si le coffre ne peut pas s’ouvrir tel qu’il est, un écran dit ce qui ne va pas et propose les issues, la plus douce d’abord. On y arrive aussi par {wrong}, à l’écran de verrouillage.',
      },
      {
        kind: 'steps',
        items: [
          '{checkAgain} : quand le disque est bien branché, ou qu’il a de nouveau de la place.',
          '{openReading}. Rien n’est écrit ; ce qui ne se lit pas manque, et c’est dit.',
          '{restoreBackup}. Vous voyez de quand elle date et ce qu’elle contient. Le répertoire endommagé est gardé à côté.',
          '{saveAll}, dans un nouveau coffre, avec une liste de ce qui ne se lit pas.',
        ],
      },
      { kind: 'heading', text: 'Avant de faire quoi que ce soit' },
      {
        kind: 'list',
        items: [
          'Copiez tout le répertoire du coffre sur un autre disque. Ce qu’on fait à une copie peut se refaire.',
          'Un disque qui est tombé en panne une fois y retombe : cessez de travailler dessus.',
          'Un coffre plus ancien que celui que vous aviez laissé n’est pas un dégât. Quelqu’un a pu le remettre, ou un programme qui synchronise des répertoires. Demandez qui, avant de continuer.',
          'Comparez les quatre mots de la dernière modification avec ceux de votre papier.',
        ],
      },
      { kind: 'text', text: 'Pour ne pas en arriver là : {#backups}.' },
    ],
  },
  pressure: {
    title: 'Sous la pression',
    lead: 'Décidez avant le mauvais jour de ce que vous y ferez. Ce jour-là, il y aura le temps d’une touche.',
    blocks: [
      { kind: 'heading', text: 'Verrouiller vite' },
      {
        kind: 'text',
        text: '[F9] verrouille de partout dans la fenêtre. Un ordinateur éteint vaut mieux qu’un ordinateur verrouillé ; un ordinateur en veille est le pire des trois.',
      },
      { kind: 'heading', text: '{quickErase}' },
      {
        kind: 'text',
        text: 'Il écrase les clés du coffre et des sauvegardes de son répertoire, et supprime les fichiers si vous le voulez. Il se trouve dans {settings} et à l’écran de verrouillage ; il ne demande pas la phrase secrète mais le nom du répertoire, pour ne pas arriver par erreur. Ensuite, plus rien n’ouvre ce coffre. C’est irréversible.',
      },
      {
        kind: 'list',
        items: [
          'Les sauvegardes et les copies à d’autres endroits restent, et s’ouvrent avec les clés de leur jour.',
          'Les mémoires flash gardent d’anciens morceaux de fichiers qu’aucun programme n’atteint. Qui les lit et connaît la phrase secrète peut encore ouvrir ce qui reste.',
          'Il peut rester visible qu’il y a eu un coffre, et que Habeas est ici.',
          'Qui a vu quelque chose avant, ou l’a photographié, l’a toujours.',
        ],
      },
      {
        kind: 'note',
        text: 'Détruire ce qu’on vous réclame peut être un délit là où vous êtes, et vous mettre en danger. Parlez avec un avocat avant le mauvais jour.',
      },
      { kind: 'heading', text: 'Avant un voyage' },
      {
        kind: 'list',
        items: [
          'Le mieux : que l’ordinateur qui passe une frontière ne contienne aucun coffre.',
          '{travelCopy}, dans {settings}, met les dossiers choisis dans un coffre qui a sa propre clé et sa propre phrase secrète, sans historique, corbeille ni sauvegardes. Les identités des sources protégées peuvent rester à la maison.',
          'La copie ne cache rien : on voit que c’est un coffre, et sa phrase secrète peut être exigée.',
          'Laissez à la maison les cartes, le code et les sauvegardes, entre des mains de confiance.',
          'Éteignez l’ordinateur avant la frontière ; ne le laissez pas en veille.',
        ],
      },
      { kind: 'text', text: 'Ce qui reste hors de portée : {#safety}.' },
    ],
  },
  computer: {
    title: 'Cet ordinateur',
    lead: 'Habeas n’écrit rien de lisible. Le système où il tourne, lui, le peut : quand la mémoire manque, quand l’ordinateur hiberne, quand un répertoire est copié dans un nuage.',
    blocks: [
      {
        kind: 'text',
        text: '{thisComputer}, dans {settings}, dit ce que Habeas peut voir du disque, de la mémoire d’échange, de l’hibernation et des répertoires, et que faire.',
      },
      { kind: 'heading', text: 'Chiffrez tout le disque' },
      {
        kind: 'text',
        text: 'Alors la mémoire d’échange, l’hibernation et ce que laissent d’autres programmes sont chiffrés aussi. C’est le plus utile que vous puissiez faire en dehors de Habeas.',
      },
      {
        kind: 'table',
        head: ['Système', 'Où', 'À savoir'],
        rows: [
          [
            'Windows',
            'Paramètres, Confidentialité et sécurité, Chiffrement de l’appareil ; ou BitLocker dans le Panneau de configuration.',
            'La clé de récupération peut être envoyée à un compte Microsoft. Gardez-la plutôt sur papier.',
          ],
          [
            'macOS',
            'Réglages Système, Confidentialité et sécurité, FileVault.',
            'Choisissez la clé de secours, pas le compte iCloud. Écrivez-la sur papier.',
          ],
          [
            'Linux',
            'Se choisit à l’installation du système : LUKS pour tout le disque, mémoire d’échange comprise.',
            'Sur un système qui ne l’a pas, chiffrez au moins la mémoire d’échange, ou désactivez-la.',
          ],
        ],
      },
      { kind: 'heading', text: 'Gardez le coffre hors des répertoires synchronisés' },
      {
        kind: 'text',
        text: 'Dropbox, OneDrive, iCloud, Google Drive, Syncthing et leurs semblables copient le coffre ailleurs, gardent ses versions anciennes et peuvent en remettre une. Ils n’y lisent rien ; mais les copies vous échappent, et un coffre copié à moitié est un coffre endommagé. Un disque du réseau n’est pas non plus un endroit pour un coffre.',
      },
      { kind: 'heading', text: 'Et pour le reste' },
      {
        kind: 'list',
        items: [
          'Un mot de passe de l’ordinateur, demandé à la sortie de veille, et qui n’est pas la phrase secrète du coffre.',
          'Les mises à jour du système, quand vous êtes dans un lieu dont le réseau est de confiance.',
          'Rien d’installé dont vous n’ayez besoin : chaque programme peut regarder par-dessus votre épaule.',
          'Un compte à vous. Qui partage le sien partage tout ce qui est ouvert.',
        ],
      },
    ],
  },
}
