import type { Guide } from '../../blocks.ts'

export const safety = {
  safety: {
    title: 'Locking, the passphrase, and what Habeas can’t protect from',
    lead: 'Locked or switched off, the vault gives nothing away but that it is a vault. Open, it is as safe as the room and the computer that you are in.',
    blocks: [
      { kind: 'picture', picture: 'unlock', alt: 'The locked program asks for the passphrase.' },
      { kind: 'heading', text: 'Locking' },
      {
        kind: 'list',
        items: [
          '{lock}, or [Ctrl+L], at any moment. What you were typing is kept, and is there when you unlock.',
          'It locks by itself after a while without you, when the computer sleeps, and when its screen is locked. How long is said in {settings}.',
          'Locking ends every part of the program, so that no name stays in its memory.',
        ],
      },
      { kind: 'heading', text: 'The passphrase' },
      {
        kind: 'list',
        items: [
          'Nobody can open the vault without it, and nobody can reset it: no office, no author of Habeas.',
          'Long is better than strange: seven words that do not belong together.',
          'Change it in {settings}. A copy of the vault from before still opens with the old one.',
        ],
      },
      { kind: 'heading', text: 'Has somebody been at it?' },
      {
        kind: 'text',
        text: 'After unlocking, the first page says the number, the day and four words of the {lastChange}. If they are not those that you left, somebody may have put back an older copy. Note them on paper when it matters. {checkVault} in {settings} goes through everything.',
      },
      { kind: 'heading', text: 'A copy for bad days' },
      {
        kind: 'text',
        text: 'Lock, and copy the vault’s whole folder to an encrypted disk that is kept somewhere else. The copy opens with the passphrase of its day.',
      },
      { kind: 'heading', text: 'What it can’t protect from' },
      {
        kind: 'list',
        items: [
          'Harmful programs on this computer while the vault is open: they see what you see.',
          'A passphrase that somebody forces out of you.',
          'A camera or a person over your shoulder.',
          'Somebody who kept an older copy of the whole vault and puts it back, where nobody compares the four words.',
          'Traces that the system itself writes on a disk that is not encrypted, when memory runs out or the computer hibernates. Switch on the encryption of the whole disk.',
        ],
      },
      {
        kind: 'note',
        text: 'Habeas does not hide that there is a vault. Whoever finds the folder knows what it is, and not what is in it.',
      },
    ],
  },
  keyboard: {
    title: 'Keyboard',
    lead: 'Everything can be done without a mouse. These are the keys that work at this moment; inside a case file there are more.',
    blocks: [
      { kind: 'shortcuts' },
      { kind: 'heading', text: 'Everywhere' },
      {
        kind: 'table',
        head: ['Keys', 'What they do'],
        rows: [
          ['[Tab]', 'to the next field or button; in a field: leave it and enter what was typed'],
          ['[Shift+Tab]', 'back to the one before'],
          ['[Enter]', 'open, press, or begin to edit a field'],
          ['[Esc]', 'close what is open; leave a field'],
          ['[↑] [↓]', 'through a list'],
        ],
      },
    ],
  },
  words: {
    title: 'Words used',
    lead: 'What the words mean here. Other offices may use them in another way; reports say what they mean.',
    blocks: [
      {
        kind: 'table',
        head: ['Word', 'What it means here'],
        rows: [
          ['Case file', 'One detention of one person. A person who is taken twice has two case files.'],
          ['Citation', 'Says which source supports a statement, and where in the source it stands.'],
          ['Code name', 'What a protected source is called on the page and in reports.'],
          ['Credibility', 'How likely one statement is to be true, 1 to 6.'],
          ['Custody status', 'What the person’s situation is, with its day: on remand, released, disappeared.'],
          ['Draft', 'What was typed and not entered yet. It is in the vault, encrypted.'],
          ['Enforced disappearance', 'Somebody is taken by the State or with its support, and it denies it or hides where the person is.'],
          ['Gap', 'Days on which nobody confirmed where the person was.'],
          ['Habeas corpus', 'The demand that a court examine at once whether a detention is lawful.'],
          ['Held incommunicado', 'Held without contact with family or counsel.'],
          ['Reliability', 'How far a source is to be relied on in general, A to F.'],
          ['Remand', 'Detention by a court’s order before a judgment.'],
          ['Source', 'Where a statement comes from: a person, a paper, a court record, a recording.'],
          ['Stale', 'Held or unknown, and nobody changed the case file for 30 days.'],
          ['Statement', 'A field, or one sentence of a text, that says something about what happened.'],
          ['Vault', 'The encrypted folder with everything in it.'],
          ['WGAD', 'The United Nations Working Group on Arbitrary Detention.'],
          ['WGEID', 'The United Nations Working Group on Enforced or Involuntary Disappearances.'],
          ['Whereabouts note', 'A place where the person was or is said to have been, from when and until when.'],
        ],
      },
    ],
  },
} as const satisfies Partial<Guide>
