import type { SameShape } from '../../blocks.ts'
import type { reading as english } from '../en/reading.ts'

export const reading: SameShape<typeof english> = {
  whereabouts: {
    title: 'Lieux de détention, lacunes et statut',
    lead: 'Savoir où est une personne tient en une suite de notes : un lieu, depuis quand, jusqu’à quand. Entre elles, il y a des lacunes, et c’est sur elles que les familles interrogent.',
    blocks: [
      {
        kind: 'picture',
        picture: 'case',
        alt: 'Un dossier : statut, lieux au fil du temps avec une lacune hachurée, et affirmations avec le numéro de leurs sources.',
      },
      {
        kind: 'list',
        items: [
          'Ajoutez une note pour chaque lieu avec {addNote}. Laissez le lieu vide si personne ne le connaît.',
          'Notez aussi ce qui a été dit à la famille : si la détention a été reconnue ou niée, et qui peut voir la personne.',
          'Les jours qu’aucune note ne couvre sont montrés comme une lacune, hachurée, avec leur nombre. Les lacunes ne se saisissent pas.',
          'Deux notes qui placent une personne à deux endroits le même jour sont montrées comme contradictoires. Gardez les deux jusqu’à savoir.',
        ],
      },
      { kind: 'heading', text: 'Statut de détention' },
      {
        kind: 'text',
        text: 'Le statut est le nom que le droit donnerait à la situation présente : avant inculpation, en détention provisoire, en procès, purgeant une peine, en liberté, disparue. Chaque changement est une ligne avec son jour et sa source ; la dernière est la présente.',
      },
      {
        kind: 'table',
        head: ['Signe', 'Ce qu’il dit'],
        rows: [
          ['point plein, brun-rouge', 'en détention'],
          ['point creux, ambre', 'personne ne sait'],
          ['point plein, vert', 'libre'],
          ['barre grise', 'terminé : décès, ou dossier clos'],
        ],
      },
      {
        kind: 'note',
        text: 'Les jours de détention se comptent depuis le jour de l’arrestation, ce jour non compris.',
      },
    ],
  },
  finding: {
    title: 'Retrouver',
    lead: 'Tapez quelques lettres. Les dossiers se trouvent par les noms, les lieux, les accusations, les références et chaque mot de leurs textes.',
    blocks: [
      { kind: 'picture', picture: 'search', alt: 'Un nom, trouvé dans plusieurs alphabets et graphies.' },
      {
        kind: 'list',
        items: [
          '[Ctrl+K] trouve de partout dossiers, personnes, sources et commandes. [Ctrl+F] mène à la liste des dossiers ; [↓] passe de son champ à la liste, [Enter] ouvre.',
          'Accents et majuscules ne comptent pas : « nandu » trouve « Ñandú ».',
          'L’alphabet ne compte pas pour les noms : « Muhammad » trouve محمد et Мухаммад, et plusieurs graphies.',
          'Le début d’un mot suffit ; plusieurs mots doivent tous s’y trouver.',
          'Les sources protégées ne se trouvent que par leur nom de code.',
        ],
      },
      {
        kind: 'text',
        text: 'Au-dessus de la liste se trouvent des filtres, chacun avec le nombre de dossiers qu’il laisserait. Ils se combinent entre eux et avec des mots.',
      },
      {
        kind: 'text',
        text: 'Ce que l’on cherche encore et encore peut être gardé comme recherche, sous un nom. C’est la question qui est gardée, non la réponse : elle est posée à nouveau chaque fois.',
      },
      {
        kind: 'note',
        text: 'Rien trouvé ? Essayez moins de lettres, une autre graphie du nom de famille, ou retirez des filtres.',
      },
    ],
  },
  history: {
    title: 'Historique, annulation et corbeille',
    lead: 'Chaque changement est gardé : qui, quand, ce qu’il y avait avant. Rien de ce que vous corrigez ou retirez n’est perdu.',
    blocks: [
      {
        kind: 'list',
        items: [
          '[Ctrl+Z] annule le dernier changement, où qu’il soit. Annuler est aussi un changement et peut être annulé.',
          '{history} montre tous les changements d’un dossier ; sur un champ, ceux du champ seulement.',
          'Un changement ne peut être annulé si un autre, plus récent, a touché le même champ. Annulez d’abord celui-là.',
        ],
      },
      { kind: 'heading', text: 'La corbeille' },
      {
        kind: 'text',
        text: 'Ce que vous retirez va à la corbeille avec tout ce qui en dépend, et revient ensemble avec {restore}. Cela reste dans le coffre, chiffré. Une source encore citée ne peut pas être retirée.',
      },
      { kind: 'heading', text: 'Deux personnes sur un même champ' },
      {
        kind: 'text',
        text: 'Si un champ a été changé ailleurs pendant que vous tapiez, rien n’est écrasé. Les deux versions sont montrées, et vous choisissez.',
      },
    ],
  },
  reports: {
    title: 'Les rapports, et ce qui sort du coffre',
    lead: 'Un rapport est la première chose qui sort du coffre. C’est ensuite un fichier comme un autre, et Habeas ne peut plus le protéger.',
    blocks: [
      { kind: 'picture', picture: 'report', alt: 'Un rapport à côté des choix : langue, destinataire, date.' },
      {
        kind: 'steps',
        items: [
          'Ouvrez le dossier et choisissez {report}.',
          'Choisissez la langue et {forWhom}. La langue du rapport n’est pas forcément celle du programme.',
          'Lisez-le. Ce qui manque ou n’a pas de source y est dit.',
          '{savePdf} demande où le mettre. Le coffre note que ce rapport est sorti, et pour quels lecteurs.',
        ],
      },
      {
        kind: 'list',
        items: [
          'Les sources protégées figurent sous leur nom de code dans tout rapport.',
          'Le PDF ne porte ni auteur, ni nom de programme, ni chemin : son titre et rien d’autre.',
          'Le même dossier au même jour donne le même fichier, octet pour octet.',
        ],
      },
      {
        kind: 'note',
        text: 'Le texte libre est imprimé tel que vous l’avez écrit. Si vous avez mis le nom d’une personne protégée dans une note ou un résumé, il est dans le rapport : lisez-le avant de le remettre.',
      },
    ],
  },
}
