/** The declarations of these exported types of a file, and of all that they are made of. */
export function declarationsOf(file: string, names: readonly string[]): string
