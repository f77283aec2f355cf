import type { Guide } from '../../blocks.ts'

export const reading = {
  whereabouts: {
    title: 'Whereabouts, gaps and custody status',
    lead: 'The whereabouts of a person are a row of notes: a place, from when, until when. What lies between them is a gap, and gaps are what families ask about.',
    blocks: [
      {
        kind: 'picture',
        picture: 'case',
        alt: 'A case file: status, whereabouts over time with a hatched gap, and statements with the numbers of their sources.',
      },
      {
        kind: 'list',
        items: [
          'Add a note for each place with {addNote}. Leave the place empty where nobody knows it.',
          'Note too what was said to the family: whether the detention was admitted or denied, and who may see the person.',
          'Days that no note covers are shown as a gap, hatched, with their number. You do not enter gaps.',
          'Two notes that put a person in two places on the same day are shown as contradicting each other. Keep both until you know.',
        ],
      },
      { kind: 'heading', text: 'Custody status' },
      {
        kind: 'text',
        text: 'The custody status is what the law would call the situation now: before charge, on remand, on trial, serving a sentence, released, disappeared. Each change is a row of its own with its day and its source; the last one is the present one.',
      },
      {
        kind: 'table',
        head: ['Sign', 'What it says'],
        rows: [
          ['full red-brown dot', 'held'],
          ['hollow amber dot', 'nobody knows'],
          ['full green dot', 'free'],
          ['grey bar', 'ended: died, or the file is closed'],
        ],
      },
      {
        kind: 'note',
        text: 'Days held are counted from the day of arrest, and that day itself is not counted.',
      },
    ],
  },
  finding: {
    title: 'Finding things',
    lead: 'Type a few letters. Case files are found by names, places, charges, references and every word of their texts.',
    blocks: [
      { kind: 'picture', picture: 'search', alt: 'One name, found in several alphabets and spellings.' },
      {
        kind: 'list',
        items: [
          '[Ctrl+K] finds case files, people, sources and commands from everywhere. [Ctrl+F] leads to the list of case files; [↓] goes from its field into the list, [Enter] opens.',
          'Accents and capitals do not matter: “nandu” finds “Ñandú”.',
          'Alphabets do not matter for names: “Muhammad” finds محمد and Мухаммад, and several spellings.',
          'Beginnings of words are enough; several words must all be there.',
          'Protected sources are found by their code names only.',
        ],
      },
      {
        kind: 'text',
        text: 'Above the list stand filters, each with the number of case files that it would leave. They can be combined with each other and with words.',
      },
      {
        kind: 'text',
        text: 'What is looked for again and again can be kept as a saved search under a name of its own. A saved search keeps the question, not the answer: it is asked anew each time.',
      },
      {
        kind: 'note',
        text: 'Nothing found? Try fewer letters, another spelling of the family name, or take filters away.',
      },
    ],
  },
  history: {
    title: 'History, undo and the bin',
    lead: 'Every change is kept: who, when, what stood there before. Nothing that you correct or remove is lost.',
    blocks: [
      {
        kind: 'list',
        items: [
          '[Ctrl+Z] takes back the last change, wherever it was. Taking back is a change as well, and can be taken back.',
          '{history} shows all changes of a case file; at a field, only those of the field.',
          'A change can’t be undone where a later change touched the same field. Undo that one first.',
        ],
      },
      { kind: 'heading', text: 'The bin' },
      {
        kind: 'text',
        text: 'What you remove goes to the bin with all that hangs on it, and comes back together with {restore}. It stays in the vault, encrypted. A source that is still cited can’t be removed.',
      },
      { kind: 'heading', text: 'Two people at one field' },
      {
        kind: 'text',
        text: 'If a field was changed elsewhere while you typed, nothing is overwritten. Both versions are shown, and you choose.',
      },
    ],
  },
  reports: {
    title: 'Reports, and what leaves the vault',
    lead: 'A report is the first thing that leaves the vault. From then on it is a file like any other, and Habeas can’t protect it any more.',
    blocks: [
      { kind: 'picture', picture: 'report', alt: 'A report beside the choices: language, for whom, as of which day.' },
      {
        kind: 'steps',
        items: [
          'Open the case file and choose {report}.',
          'Choose the language and {forWhom}. The language of the report need not be that of the program.',
          'Read it. What is missing or unsourced is said in it.',
          '{savePdf} asks where to put it. The vault keeps a note that this report went out, and to which audience.',
        ],
      },
      {
        kind: 'list',
        items: [
          'Protected sources stand under their code names in every report.',
          'The PDF carries no author, no program name, no path: its title and nothing else.',
          'The same case file on the same day gives the same file, byte for byte.',
        ],
      },
      {
        kind: 'note',
        text: 'Free text is printed as you wrote it. If you wrote a protected person’s name into a note or a summary, it is in the report: read it before you hand it on.',
      },
    ],
  },
} as const satisfies Partial<Guide>
