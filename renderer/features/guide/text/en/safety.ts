import type { Guide } from '../../blocks.ts'

export const safety = {
  safety: {
    title: 'What Habeas protects, and what it can’t',
    lead: 'Locked or switched off, the vault gives nothing away but that it is a vault. Open, it is as safe as the room and the computer that you are in.',
    blocks: [
      { kind: 'picture', picture: 'unlock', alt: 'The locked program asks for the passphrase.' },
      {
        kind: 'table',
        head: ['Against', 'What Habeas does', 'What it can’t do'],
        rows: [
          [
            'A thief of the laptop',
            'Switched off or locked, the vault is encrypted files without a readable word.',
            'Hide that it is a vault, how large it is, or when it was last used.',
          ],
          [
            'A search at a border',
            'Nothing of a case stands anywhere outside the vault: no list of recent files, no temporary copy.',
            'Answer for you when somebody asks for the passphrase.',
          ],
          [
            'Force',
            'Locks at once. {quickErase} destroys the keys before anybody asks.',
            'Protect what a forced passphrase opens. There is no second, harmless vault behind another passphrase.',
          ],
          [
            'A colleague',
            'Locks by itself. The history says who changed what, and what stood there before.',
            'Hide a part of the vault from somebody who has a key to it.',
          ],
          [
            'A hostile file',
            'What is on the screen runs apart from your files and without any network.',
            'Make a file safe that you open with another program.',
          ],
          [
            'A power cut, a crash, a full disk',
            'What was saved stays saved, and no change is kept by halves. What you were typing comes back.',
            'Replace a disk that dies. For that there are backups.',
          ],
          [
            'Somebody who alters the files',
            'Damage and forgery are noticed, and never shown as if they were data.',
            'Notice an older copy of the whole vault that was put back, unless you compare the four words.',
          ],
        ],
      },
      { kind: 'heading', text: 'Out of reach of any program' },
      {
        kind: 'list',
        items: [
          'Harmful programs on this computer while the vault is open: they see what you see, and read the passphrase as you type it.',
          'A passphrase that somebody forces out of you.',
          'A camera or a person over your shoulder.',
          'Somebody who kept an older copy of the whole vault and puts it back, where nobody compares the four words.',
          'Traces that the system itself writes on a disk that is not encrypted, when memory runs out or the computer hibernates.',
        ],
      },
      {
        kind: 'note',
        text: 'Habeas does not hide that there is a vault. Whoever finds the folder knows what it is, and not what is in it.',
      },
      {
        kind: 'list',
        items: ['{#locking}', '{#keys}', '{#backups}', '{#damage}', '{#pressure}', '{#computer}'],
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
          ['Untouched', 'Held or unknown, and nobody changed the case file for 30 days.'],
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
