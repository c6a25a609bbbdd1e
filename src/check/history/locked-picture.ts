import type { Picture } from '../../measured.ts'
import type { LockedPicture } from '../../model.ts'
import { fileUrl } from '../../units/url.ts'
import type { Evidence } from '../evidence.ts'

/** Of one that lies in the show folder: what is served elsewhere is not looked at. */
export const pictureOf = (
  picture: Picture | undefined,
  { identity }: Pick<Evidence, 'identity'>,
): LockedPicture | undefined => {
  if (picture === undefined || identity === undefined) return undefined
  const url = fileUrl(identity.baseUrl, picture.path)
  return url === undefined ? undefined : { url, digest: picture.digest }
}
