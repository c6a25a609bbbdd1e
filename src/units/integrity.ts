/** Subresource integrity: https://www.w3.org/TR/SRI/#the-integrity-attribute */

/** Bytes of each digest. */
const lengths: Readonly<Record<string, number>> = { sha256: 32, sha384: 48, sha512: 64 }

/** What stands in the way of an SRI value; undefined when it is one. */
export const sriProblem = (value: string): string | undefined => {
  const hashes = value.trim().split(/\s+/)
  for (const hash of hashes) {
    const [, algorithm = '', digest = ''] =
      /^(sha\d+)-([A-Za-z0-9+/]+={0,2})(?:\?[\x21-\x7e]*)?$/.exec(hash) ?? []
    const length = lengths[algorithm]
    if (length === undefined) return 'does not begin with sha256-, sha384- or sha512- and a Base64 digest'
    if (digest.length !== Math.ceil(length / 3) * 4 || Buffer.from(digest, 'base64').length !== length)
      return `has a digest that is not of the length of ${algorithm}`
  }
  return undefined
}
