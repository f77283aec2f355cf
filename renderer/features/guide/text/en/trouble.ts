import type { Guide } from '../../blocks.ts'

export const trouble = {
  damage: {
    title: 'When the vault is damaged',
    lead: 'Disks fail, drives are pulled out, files are altered. Damage is noticed, and never shown to you as if it were data. Habeas never offers to delete everything and begin anew.',
    blocks: [
      {
        kind: 'text',
        text: 'If the vault can’t be opened as it is, a screen says what is wrong and offers the ways out, the gentlest first. You come to it by {wrong} at the lock screen as well.',
      },
      {
        kind: 'steps',
        items: [
          '{checkAgain}: after a drive was plugged in properly, or the disk has room again.',
          '{openReading}. Nothing is written; what can’t be read is missing, and said to be.',
          '{restoreBackup}. You see how old it is and what it holds. The damaged folder is kept beside it.',
          '{saveAll}, into a new vault, with a list of what can’t.',
        ],
      },
      { kind: 'heading', text: 'Before you do anything' },
      {
        kind: 'list',
        items: [
          'Copy the whole folder of the vault to another drive. What is done to a copy can be done again.',
          'A disk that has failed once fails again: stop working on it.',
          'An older vault than the one that you left is not damage. Somebody may have put it back, or a program that synchronises folders. Ask who, before you go on.',
          'Compare the four words of the last change with those on your paper.',
        ],
      },
      { kind: 'text', text: 'So that it need not come to this: {#backups}.' },
    ],
  },
  pressure: {
    title: 'Under pressure',
    lead: 'Decide before the bad day what you will do on it. On the day itself there is time for one key.',
    blocks: [
      { kind: 'heading', text: 'Locking quickly' },
      {
        kind: 'text',
        text: '[F9] locks from anywhere in the window. A computer that is shut down is better than one that is locked; one that sleeps is the worst of the three.',
      },
      { kind: 'heading', text: '{quickErase}' },
      {
        kind: 'text',
        text: 'It overwrites the keys of the vault and of the backups in its folder, and deletes the files if you want. It is in {settings} and at the lock screen; the passphrase is not asked for, the name of the folder is, so that it can’t happen by mistake. After that nothing opens this vault. It can’t be undone.',
      },
      {
        kind: 'list',
        items: [
          'Backups and copies in other places remain, and open with the keys of their day.',
          'Flash drives keep old pieces of files that no program can reach. Whoever reads them out and has the passphrase may still open what is left.',
          'That there was a vault can remain visible, and that Habeas is here.',
          'Whoever has seen something before, or made a picture of it, still has it.',
        ],
      },
      {
        kind: 'note',
        text: 'To destroy what somebody asks for may be a crime where you are, and may put you in danger. Speak with a lawyer before the bad day.',
      },
      { kind: 'heading', text: 'Before a journey' },
      {
        kind: 'list',
        items: [
          'Best, the computer that crosses a border holds no vault.',
          '{travelCopy} in {settings} takes chosen case files into a vault with a key and a passphrase of its own, without history, bin and backups. The identities of protected sources can stay at home.',
          'The copy hides nothing: it can be seen to be a vault, and its passphrase can be demanded.',
          'Leave recovery cards, code and backups at home, in hands that you trust.',
          'Shut the computer down before the border; do not let it sleep.',
        ],
      },
      { kind: 'text', text: 'What stays out of reach: {#safety}.' },
    ],
  },
  computer: {
    title: 'This computer',
    lead: 'Habeas writes nothing readable. The system that it runs on might: when memory runs out, when the computer hibernates, when a folder is copied to a cloud.',
    blocks: [
      {
        kind: 'text',
        text: '{thisComputer} in {settings} says what Habeas can see of disk, swap, hibernation and folders, and what to do.',
      },
      { kind: 'heading', text: 'Encrypt the whole disk' },
      {
        kind: 'text',
        text: 'Then swap, hibernation and whatever other programs leave behind are encrypted, too. It is the most useful thing that you can do outside Habeas.',
      },
      {
        kind: 'table',
        head: ['System', 'Where', 'Mind'],
        rows: [
          [
            'Windows',
            'Settings, Privacy & security, Device encryption; or BitLocker in the Control Panel.',
            'The recovery key may be sent to a Microsoft account. Keep it on paper instead.',
          ],
          [
            'macOS',
            'System Settings, Privacy & Security, FileVault.',
            'Choose the recovery key, not the iCloud account. Write it on paper.',
          ],
          [
            'Linux',
            'Chosen when the system is installed: LUKS for the whole disk, swap with it.',
            'On a system without it, encrypt the swap at least, or switch it off.',
          ],
        ],
      },
      { kind: 'heading', text: 'Keep the vault out of synchronised folders' },
      {
        kind: 'text',
        text: 'Dropbox, OneDrive, iCloud, Google Drive, Syncthing and their like copy the vault elsewhere, keep its older versions, and may put one of them back. They read nothing in it; but the copies are out of your hands, and a half-copied vault is a damaged one. A drive of the network is no place for a vault, either.',
      },
      { kind: 'heading', text: 'And otherwise' },
      {
        kind: 'list',
        items: [
          'A password for the computer that is asked for after sleep, and that is not the passphrase of the vault.',
          'Updates of the system, when you are in a place with a network that you trust.',
          'Nothing installed that you do not need: every program can look over your shoulder.',
          'An account of your own. Whoever shares one shares everything that is open.',
        ],
      },
    ],
  },
} as const satisfies Partial<Guide>
