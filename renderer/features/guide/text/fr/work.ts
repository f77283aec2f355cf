import type { SameShape } from '../../blocks.ts'
import type { work as english } from '../en/work.ts'

export const work: SameShape<typeof english> = {
  'first-steps': {
    title: 'Premiers pas',
    lead: 'Un coffre contient tous vos dossiers, chiffrés, dans un seul répertoire. D’un coffre vide, le chemin est court jusqu’à un premier rapport et un moyen d’y revenir.',
    blocks: [
      { kind: 'heading', text: 'Avant le premier dossier' },
      {
        kind: 'steps',
        items: [
          'Créez un coffre avec {newVault}. Choisissez comme phrase secrète une phrase entière, ou prenez les mots générés. Personne ne peut la réinitialiser.',
          'Notez la phrase secrète sur papier et gardez ce papier loin de l’ordinateur.',
          'Pour essayer sans risque, créez un second coffre et cochez {examples}.',
        ],
      },
      { kind: 'heading', text: 'D’un appel à un rapport' },
      {
        kind: 'steps',
        items: [
          'Notez un cas : {newCase}, ou [Ctrl+N]. Un nom suffit, ou ce que l’on sait de la personne.',
          'Citez qui l’a dit : placez-vous sur une affirmation et appuyez sur [C].',
          'Sortez un rapport : ouvrez le dossier et choisissez {report}.',
          'Gardez un moyen d’y revenir : créez dans les réglages un code ou des cartes de récupération, et essayez-les. Sans eux, une phrase secrète oubliée emporte tout.',
        ],
      },
      {
        kind: 'picture',
        picture: 'home',
        alt: 'La première page : ce qui demande attention, le travail récent et le nombre de personnes détenues au fil du temps.',
      },
      {
        kind: 'note',
        text: 'Il n’y a pas de bouton d’enregistrement. Ce que vous tapez est gardé en brouillon dans le coffre à mesure, et inscrit quand vous quittez le champ.',
      },
    ],
  },
  call: {
    title: 'Un nouveau cas pendant un appel',
    lead: 'L’écran du nouveau cas pose quatre questions, dans l’ordre où l’on raconte. Rien n’est exigé qu’un nom ou une description.',
    blocks: [
      { kind: 'picture', picture: 'intake', alt: 'L’écran du nouveau cas à moitié rempli, avec de possibles homonymes à côté.' },
      {
        kind: 'list',
        items: [
          'Écrivez ce qui a été dit, comme cela a été dit : « environ 30 ans », « des hommes en civil », « avant vendredi ». Ce qui a été compris s’affiche dessous.',
          'Passez d’un champ à l’autre avec [Tab]. Inscrivez le cas depuis n’importe quel champ avec [Ctrl+Enter].',
          'La source que vous nommez appuie tout ce que vous inscrivez sur cet écran. Vous corrigerez ensuite une affirmation à la fois.',
          'Les personnes au nom proche apparaissent à côté, avec la raison. Dites si c’est la même personne ou non.',
          'Avant que l’on raccroche, regardez les questions à côté : ce sont celles qui manquent d’habitude ensuite.',
        ],
      },
      {
        kind: 'text',
        text: 'Plusieurs personnes arrêtées ensemble : inscrivez la première avec {sameArrest}. Le lieu, le jour, les forces et la source restent ; on ne redemande que qui a été arrêté.',
      },
      {
        kind: 'note',
        text: 'Si l’appel est coupé, laissez l’écran tel quel, ou verrouillez. La première page montre ce qui a été commencé, et vous reprenez où vous en étiez.',
      },
    ],
  },
  grading: {
    title: 'Sources et cotation',
    lead: 'Chaque affirmation devrait dire qui l’a dite. Un petit numéro mène à sa source ; des points sous une affirmation disent qu’elle n’en a pas.',
    blocks: [
      { kind: 'picture', picture: 'citing', alt: 'Citer une source pour un champ du dossier.' },
      {
        kind: 'text',
        text: 'On juge deux choses, chacune pour elle-même : à quel point la source est fiable en général, et à quel point cette affirmation est crédible. Une bonne source peut se tromper une fois ; une mauvaise peut avoir raison.',
      },
      {
        kind: 'table',
        head: ['{reliability}', 'La source est'],
        rows: [
          ['A', 'tout à fait fiable'],
          ['B', 'habituellement fiable'],
          ['C', 'assez fiable'],
          ['D', 'peu fiable d’habitude'],
          ['E', 'non fiable'],
          ['F', 'non jugée : on ne peut pas le dire'],
        ],
      },
      {
        kind: 'table',
        head: ['{credibility}', 'L’affirmation est'],
        rows: [
          ['1', 'confirmée par d’autres sources indépendantes'],
          ['2', 'probablement vraie'],
          ['3', 'peut-être vraie'],
          ['4', 'douteuse'],
          ['5', 'improbable'],
          ['6', 'non jugée : on ne peut pas le dire'],
        ],
      },
      {
        kind: 'note',
        text: 'F et 6 ne sont pas les plus mauvaises notes. Elles disent que personne n’a encore jugé.',
      },
      {
        kind: 'list',
        items: [
          'Pour un 1, deux sources doivent être indépendantes. Trois journaux qui citent une même publication sont une seule source : dites quelle source chacune relaie.',
          'Une source protégée n’apparaît que sous son {codeName}, ici et dans tout rapport.',
          'Quand deux sources se contredisent, gardez les deux valeurs côte à côte, chacune avec sa source.',
        ],
      },
    ],
  },
  dates: {
    title: 'Dates incertaines',
    lead: 'Écrivez une date comme elle a été dite. Elle est gardée dans vos mots et n’est jamais rendue plus précise.',
    blocks: [
      {
        kind: 'dates',
        items: [
          '9 févr. 2024',
          '9/2/2024',
          'février 2024',
          '2024',
          'vers mars 2024',
          'avant le 9 février 2024',
          'entre le 3 et le 5 mars 2024',
          'depuis le 9 février 2024',
          '2024?',
          'hier',
        ],
      },
      {
        kind: 'list',
        items: [
          'Ce qui a été compris s’affiche sous le champ pendant que vous tapez. Si ce n’est pas ce que vous vouliez dire, écrivez-le autrement.',
          'Dans « 9/2/2024 », le jour vient d’abord. Écrivez le mois en lettres si l’on peut se tromper.',
          'Une année s’écrit en quatre chiffres.',
          'Les nombres de jours qui reposent sur de telles dates sont des fourchettes : « 63–70 jours ». « Environ » dit qu’une date est approximative.',
        ],
      },
      {
        kind: 'text',
        text: 'Sur un dessin, un bord qui s’estompe est un jour que personne ne connaît exactement.',
      },
    ],
  },
}
