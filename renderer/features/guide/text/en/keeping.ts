import type { Guide } from '../../blocks.ts'

export const keeping = {
  locking: {
    title: 'Locking, and whether somebody has been at it',
    lead: 'Locked means gone: every part of the program ends and starts anew, so that no name stays in its memory.',
    blocks: [
      {
        kind: 'list',
        items: [
          '[F9], [Ctrl+L] or {lock}, at any moment and from any field. In {settings} you can have a key that locks from other programs, too.',
          'It locks by itself after a while without you, when the computer sleeps, and when its screen is locked. How long is said in {settings}.',
          'Closing the last window locks as well.',
          'What you were typing is kept, encrypted, and is there when you unlock.',
          '{hideWindow} is in {settings}, for systems that can do it.',
          'What you copied is taken off the clipboard after half a minute and at locking, if it is still there.',
        ],
      },
      { kind: 'heading', text: 'Has somebody been at it?' },
      {
        kind: 'text',
        text: 'After unlocking, the first page says the number, the day and four words of the {lastChange}. If they are not those that you left, somebody may have put back an older copy. Note them on paper when it matters.',
      },
      {
        kind: 'text',
        text: '{checkVault} in {settings} goes through every page, every record and every entry of the history, and names what is wrong.',
      },
      {
        kind: 'note',
        text: 'This shows that somebody altered the files from outside. It can’t show what somebody did who had a key: that stands in the history, under the name of that key.',
      },
    ],
  },
  keys: {
    title: 'Passphrases and keys',
    lead: 'Nobody can open the vault without a key, and nobody can make a new one from outside: no office, and not the people who make Habeas.',
    blocks: [
      { kind: 'heading', text: 'The passphrase' },
      {
        kind: 'list',
        items: [
          'Long is better than strange: seven words that do not belong together.',
          'Write it on paper at first, and keep the paper where the computer is not. Burn it when you know it by heart and another way back in has been tried.',
          'Change it in {settings}. Opening takes about a second on purpose: so does every guess.',
        ],
      },
      { kind: 'heading', text: 'A key for each colleague' },
      {
        kind: 'text',
        text: 'Whoever works with the vault has a passphrase of their own, so that nobody tells theirs to anybody, and the history says who did what. Each of them opens the whole vault. {addColleague} in {settings}; they type it themselves, unseen by you.',
      },
      { kind: 'heading', text: 'A way back in' },
      {
        kind: 'list',
        items: [
          '{makeCode}: one long code on paper. Whoever has the paper and the vault can read everything.',
          '{makeCards}: for several people or places. Some of them together open the vault, two of five if you choose nothing else. One alone opens nothing. They carry the number of the vault and no name.',
          'Try them before you rely on them. A code with a mistake in it opens nothing on the day on which you need it.',
          '{forgot} At the lock screen this takes the code, or the words of enough cards. Then you choose a new passphrase. Nothing is lost.',
        ],
      },
      { kind: 'heading', text: 'Taking a key away' },
      {
        kind: 'text',
        text: 'A key that is revoked no longer opens the vault. But every older copy of the vault still carries it: a backup, a copy on a stick. Whoever has such a copy and the old key opens the copy, and with what is in it the vault of today as well.',
      },
      {
        kind: 'text',
        text: 'To end that: {newKey}. Everything is encrypted anew; a power cut meanwhile does no harm. Recovery code and cards end with it, and new ones must be made. Backups from before still open with the keys of their day: delete those that must not be read.',
      },
    ],
  },
  backups: {
    title: 'Backups',
    lead: 'A backup is one encrypted file with the whole vault in it. It opens with the keys of the day on which it was made.',
    blocks: [
      {
        kind: 'list',
        items: [
          'They are made by themselves: at the first change of a day, and before the vault is brought up to a newer version of Habeas. And at any time: {backUpNow}.',
          'Each is opened and checked when it has been written. {backups} in {settings} says when the last good one was made; without one for a while, the first page says so, too.',
          'Kept are the newest of the last 7 days, 4 weeks and 12 months, and every one from before a newer version. When the disk gets full, the oldest go first.',
          'They lie in the folder of the vault, under “backups”. There they help against mistakes and damage, and not against a thief or a dead disk.',
        ],
      },
      { kind: 'heading', text: 'A second place' },
      {
        kind: 'text',
        text: 'Choose a folder on another drive, best an encrypted one that is kept elsewhere. Whenever that drive is there, new backups are copied to it and checked there.',
      },
      { kind: 'heading', text: 'Bringing one back' },
      {
        kind: 'list',
        items: [
          'At the lock screen: {wrong}, then {restoreBackup}. It takes the place of the vault, which is kept whole beside it under another name.',
          'If you keep one elsewhere, put its file into the folder “backups” of the vault first.',
          'You need a passphrase that opened the vault on that day.',
          'Before it is restored, you are shown how old it is, how many case files it holds, and how many later changes would be missing.',
        ],
      },
      {
        kind: 'note',
        text: 'Whoever was erased from the vault for good is still in the backups from before. Delete them by hand if nothing may remain.',
      },
      { kind: 'text', text: 'When the vault does not open any more: {#damage}.' },
    ],
  },
} as const satisfies Partial<Guide>
