/** Why the door stays shut, in words that go on after "this cannot be read: ". */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly kind: 'outside' | 'hidden' | 'not-a-file' | 'too-large' | 'changed'

  constructor(kind: Refused['kind'], reason: string) {
    super(reason)
    this.kind = kind
  }
}

/** Of a name that another system wrote in letters of its own: no file can be opened by it, and no address be made of it. */
export const unknownName = 'its name is not in UTF-8, so some of its letters are not known'

export const changed = (): Refused => new Refused('changed', 'it was replaced while it was being read')

/** What the machine is short of, whatever it was asked for: no mistake of the program, and none of the show. */
const SHORTAGES: readonly unknown[] = ['EMFILE', 'ENFILE', 'ENOMEM', 'EIO', 'ENOSPC', 'EDQUOT', 'EAGAIN']

export const isShortage = (error: unknown): boolean =>
  SHORTAGES.includes((error as NodeJS.ErrnoException | undefined)?.code)

/** A system error in words that a podcaster can act on. */
export const reasonOf = (error: unknown): string => {
  if (error instanceof Refused) return error.message
  const { code } = error as NodeJS.ErrnoException
  switch (code) {
    case 'ENOENT':
      return 'it does not exist'
    case 'EACCES':
    case 'EPERM':
      return 'you have no permission to read it'
    case 'ELOOP':
      return 'it is a link that leads back to itself'
    case 'ENOTDIR':
      return 'it is a file, not a folder'
    case 'EISDIR':
      return 'it is a folder, not a file'
    case 'ENAMETOOLONG':
      return 'its name is too long for this system'
    case 'EMFILE':
    case 'ENFILE':
      return 'the system lets this program open no more files at once; raise the limit, for instance with `ulimit -n 1024`'
    case 'EIO':
      return 'the disk reports an error'
    case 'ENOMEM':
      return 'the machine has no memory left'
    case 'ENOSPC':
    case 'EDQUOT':
      return 'there is no room left on the disk'
    default:
      return code ?? 'the system does not say why'
  }
}
