import type { SameShape } from '../../blocks.ts'
import type { safety as english } from '../en/safety.ts'

export const safety: SameShape<typeof english> = {
  safety: {
    title: 'Verrouillage, phrase secrète, et ce contre quoi Habeas ne peut rien',
    lead: 'Verrouillé ou éteint, le coffre ne révèle rien, sinon qu’il est un coffre. Ouvert, il est aussi sûr que la pièce et l’ordinateur où vous êtes.',
    blocks: [
      { kind: 'picture', picture: 'unlock', alt: 'Le programme verrouillé demande la phrase secrète.' },
      { kind: 'heading', text: 'Verrouiller' },
      {
        kind: 'list',
        items: [
          '{lock}, ou [Ctrl+L], à tout moment. Ce que vous tapiez est gardé et vous attend au déverrouillage.',
          'Le verrouillage vient aussi de lui-même après un temps sans vous, quand l’ordinateur se met en veille et quand son écran est verrouillé. Le délai se règle dans {settings}.',
          'Verrouiller met fin à chaque partie du programme, pour qu’aucun nom ne reste en mémoire.',
        ],
      },
      { kind: 'heading', text: 'La phrase secrète' },
      {
        kind: 'list',
        items: [
          'Personne ne peut ouvrir le coffre sans elle, et personne ne peut la réinitialiser : ni un bureau, ni les auteurs de Habeas.',
          'Mieux vaut longue qu’étrange : sept mots sans rapport entre eux.',
          'Changez-la dans {settings}. Une copie plus ancienne du coffre s’ouvre toujours avec l’ancienne.',
        ],
      },
      { kind: 'heading', text: 'Quelqu’un y a-t-il touché ?' },
      {
        kind: 'text',
        text: 'Au déverrouillage, la première page donne le numéro, le jour et quatre mots de {lastChange}. Si ce ne sont pas ceux que vous aviez laissés, quelqu’un a pu remettre une copie plus ancienne. Notez-les sur papier quand cela compte. {checkVault}, dans {settings}, vérifie tout.',
      },
      { kind: 'heading', text: 'Une copie pour les mauvais jours' },
      {
        kind: 'text',
        text: 'Verrouillez, puis copiez tout le répertoire du coffre sur un disque chiffré gardé ailleurs. La copie s’ouvre avec la phrase secrète de son jour.',
      },
      { kind: 'heading', text: 'Ce contre quoi il ne peut rien' },
      {
        kind: 'list',
        items: [
          'Des programmes malveillants sur cet ordinateur pendant que le coffre est ouvert : ils voient ce que vous voyez.',
          'Une phrase secrète arrachée par la contrainte.',
          'Une caméra ou une personne par-dessus votre épaule.',
          'Quelqu’un qui a gardé une copie plus ancienne de tout le coffre et la remet là où personne ne compare les quatre mots.',
          'Les traces que le système écrit lui-même sur un disque non chiffré, quand la mémoire manque ou que l’ordinateur hiberne. Activez le chiffrement de tout le disque.',
        ],
      },
      {
        kind: 'note',
        text: 'Habeas ne cache pas qu’il y a un coffre. Qui trouve le répertoire sait ce que c’est, et non ce qu’il contient.',
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
          ['Délaissé', 'En détention ou lieu inconnu, et personne n’a changé le dossier depuis 30 jours.'],
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
