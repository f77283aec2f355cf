import type { Guide } from '../../blocks.ts'

export const work = {
  'first-steps': {
    title: 'First steps',
    lead: 'A vault holds all your case files, encrypted, in one folder. From an empty vault it is not far to a first report and a way back in.',
    blocks: [
      { kind: 'heading', text: 'Before the first case' },
      {
        kind: 'steps',
        items: [
          'Make a vault with {newVault}. Choose a passphrase that is a whole sentence, or take the generated words. Nobody can reset it.',
          'Write the passphrase down on paper, and keep the paper where the computer is not.',
          'To try things out without harm, make a second vault and tick {examples}.',
        ],
      },
      { kind: 'heading', text: 'From a call to a report' },
      {
        kind: 'steps',
        items: [
          'Write down a case: {newCase}, or [Ctrl+N]. A name is enough, or what is known of the person.',
          'Cite who said so: put the focus on a statement and press [C].',
          'Take out a report: open the case file and choose {report}.',
          'Keep a way back in: make a recovery code or cards in the settings, and try them. Without them, a forgotten passphrase takes everything with it.',
        ],
      },
      {
        kind: 'picture',
        picture: 'home',
        alt: 'The first page: what needs attention, recent work, and how many people were held over time.',
      },
      {
        kind: 'note',
        text: 'There is no button for saving. What you type is kept as a draft in the vault while you type, and entered when you leave the field.',
      },
    ],
  },
  call: {
    title: 'A new case during a call',
    lead: 'The screen for a new case asks four questions in the order in which callers answer them. Nothing but a name or a description is required.',
    blocks: [
      { kind: 'picture', picture: 'intake', alt: 'The screen for a new case, half filled in, with possible namesakes beside it.' },
      {
        kind: 'list',
        items: [
          'Write what was said, as it was said: “about 30”, “men in plain clothes”, “before Friday”. What was understood is shown beneath.',
          'Go from field to field with [Tab]. Enter the case from any field with [Ctrl+Enter].',
          'The source that you name supports everything that you enter on this screen. Correct single statements later.',
          'People with a similar name appear at the side, with the reason why. Say that it is the same person, or that it is not.',
          'Before the caller hangs up, look at the questions at the side: they are what is usually missing afterwards.',
        ],
      },
      {
        kind: 'text',
        text: 'Several people taken together: enter the first one with {sameArrest}. Place, day, forces and source stay; only who was taken is asked anew.',
      },
      {
        kind: 'note',
        text: 'If the call breaks off, leave the screen as it is, or lock. The first page shows what was begun, and you go on where you stopped.',
      },
    ],
  },
  grading: {
    title: 'Sources and grading',
    lead: 'Every statement should say who said so. A small number leads to its source; dots beneath a statement say that it has none.',
    blocks: [
      { kind: 'picture', picture: 'citing', alt: 'Citing a source for a field of the case file.' },
      {
        kind: 'text',
        text: 'Two things are judged, each for itself: how far the source is to be relied on in general, and how credible this one statement is. A good source may be wrong once; a poor one may be right.',
      },
      {
        kind: 'table',
        head: ['{reliability}', 'The source is'],
        rows: [
          ['A', 'completely reliable'],
          ['B', 'usually reliable'],
          ['C', 'fairly reliable'],
          ['D', 'not usually reliable'],
          ['E', 'unreliable'],
          ['F', 'not judged: it can’t be said'],
        ],
      },
      {
        kind: 'table',
        head: ['{credibility}', 'The statement is'],
        rows: [
          ['1', 'confirmed by other, independent sources'],
          ['2', 'probably true'],
          ['3', 'possibly true'],
          ['4', 'doubtful'],
          ['5', 'improbable'],
          ['6', 'not judged: it can’t be said'],
        ],
      },
      {
        kind: 'note',
        text: 'F and 6 are not the worst grades. They say that nobody has judged yet.',
      },
      {
        kind: 'list',
        items: [
          'For a 1, two sources must be independent. Three newspapers that quote one post are one source: say which source another one relays.',
          'A protected source shows under its {codeName} only, here and in every report.',
          'Where two sources contradict each other, keep both values side by side, each with its source.',
        ],
      },
    ],
  },
  dates: {
    title: 'Uncertain dates',
    lead: 'Write a date as it was said. It is kept in your words, and never made more precise than it was.',
    blocks: [
      {
        kind: 'dates',
        items: [
          '9 Feb 2024',
          '9/2/2024',
          'February 2024',
          '2024',
          'about March 2024',
          'before 9 Feb 2024',
          'between 3 and 5 March 2024',
          'since 9 Feb 2024',
          '2024?',
          'yesterday',
        ],
      },
      {
        kind: 'list',
        items: [
          'What was understood stands beneath the field while you type. If it is not what you meant, write it in another way.',
          'In “9/2/2024” the day comes first. Write the month as a word where that could be misread.',
          'A year needs four digits.',
          'Numbers of days that rest on such dates are ranges: “63–70 days”. “About” says that a date behind it is approximate.',
        ],
      },
      {
        kind: 'text',
        text: 'On a drawing, an edge that fades is a day that nobody knows exactly.',
      },
    ],
  },
} as const satisfies Partial<Guide>
