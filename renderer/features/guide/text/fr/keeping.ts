import type { SameShape } from '../../blocks.ts'
import type { keeping as english } from '../en/keeping.ts'

export const keeping: SameShape<typeof english> = {
  locking: {
    title: 'Verrouiller, et savoir si quelqu’un y a touché',
    lead: 'Verrouillé veut dire parti : chaque partie du programme s’arrête et redémarre, pour qu’aucun nom ne reste en mémoire.',
    blocks: [
      {
        kind: 'list',
        items: [
          '[F9], [Ctrl+L] ou {lock}, à tout moment et depuis n’importe quel champ. Dans {settings}, vous pouvez aussi choisir une touche qui verrouille depuis d’autres programmes.',
          'Le verrouillage vient aussi de lui-même après un temps sans vous, quand l’ordinateur se met en veille et quand son écran est verrouillé. Le délai se règle dans {settings}.',
          'Fermer la dernière fenêtre verrouille aussi.',
          'Ce que vous tapiez est gardé, chiffré, et vous attend au déverrouillage.',
          '{hideWindow} se trouve dans {settings}, pour les systèmes qui le permettent.',
          'Ce que vous avez copié est retiré du presse-papiers après une demi-minute et au verrouillage, s’il y est encore.',
        ],
      },
      { kind: 'heading', text: 'Quelqu’un y a-t-il touché ?' },
      {
        kind: 'text',
        text: 'Au déverrouillage, la première page donne le numéro, le jour et quatre mots de {lastChange}. Si ce ne sont pas ceux que vous aviez laissés, quelqu’un a pu remettre une copie plus ancienne. Notez-les sur papier quand cela compte.',
      },
      {
        kind: 'text',
        text: '{checkVault}, dans {settings}, parcourt chaque page, chaque fiche et chaque entrée de l’historique, et nomme ce qui ne va pas.',
      },
      {
        kind: 'note',
        text: 'Cela montre que quelqu’un a altéré les fichiers de l’extérieur. Cela ne peut pas montrer ce qu’a fait quelqu’un qui avait une clé : c’est dans l’historique, sous le nom de cette clé.',
      },
    ],
  },
  keys: {
    title: 'Phrases secrètes et clés',
    lead: 'Personne ne peut ouvrir le coffre sans une clé, et personne ne peut en faire une nouvelle de l’extérieur : ni un bureau, ni les auteurs de Habeas.',
    blocks: [
      { kind: 'heading', text: 'La phrase secrète' },
      {
        kind: 'list',
        items: [
          'Mieux vaut longue qu’étrange : sept mots sans rapport entre eux.',
          'Au début, écrivez-la sur papier et gardez le papier là où l’ordinateur n’est pas. Brûlez-le quand vous la saurez par cœur et qu’un autre moyen d’entrer aura été essayé.',
          'Changez-la dans {settings}. Ouvrir prend environ une seconde, exprès : chaque essai pour la deviner aussi.',
        ],
      },
      { kind: 'heading', text: 'Une clé pour chaque collègue' },
      {
        kind: 'text',
        text: 'Qui travaille avec le coffre a sa propre phrase secrète, pour que personne ne dise la sienne et que l’historique dise qui a fait quoi. Chacune ouvre le coffre entier. {addColleague}, dans {settings} ; la personne la tape elle-même, sans que vous la voyiez.',
      },
      { kind: 'heading', text: 'Un autre moyen d’entrer' },
      {
        kind: 'list',
        items: [
          '{makeCode} : un long code sur papier. Qui a le papier et le coffre peut tout lire.',
          '{makeCards} : pour plusieurs personnes ou lieux. Quelques-unes ensemble ouvrent le coffre, deux sur cinq si vous ne choisissez rien d’autre. Une seule n’ouvre rien. Elles portent le numéro du coffre et aucun nom.',
          'Essayez-les avant de compter dessus. Un code qui contient une erreur n’ouvre rien le jour où il le faut.',
          '{forgot} À l’écran de verrouillage, il faut alors le code, ou les mots d’assez de cartes. Ensuite vous choisissez une nouvelle phrase. Rien n’est perdu.',
        ],
      },
      { kind: 'heading', text: 'Retirer une clé' },
      {
        kind: 'text',
        text: 'Une clé révoquée n’ouvre plus le coffre. Mais chaque copie plus ancienne du coffre la porte encore : une sauvegarde, une copie sur une clé USB. Qui a une telle copie et l’ancienne clé ouvre la copie, et avec ce qui s’y trouve le coffre d’aujourd’hui aussi.',
      },
      {
        kind: 'text',
        text: 'Pour y mettre fin : {newKey}. Tout est chiffré de nouveau ; une coupure de courant entre-temps ne fait aucun mal. Le code et les cartes de récupération cessent de valoir et sont à refaire. Les sauvegardes d’avant s’ouvrent toujours avec les clés de leur jour : supprimez celles que personne ne doit lire.',
      },
    ],
  },
  backups: {
    title: 'Sauvegardes',
    lead: 'Une sauvegarde est un fichier chiffré qui contient tout le coffre. Elle s’ouvre avec les clés du jour où elle a été faite.',
    blocks: [
      {
        kind: 'list',
        items: [
          'Elles se font d’elles-mêmes : à la première modification d’une journée, et avant que le coffre ne passe à une version plus récente de Habeas. Et à tout moment : {backUpNow}.',
          'Chacune est ouverte et vérifiée une fois écrite. {backups}, dans {settings}, dit de quand date la dernière bonne ; s’il en manque une depuis un moment, la première page le dit aussi.',
          'On garde la plus récente de chacun des 7 derniers jours, 4 semaines et 12 mois, et toutes celles d’avant une version plus récente. Quand le disque se remplit, les plus anciennes s’en vont d’abord.',
          'Elles sont dans le répertoire du coffre, sous « backups ». Là, elles servent contre les erreurs et les dégâts, et non contre un vol ou un disque mort.',
        ],
      },
      { kind: 'heading', text: 'Un second endroit' },
      {
        kind: 'text',
        text: 'Choisissez un répertoire sur un autre disque, de préférence chiffré et gardé ailleurs. Chaque fois que ce disque est là, les nouvelles sauvegardes y sont copiées et vérifiées.',
      },
      { kind: 'heading', text: 'En ramener une' },
      {
        kind: 'list',
        items: [
          'À l’écran de verrouillage : {wrong}, puis {restoreBackup}. Elle prend la place du coffre, qui est gardé entier à côté, sous un autre nom.',
          'Si vous en gardez une ailleurs, mettez d’abord son fichier dans le répertoire « backups » du coffre.',
          'Il vous faut une phrase secrète qui ouvrait le coffre ce jour-là.',
          'Avant de la restaurer, vous voyez de quand elle date, combien de dossiers elle contient et combien de modifications plus récentes manqueraient.',
        ],
      },
      {
        kind: 'note',
        text: 'Qui a été effacé du coffre pour toujours est encore dans les sauvegardes d’avant. Supprimez-les à la main s’il ne doit rien rester.',
      },
      { kind: 'text', text: 'Quand le coffre ne s’ouvre plus : {#damage}.' },
    ],
  },
}
