import type { SameShape } from '../../blocks.ts'
import type { safety as english } from '../en/safety.ts'

export const safety: SameShape<typeof english> = {
  safety: {
    title: 'Ce que Habeas protège, et ce qu’il ne peut pas protéger',
    lead: 'Verrouillé ou éteint, le coffre ne révèle rien, sinon qu’il est un coffre. Ouvert, il est aussi sûr que la pièce et l’ordinateur où vous êtes.',
    blocks: [
      { kind: 'picture', picture: 'unlock', alt: 'Le programme verrouillé demande la phrase secrète.' },
      {
        kind: 'table',
        head: ['Face à', 'Ce que fait Habeas', 'Ce qu’il ne peut pas faire'],
        rows: [
          [
            'Un vol de l’ordinateur',
            'Éteint ou verrouillé, le coffre n’est que des fichiers chiffrés, sans un mot lisible.',
            'Cacher que c’est un coffre, sa taille, ou quand il a servi pour la dernière fois.',
          ],
          [
            'Une fouille à la frontière',
            'Rien d’un dossier ne se trouve hors du coffre : ni liste de fichiers récents, ni copie temporaire.',
            'Répondre à votre place quand on demande la phrase secrète.',
          ],
          [
            'La contrainte',
            'Verrouille aussitôt. {quickErase} détruit les clés avant que personne ne demande.',
            'Protéger ce qu’ouvre une phrase secrète arrachée par la contrainte. Il n’y a pas de second coffre, inoffensif, derrière une autre phrase.',
          ],
          [
            'Un collègue',
            'Se verrouille de lui-même. L’historique dit qui a changé quoi, et ce qui s’y trouvait avant.',
            'Cacher une partie du coffre à qui en a une clé.',
          ],
          [
            'Un fichier hostile',
            'Ce qui est à l’écran tourne à l’écart de vos fichiers et sans aucun réseau.',
            'Rendre sûr un fichier que vous ouvrez avec un autre programme.',
          ],
          [
            'Une coupure de courant, une panne, un disque plein',
            'Ce qui est enregistré le reste, et aucune modification ne reste à moitié faite. Ce que vous tapiez revient.',
            'Remplacer un disque qui meurt. Pour cela, il y a les sauvegardes.',
          ],
          [
            'Qui altère les fichiers',
            'Les dégâts et les falsifications se remarquent, et ne sont jamais montrés comme des données.',
            'Remarquer qu’une copie ancienne de tout le coffre a été remise, si vous ne comparez pas les quatre mots.',
          ],
        ],
      },
      { kind: 'heading', text: 'Hors de portée de tout programme' },
      {
        kind: 'list',
        items: [
          'Des programmes malveillants sur cet ordinateur pendant que le coffre est ouvert : ils voient ce que vous voyez, et lisent la phrase secrète pendant que vous la tapez.',
          'Une phrase secrète arrachée par la contrainte.',
          'Une caméra ou une personne par-dessus votre épaule.',
          'Quelqu’un qui a gardé une copie plus ancienne de tout le coffre et la remet là où personne ne compare les quatre mots.',
          'Les traces que le système écrit lui-même sur un disque non chiffré, quand la mémoire manque ou que l’ordinateur hiberne.',
        ],
      },
      {
        kind: 'note',
        text: 'Habeas ne cache pas qu’il y a un coffre. Qui trouve le répertoire sait ce que c’est, et non ce qu’il contient.',
      },
      {
        kind: 'list',
        items: ['{#locking}', '{#keys}', '{#backups}', '{#damage}', '{#pressure}', '{#computer}'],
      },
    ],
  },
  keyboard: {
    title: 'Clavier',
    lead: 'Tout peut se faire sans souris. Voici les touches qui agissent en ce moment ; dans un dossier, il y en a davantage.',
    blocks: [
      { kind: 'shortcuts' },
      { kind: 'heading', text: 'Partout' },
      {
        kind: 'table',
        head: ['Touches', 'Ce qu’elles font'],
        rows: [
          ['[Tab]', 'au champ ou bouton suivant ; dans un champ : le quitter et inscrire ce qui a été tapé'],
          ['[Shift+Tab]', 'au précédent'],
          ['[Enter]', 'ouvrir, presser, ou commencer à modifier un champ'],
          ['[Esc]', 'fermer ce qui est ouvert ; quitter un champ'],
          ['[↑] [↓]', 'parcourir une liste'],
        ],
      },
    ],
  },
  words: {
    title: 'Mots employés',
    lead: 'Ce que les mots veulent dire ici. D’autres bureaux peuvent les employer autrement ; les rapports disent ce qu’ils entendent.',
    blocks: [
      {
        kind: 'table',
        head: ['Mot', 'Ce qu’il veut dire ici'],
        rows: [
          ['Dossier', 'Une détention d’une personne. Qui est arrêté deux fois a deux dossiers.'],
          ['Citation', 'Dit quelle source appuie une affirmation, et où elle s’y trouve.'],
          ['Nom de code', 'Comment une source protégée est appelée sur la page et dans les rapports.'],
          ['Crédibilité', 'La vraisemblance d’une affirmation, de 1 à 6.'],
          ['Statut de détention', 'La situation de la personne, avec son jour : en détention provisoire, en liberté, disparue.'],
          ['Brouillon', 'Ce qui a été tapé et pas encore inscrit. Il est dans le coffre, chiffré.'],
          ['Disparition forcée', 'L’État, ou quelqu’un avec son appui, enlève une personne et le nie ou cache où elle est.'],
          ['Lacune', 'Des jours pour lesquels personne n’a confirmé où était la personne.'],
          ['Habeas corpus', 'La demande qu’un tribunal examine sans délai si une détention est légale.'],
          ['Au secret', 'En détention sans contact avec sa famille ni sa défense.'],
          ['Fiabilité', 'À quel point une source est fiable en général, de A à F.'],
          ['Détention provisoire', 'Détention sur ordre d’un tribunal avant le jugement.'],
          ['Source', 'D’où vient une affirmation : une personne, un papier, un acte judiciaire, un enregistrement.'],
          ['Inchangé', 'En détention ou lieu inconnu, et personne n’a changé le dossier depuis 30 jours.'],
          ['Affirmation', 'Un champ, ou une phrase d’un texte, qui dit quelque chose de ce qui s’est passé.'],
          ['Coffre', 'Le répertoire chiffré avec tout ce qu’il contient.'],
          ['WGAD', 'Le Groupe de travail des Nations Unies sur la détention arbitraire.'],
          ['WGEID', 'Le Groupe de travail des Nations Unies sur les disparitions forcées ou involontaires.'],
          ['Note de lieu', 'Un lieu où la personne était ou aurait été, depuis quand et jusqu’à quand.'],
        ],
      },
    ],
  },
}
